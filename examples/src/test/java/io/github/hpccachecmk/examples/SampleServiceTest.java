package io.github.hpccachecmk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Builds the sample project as a user would, with a Maven of its own and against the jars of this build. They are laid into a
 * local repository below the build directory; all else comes from the usual one, into which nothing of this build gets.
 */
class SampleServiceTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String GROUP = "io/github/hpccachecmk";
    private static final List<String> MODULES =
            List.of("hpccache-cmk-api", "hpccache-cmk-core", "hpccache-cmk-azure", "hpccache-cmk-testkit");

    @ParameterizedTest(name = "JUnit {0}")
    @ValueSource(strings = {"5.14.4", "6.1.3"})
    void sampleService_buildsAndPassesItsTestsAgainstTheJarsOfThisBuild(String junit) throws Exception {
        for (String module : MODULES) {
            assumeThat(jar(module))
                    .as("the jars of this build, which the phase 'package' makes: run ./mvnw verify")
                    .exists();
        }
        var repository = Path.of(System.getProperty("cmk.build.directory"), "sample-repository");
        stage(repository);

        var result = maven(repository, junit);

        assertThat(result)
                .contains("Tests run: 8, Failures: 0, Errors: 0, Skipped: 0")
                .contains("BUILD SUCCESS");
    }

    private static void stage(Path repository) throws IOException {
        put(repository, "hpccache-cmk-parent", ROOT.resolve("pom.xml"), "pom");
        put(repository, "hpccache-cmk-bom", ROOT.resolve("hpccache-cmk-bom/pom.xml"), "pom");
        for (String module : MODULES) {
            put(repository, module, ROOT.resolve(module).resolve("pom.xml"), "pom");
            put(repository, module, jar(module), "jar");
        }
    }

    private static void put(Path repository, String artifact, Path file, String type) throws IOException {
        var directory = repository.resolve(GROUP).resolve(artifact).resolve(version());
        Files.createDirectories(directory);
        var target = directory.resolve(artifact + "-" + version() + "." + type);
        Files.write(target, Files.readAllBytes(file));
    }

    private static Path jar(String module) {
        return ROOT.resolve(module)
                .resolve(System.getProperty("cmk.build.name"))
                .resolve(module + "-" + version() + ".jar");
    }

    private static String version() {
        return System.getProperty("cmk.version");
    }

    private static String maven(Path repository, String junit) throws IOException, InterruptedException {
        boolean isWindows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        var command = new ArrayList<>(List.of(
                ROOT.resolve(isWindows ? "mvnw.cmd" : "mvnw").toString(),
                "-B",
                "-ntp",
                "-f",
                Path.of("sample-service", "pom.xml").toAbsolutePath().toString(),
                "-Dmaven.repo.local=" + repository.toAbsolutePath(),
                "-Dmaven.repo.local.tail=" + System.getProperty("cmk.local.repository"),
                "-Dmaven.repo.local.tail.ignoreAvailability=true",
                "-Dhpccache-cmk.version=" + version(),
                "-Djunit.version=" + junit,
                "-Dsample.build.directory=target/junit-" + junit,
                "test"));
        if (System.getProperty("cmk.offline").endsWith("true")) {
            command.add("-o");
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        process.getOutputStream().close();
        var out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(out.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
