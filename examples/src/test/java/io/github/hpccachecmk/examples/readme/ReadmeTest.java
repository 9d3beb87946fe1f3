package io.github.hpccachecmk.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds README.md against the sources it quotes; with {@code -Dcmk.readme=write} it writes the page first. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path README = ROOT.resolve("README.md");
    private static final String PACKAGE = "java/io/github/hpccachecmk/examples/readme";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void javaOnTheReadme_isExactlyWhatIsCompiled() throws IOException {
        var regions = Snippets.regions(Path.of("src/main", PACKAGE), Path.of("src/test", PACKAGE));
        if ("write".equals(System.getProperty("cmk.readme"))) {
            Files.writeString(README, Snippets.renewed(Files.readString(README), regions));
        }

        assertThat(Snippets.shownOn(Files.readString(README))).isNotEmpty().isEqualTo(regions);
    }

    @Test
    void everyJavaBlockOnTheReadme_comesFromACompiledSource() throws IOException {
        var page = Files.readString(README);

        assertThat(page.lines().filter("```java"::equals).count())
                .isEqualTo(Snippets.shownOn(page).size());
    }

    @Test
    void commandsOnTheReadme_beginWithMainJobThenAllTests() throws IOException {
        assertThat(Files.readAllLines(README).stream()
                        .filter(line -> line.startsWith("    ./mvnw"))
                        .map(String::strip)
                        .limit(2))
                .satisfiesExactly(
                        first -> assertThat(first).contains("-Pmain-job").contains("-Dcmk.target=cache"),
                        second -> assertThat(second).isEqualTo("./mvnw -B -ntp verify"));
    }

    @Test
    void versionOnTheReadme_isThatOfTheBuild() throws IOException {
        var version = Pattern.compile("<artifactId>hpccache-cmk-parent</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(Files.readString(README))
                .containsPattern("<artifactId>hpccache-cmk-bom</artifactId>\\s*<version>"
                        + Pattern.quote(version.group(1)) + "</version>");
    }

    @Test
    void headingsOfTheReadme_comeInTheOrderThatAzureUsersKnow() throws IOException {
        List<String> headings = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("##"))
                .map(line -> line.replaceFirst("#+ ", ""))
                .toList();

        assertThat(headings)
                .containsSubsequence(
                        "Getting started",
                        "Include the package",
                        "Authenticate the client",
                        "Key concepts",
                        "Examples",
                        "Troubleshooting",
                        "Next steps",
                        "Contributing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CHANGELOG.md",
                "docs/ARCHITECTURE.md",
                "docs/STORAGECACHE-CLIENT.md",
                "docs/TESTING.md"
            })
    void linkOfAPage_leadsToAFile(String page) throws IOException {
        var file = ROOT.resolve(page);
        Stream<String> targets = LINK.matcher(Files.readString(file))
                .results()
                .map(ReadmeTest::target)
                .distinct();

        assertThat(targets)
                .allSatisfy(target -> assertThat(file.resolveSibling(target)).exists());
    }

    private static String target(MatchResult link) {
        return link.group(1);
    }
}
