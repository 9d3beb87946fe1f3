package io.github.hpccachecmk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program over the Azure in memory, as its reader sees it. */
class MainJobTest {
    private record Run(int code, String text) {}

    private static Run run(String... args) throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = new MainJob(out, options -> options.isReal() ? RealWorld.open(options) : FakeWorld.open(options))
                .run(Map.of(), List.of(args));
        return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "cache, system, policy, ADD_ACCESS_POLICY",
        "cache, system, rbac, CREATE_ROLE_ASSIGNMENT",
        "cache, user, policy, ADD_ACCESS_POLICY",
        "cache, user, rbac, CREATE_ROLE_ASSIGNMENT",
        "filesystem, user, policy, ADD_ACCESS_POLICY",
        "filesystem, user, rbac, CREATE_ROLE_ASSIGNMENT",
    })
    void everyVariant_endsEncryptedWithOneGrantAndOneCreate(String target, String identity, String access, String grant)
            throws InterruptedException {
        var run = run("--cmk.target=" + target, "--cmk.identity=" + identity, "--cmk.access=" + access);

        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.text())
                .containsPattern("(?m)^  PROTECT_VAULT +0 +1$")
                .containsPattern("(?m)^  " + grant + " +0 +1$")
                .containsPattern("(?m)^  CREATE_TARGET +0 +1$");
    }

    @Test
    void cacheJob_showsPlanProgressResourceAndCalls() throws InterruptedException {
        var run = run("--cmk.target=cache");

        assertThat(run.text())
                .containsSubsequence(
                        "New HPC cache under a customer-managed key",
                        "the real one refuses new ones",
                        "Plan for HPC cache",
                        "PROTECT_VAULT",
                        "IRREVERSIBLE",
                        "CREATE_TARGET",
                        "ADD_ACCESS_POLICY",
                        "Expected remote calls",
                        "digest",
                        "Progress (virtual time, elapsed, time left to authorize)",
                        "DONE",
                        "Encrypted HPC cache",
                        "/providers/Microsoft.StorageCache/caches/render-cache",
                        "https://contoso-cmk.vault.azure.net/keys/render-key",
                        "principals",
                        "Healthy, provisioning Succeeded",
                        "Remote calls by operation",
                        "CREATE_TARGET",
                        "together",
                        "virtual time",
                        "wall time");
    }

    @Test
    void cacheThatWaitsForItsGrant_showsTheTimeLeft() throws InterruptedException {
        // The cache exists for some seconds before it is granted access: between 89 and 90 minutes are left then.
        assertThat(run("--cmk.target=cache").text())
                .containsPattern("(?m)^  \\d\\d:\\d\\d:\\d\\dZ  \\+\\d\\d:\\d\\d:\\d\\d   01:(29:\\d\\d|30:00)  ");
    }

    @Test
    void fileSystemJob_namesItselfAndHasNoDeadline() throws InterruptedException {
        var run = run("--cmk.target=filesystem");

        assertThat(run.text())
                .contains("Encrypted Managed Lustre file system", "Available, provisioning Succeeded", "--:--:--")
                .doesNotContain("2025-09-30");
    }

    @Test
    void sameJobTwice_printsTheSameButForTheWallTime() throws InterruptedException {
        assertThat(withoutWallTime(run("--cmk.target=cache").text()))
                .isEqualTo(withoutWallTime(run("--cmk.target=cache").text()));
    }

    @Test
    void planOnly_writesNothing() throws InterruptedException {
        var run = run("--cmk.planOnly=true");

        assertThat(run.code()).isZero();
        assertThat(run.text())
                .contains("Plan for HPC cache", "Stopped after the plan, as asked; nothing was written.")
                .doesNotContain("Encrypted HPC cache");
    }

    @Test
    void outputOfAJob_holdsNoToken() throws InterruptedException {
        assertThat(run("--cmk.target=filesystem").text())
                .doesNotContain(io.github.hpccachecmk.testkit.http.HttpFace.TOKEN_CANARY)
                .doesNotContain("Bearer");
    }

    private static String withoutWallTime(String text) {
        return text.replaceAll("(?m)^  wall time.*$", "");
    }
}
