package io.github.hpccachecmk.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What class files do not tell: what a module exports, how long a file is, whether a package says whom it is for. */
class SourceRulesTest {
    private static final int LONGEST_FILE = 500;
    private static final Pattern EXPORTED_INTERNALS =
            Pattern.compile("(?m)^\\s*(exports|opens)\\s+[\\w.]*\\bimplementation\\b[^;]*;");

    @ParameterizedTest
    @ValueSource(strings = {"hpccache-cmk-api", "hpccache-cmk-core", "hpccache-cmk-azure", "hpccache-cmk-testkit"})
    void moduleDescriptor_keepsImplementationPackagesInside(String module) throws IOException {
        assertThat(Files.readString(mainSources(module).resolve("module-info.java")))
                .doesNotContainPattern(EXPORTED_INTERNALS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hpccache-cmk-api", "hpccache-cmk-core", "hpccache-cmk-azure", "hpccache-cmk-testkit", "examples"
            })
    void mainFile_isShortEnoughToRead(String module) throws IOException {
        for (Path file : javaFiles(module)) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hpccache-cmk-api", "hpccache-cmk-core", "hpccache-cmk-azure", "hpccache-cmk-testkit", "examples"
            })
    void mainPackage_isNullMarkedAndSaysWhomItIsFor(String module) throws IOException {
        for (Path file : javaFiles(module)) {
            if (file.endsWith("module-info.java")) {
                continue;
            }
            assertThat(file.resolveSibling("package-info.java"))
                    .content()
                    .startsWith("/**")
                    .contains("@NullMarked");
        }
    }

    private static Path mainSources(String module) {
        Path sources = Path.of("..", module, "src", "main", "java");
        assertThat(sources).as("the rules read the sources of every module").isDirectory();
        return sources;
    }

    private static List<Path> javaFiles(String module) throws IOException {
        try (Stream<Path> files = Files.walk(mainSources(module))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
