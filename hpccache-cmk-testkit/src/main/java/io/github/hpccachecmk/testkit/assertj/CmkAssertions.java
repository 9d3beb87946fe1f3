package io.github.hpccachecmk.testkit.assertj;

import io.github.hpccachecmk.testkit.TargetProbe;
import io.github.hpccachecmk.testkit.VaultScript;
import io.github.hpccachecmk.testkit.journal.Journal;

/**
 * AssertJ's way into the test kit: {@code assertThat(azure.cache("render")).isHealthy()}. Messages name what is and what
 * should be, and end with what was called. Each only wraps a question that the test kit's own types answer without AssertJ.
 * Needs assertj-core. Thread-safe.
 */
public final class CmkAssertions {
    private CmkAssertions() {}

    /** Assertions on a cache or file system. */
    public static TargetAssert assertThat(TargetProbe actual) {
        return new TargetAssert(actual);
    }

    /** Assertions on a vault. */
    public static VaultAssert assertThat(VaultScript actual) {
        return new VaultAssert(actual);
    }

    /** Assertions on the calls made so far. */
    public static JournalAssert assertThat(Journal actual) {
        return new JournalAssert(actual);
    }
}
