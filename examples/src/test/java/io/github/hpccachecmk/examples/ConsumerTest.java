package io.github.hpccachecmk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody else's program: compiles it against the modules as a user has them, strictly, and runs it in a JVM of its own. */
class ConsumerTest {
    /** Annotations that the modules are compiled with and that no user has to have. */
    private static final Predicate<String> NOT_FOR_USERS =
            ConsumerClassPath.named("jspecify-").or(ConsumerClassPath.named("value-annotations-"));

    private static final Predicate<String> TEST_LIBRARIES = ConsumerClassPath.named("junit-")
            .or(ConsumerClassPath.named("assertj-"))
            .or(ConsumerClassPath.named("opentest4j-"))
            .or(ConsumerClassPath.named("apiguardian-"))
            .or(ConsumerClassPath.named("mockito-"))
            .or(ConsumerClassPath.named("jqwik-"))
            .or(ConsumerClassPath.named("archunit-"));

    @TempDir
    private Path classes;

    @Test
    void userOfTheAzureBinding_compilesWithoutAWarningAndRuns() throws Exception {
        var classPath = ConsumerClassPath.ofThisTest()
                .without(NOT_FOR_USERS)
                .without(TEST_LIBRARIES)
                .without(ConsumerClassPath.module("hpccache-cmk-testkit"))
                .without(ConsumerClassPath.module("examples"));

        assertThat(compile(Path.of("consumer/azure/Consumer.java"), classPath)).isEmpty();
        assertThat(run("Consumer", classPath)).startsWith("built CmkClient; INVALID_INPUT");
    }

    @Test
    void userOfTheTestkit_needsNeitherAzureCoreNorATestFramework() throws Exception {
        var classPath = ConsumerClassPath.ofThisTest()
                .only(ConsumerClassPath.module("hpccache-cmk-api")
                        .or(ConsumerClassPath.module("hpccache-cmk-core"))
                        .or(ConsumerClassPath.module("hpccache-cmk-testkit")));

        assertThat(classPath.entries()).hasSize(3);
        assertThat(compile(Path.of("consumer/testkit/Consumer.java"), classPath))
                .isEmpty();
        assertThat(run("Consumer", classPath)).startsWith("FakeAzure shows true; Available");
    }

    @ParameterizedTest
    @CsvSource({"withoutazure, azure-core-", "withoutjunit, junit-", "withoutassertj, assertj-"})
    void userOfTheTestkitWithoutOneOfItsLibraries_compilesWithoutAWarningAndRuns(String consumer, String missing)
            throws Exception {
        var classPath = ConsumerClassPath.ofThisTest()
                .without(NOT_FOR_USERS)
                .without(ConsumerClassPath.module("hpccache-cmk-azure"))
                .without(ConsumerClassPath.module("examples"))
                .without(ConsumerClassPath.named(missing));

        assertThat(compile(Path.of("consumer", consumer, "Consumer.java"), classPath))
                .isEmpty();
        assertThat(run("Consumer", classPath)).startsWith("FakeAzure shows true; ");
    }

    private String compile(Path source, ConsumerClassPath classPath) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "--release",
                                    "17",
                                    "-Xlint:all",
                                    "-Werror",
                                    "-proc:none",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    classPath.text(),
                                    "-sourcepath",
                                    "consumer/shared"),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            return compiled ? messages.toString() : "not compiled: " + messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String mainClass, ConsumerClassPath classPath) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        classPath.and(classes).text(),
                        mainClass)
                .redirectErrorStream(true)
                .start();
        var out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(out.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
