package io.github.hpccachecmk.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpResponse;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.run.Pacing;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.Cloud;
import io.github.hpccachecmk.model.VaultId;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;

class CmkClientBuilderTest {
    private static final TokenCredential CREDENTIAL =
            request -> Mono.just(new AccessToken("a token", OffsetDateTime.parse("2099-01-01T00:00:00Z")));
    private static final String SUBSCRIPTION = "0b1f6471-1bf0-4dda-aec3-111122223333";
    private static final CacheId CACHE = CacheId.of(SUBSCRIPTION, "render-rg", "render-cache");
    private static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "render-rg", "contoso-cmk");
    private static final CallContext CONTEXT = new CallContext("3e2d9a3c-0000-5000-8000-aaaabbbbcccc");

    private final List<String> urls = new ArrayList<>();
    private final HttpClient unreachable = request -> {
        urls.add(request.getUrl().toString());
        return Mono.<HttpResponse>error(new ConnectException("unreachable"));
    };

    @Test
    void missingCredential_isNamedWithWhatIsLegal() {
        assertThatThrownBy(() -> new CmkClientBuilder().buildClient())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("credential")
                .hasMessageContaining("missing")
                .hasMessageContaining("TokenCredential");
    }

    @Test
    void pacingAndExecutorTogether_areRefused() {
        var builder = new CmkClientBuilder()
                .credential(CREDENTIAL)
                .pacing(Mockito.mock(Pacing.class))
                .executor(Mockito.mock(ExecutorService.class));

        assertThatThrownBy(builder::buildClient)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one of them");
    }

    @Test
    void building_makesNoCallAndStartsNoThread() {
        var before = Thread.getAllStackTraces().keySet();

        new CmkClientBuilder().credential(CREDENTIAL).httpClient(unreachable).buildClient();

        assertThat(urls).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread))
                        .map(Thread::getName))
                .noneMatch(name -> name.startsWith("hpccache-cmk"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://management.azure.com",
                "management.azure.com",
                "https://",
                "https://management.azure.com/path",
                "https://management.azure.com?x=1",
                "https://user@management.azure.com",
                "https://management.azure.com#x",
                "https:// bad",
                ""
            })
    void badEndpoint_isRefusedAtOnce(String endpoint) {
        assertThatThrownBy(() -> new CmkClientBuilder().armEndpoint(endpoint))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("https://management.azure.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "2026-2-1", "", "2026-02-01-Preview", "2026-02-01&x=1"})
    void badApiVersion_isRefusedAtOnce(String version) {
        assertThatThrownBy(() -> new CmkClientBuilder().keyVaultManagementApiVersion(version))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new CmkClientBuilder().storageCacheApiVersion(version))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void options_reachTheWire() {
        var ports = new AzurePorts();
        ports.cloud(Cloud.CHINA);
        ports.armEndpoint("https://arm.private.example/");
        ports.keyVaultVersion("2027-01-01");
        ports.storageCacheVersion("2024-03-01");

        attempt(ports);

        assertThat(urls)
                .containsExactly(
                        "https://arm.private.example" + CACHE + "?api-version=2024-03-01",
                        "https://arm.private.example" + VAULT + "?api-version=2027-01-01");
    }

    @Test
    void defaults_areThePublicCloudAndTheNewestVersions() {
        attempt(new AzurePorts());

        assertThat(urls)
                .containsExactly(
                        "https://management.azure.com" + CACHE + "?api-version=2026-01-01",
                        "https://management.azure.com" + VAULT + "?api-version=2026-02-01");
    }

    @Test
    void listeners_areToldOfEveryCallAndCannotDisturbIt() {
        var told = new ArrayList<RemoteCall>();
        var ports = new AzurePorts();
        ports.addListener(call -> {
            throw new IllegalStateException("a listener's bug");
        });
        ports.addListener(told::add);

        attempt(ports);

        assertThat(told).hasSize(2);
        var first = told.get(0);
        assertThat(first.operation()).isEqualTo("GET_TARGET");
        assertThat(first.write()).isFalse();
        assertThat(first.resource()).isEqualTo(CACHE.toString());
        assertThat(first.correlationId()).isEqualTo(CONTEXT.correlationId());
        assertThat(first.status()).isZero();
        assertThat(first.start()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void documentation_showsTheExampleThatCompiles() throws Exception {
        var example =
                lines("src/test/java/io/github/hpccachecmk/azure/BuilderExample.java", "// example", "// end", "");
        var shown =
                lines("src/main/java/io/github/hpccachecmk/azure/CmkClientBuilder.java", "<pre>{@code", "}</pre>", "*");

        assertThat(shown).isEqualTo(example);
    }

    private void attempt(AzurePorts azure) {
        azure.credential(CREDENTIAL);
        azure.httpClient(unreachable);
        Ports ports = azure.build(InstantSource.fixed(Instant.EPOCH));
        assertThatThrownBy(() -> ports.targets().get(CONTEXT, CACHE)).isInstanceOf(RemoteException.class);
        assertThatThrownBy(() -> ports.vaults().get(CONTEXT, VAULT)).isInstanceOf(RemoteException.class);
    }

    /** What is between two marks, without white space and line starts. */
    private static String lines(String file, String from, String to, String start) throws Exception {
        var text = Files.readString(Path.of(file));
        int begin = text.indexOf(from) + from.length();
        return text.substring(begin, text.indexOf(to, begin))
                .lines()
                .map(String::strip)
                .map(line -> line.startsWith(start) ? line.substring(start.length()) : line)
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
    }
}
