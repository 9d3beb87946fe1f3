package io.github.hpccachecmk.testkit.world.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps docs/FIDELITY.md equal to what FakeAzure is; {@code -Dcmk.docs.update=true} writes it. */
class FidelityDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "FIDELITY.md");

    @Test
    void document_saysWhatIsServedAndHowWellItIsKnown() throws IOException {
        String expected = FidelityDocument.text();
        if (Boolean.getBoolean("cmk.docs.update")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(DOCUMENT)
                .as("docs/FIDELITY.md is made from the code; write it with -Dcmk.docs.update=true")
                .content()
                .isEqualToNormalizingNewlines(expected);
    }

    @Test
    void behavioursAndRoutes_sayWhereTheyAreKnownFrom() throws IOException {
        assertThat(Services.kernel().routes().rows())
                .allSatisfy(route -> assertThat(route.provenance().source()).isNotBlank());
        assertThat(Behaviour.values())
                .allSatisfy(behaviour -> assertThat(behaviour.source()).isNotBlank());
        assertThat(FidelityDocument.text()).doesNotContain("` |  |");
    }

    @Test
    void routes_areAllReachable() {
        assertThat(Services.kernel().routes().rows())
                .allSatisfy(row -> assertThat(reached(row))
                        .as("the first row that matches %s", row)
                        .isEqualTo(row));
    }

    private static Route reached(Route row) {
        String path = row.path()
                .toString()
                .replace("{+scope}", "subscriptions/s/resourceGroups/g")
                .replace("{", "")
                .replace("}", "x");
        return Services.kernel()
                .routes()
                .match(row.host(), row.method(), path)
                .map(match -> match.route())
                .filter(route -> route.path().toString().equals(row.path().toString()))
                .map(route -> row)
                .orElseThrow(() -> new AssertionError("Nothing serves " + path));
    }
}
