package io.github.hpccachecmk.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds docs/TESTING.md against the sample project's tests; with {@code -Dcmk.readme=write} it writes the page first. */
class TestingGuideTest {
    private static final Path GUIDE = Path.of("../docs/TESTING.md");

    @Test
    void javaInTheGuide_isExactlyWhatTheSampleProjectCompiles() throws IOException {
        var regions = Snippets.regions(Path.of("sample-service/src/test/java"));
        if ("write".equals(System.getProperty("cmk.readme"))) {
            Files.writeString(GUIDE, Snippets.renewed(Files.readString(GUIDE), regions));
        }
        var page = Files.readString(GUIDE);

        assertThat(Snippets.shownOn(page)).isNotEmpty().isEqualTo(regions);
        assertThat(page.lines().filter("```java"::equals).count()).isEqualTo(regions.size());
    }
}
