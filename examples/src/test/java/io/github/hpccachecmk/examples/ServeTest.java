package io.github.hpccachecmk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.testkit.loopback.LoopbackFace;
import io.github.hpccachecmk.testkit.loopback.LoopbackTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ServeTest {
    private static final Pattern VAULT_URL = Pattern.compile("'(http://127\\.0\\.0\\.1:\\d+/~host/contoso-cmk[^']*)'");

    @Test
    void printedAddress_answersWithTheKey() throws Exception {
        var azure = Serve.world();
        var text = new ByteArrayOutputStream();
        try (var face = LoopbackFace.serve(azure, Serve.options("step", "false", "0"))) {
            new Serve(new PrintStream(text, true, StandardCharsets.UTF_8)).tell(azure, face);
            var printed = VAULT_URL.matcher(text.toString(StandardCharsets.UTF_8));
            assertThat(printed.find()).isTrue();

            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(printed.group(1)))
                                    .header("Authorization", "Bearer owner")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(azure.keyUrl(Serve.VAULT, Serve.KEY));
        }
    }

    @Test
    void options_saidInWords() {
        assertThat(Serve.options("60", "true", "0").time()).isEqualTo(LoopbackTime.scaled(60));
        assertThat(Serve.options("60", "true", "0").https()).isTrue();
        assertThatThrownBy(() -> Serve.options("fast", "false", "0"))
                .hasMessageContaining("'fast'")
                .hasMessageContaining("real, step");
    }
}
