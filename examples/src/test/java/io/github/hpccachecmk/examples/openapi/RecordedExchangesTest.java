package io.github.hpccachecmk.examples.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What the suites of the Azure binding and of the test kit exchanged with FakeAzure in this build, held against the
 * services' documents. The documents are older than what is served: a newer member is a listed deviation.
 */
class RecordedExchangesTest {
    private static final String AZURE = "hpccache-cmk-azure";
    private static final String TESTKIT = "hpccache-cmk-testkit";

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Deviation> deviations = new ArrayList<>();
    private final Set<String> operations = new TreeSet<>();
    private long exchanges;
    private int shapes;

    @Test
    void everyExchangeOfTheSuites_isAsTheDocumentsSay() throws IOException {
        Spec spec = Spec.givenOrSkip();
        boolean isAzureWhole = check(spec, AZURE);
        boolean isTestkitWhole = check(spec, TESTKIT);
        boolean isWhole = isAzureWhole && isTestkitWhole;
        DeviationList known = DeviationList.of("deviations.txt");

        System.out.printf(
                "OpenAPI: %d exchanges of %d shapes validated, %d operations covered, %d deviations known%n",
                exchanges, shapes, operations.size(), known.size());
        assertThat(exchanges).isPositive();
        assertThat(known.complaints(deviations, isWhole)).isEmpty();
    }

    /** Whether the whole suite was recorded. */
    private boolean check(Spec spec, String module) throws IOException {
        Path file = recording(module);
        assumeTrue(Files.exists(file), "no traffic was recorded: run the tests of " + module + " in the same build");
        ExchangeCheck check = new ExchangeCheck(spec);
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            check(spec, check, module, mapper.readTree(line));
        }
        return mapper.readTree(lines.get(0)).path("isWholeSuite").asBoolean();
    }

    private void check(Spec spec, ExchangeCheck check, String module, JsonNode exchange) {
        var operation = spec.operation(
                exchange.path("host").asText(),
                exchange.path("method").asText(),
                exchange.path("path").asText());
        int status = exchange.path("status").asInt();
        String where = module + ", " + exchange.path("test").asText() + ": ";
        if (operation.isEmpty()) {
            boolean isServed = !exchange.path("operation").asText().equals("UNKNOWN");
            if (isServed) {
                String key = exchange.path("operation").asText() + " undescribed";
                deviations.add(new Deviation(key, where + exchange.path("path").asText()));
            }
            return;
        }
        exchanges += exchange.path("count").asLong();
        shapes++;
        operations.add(operation.get().id());
        List<Deviation> found = new ArrayList<>();
        // The test kit's own tests send what is wrong, to see it refused; what is accepted has to be right.
        // Before the first call of a vault its client sends the request without token and body, to be told whom to ask
        // for one.
        boolean isChallenge = status == 401 && exchange.path("host").asText().endsWith(".vault.azure.net");
        if (!isChallenge && (module.equals(AZURE) || status < 400)) {
            found.addAll(check.request(operation.get(), exchange.path("query"), exchange.path("requestBody")));
        }
        if (exchange.has("status")) {
            found.addAll(check.response(operation.get(), status, exchange.path("responseBody")));
        }
        found.forEach(one -> deviations.add(new Deviation(one.key(), where + one.detail())));
    }

    /** Beside this module's own recording, in the other module's build directory. */
    private static Path recording(String module) {
        Path own = Path.of("").toAbsolutePath().relativize(Path.of(System.getProperty("cmk.exchanges")));
        return Path.of("..", module).resolve(own).resolve("exchanges.jsonl");
    }
}
