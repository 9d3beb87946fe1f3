package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.error.OperationFailedException;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.journal.Journal;
import io.github.hpccachecmk.testkit.world.Doc;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to whichever call, the same vault with one version of the key is there in the end. */
class PrepareVaultCrashMatrixTest {
    private static final Duration LONG = Duration.ofHours(12);

    @ParameterizedTest
    @EnumSource(PrepareVariant.class)
    void troubleAtAnyCall_endsTheSame(PrepareVariant variant) throws InterruptedException {
        for (var face : Face.values()) {
            var undisturbed = finished(variant, face);
            for (int call = 1; call <= undisturbed.calls(); call++) {
                for (var trouble : Trouble.values()) {
                    var azure = variant.world(1);
                    trouble.at(azure.faults().onAny().call(call));

                    face.keys(azure).begin(variant.request(azure)).await(LONG);

                    assertSameEnd(azure, undisturbed, variant + " " + face + " " + trouble + " at call " + call);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PrepareVariant.class)
    void deathAtAnyCall_endsTheSame(PrepareVariant variant) throws InterruptedException {
        for (var face : Face.values()) {
            var undisturbed = finished(variant, face);
            for (int call = 1; call <= undisturbed.calls(); call++) {
                for (var death : Death.values()) {
                    for (boolean withHint : List.of(true, false)) {
                        boolean outlives = call == undisturbed.calls() && death == Death.AFTER_ANSWER;
                        if (!outlives) {
                            dieOnce(variant, face, undisturbed, call, death, withHint);
                        }
                    }
                }
            }
        }
    }

    private static void dieOnce(
            PrepareVariant variant, Face face, Finished undisturbed, int call, Death death, boolean withHint)
            throws InterruptedException {
        var azure = variant.world(1);
        death.at(azure.faults().onAny().call(call));
        var what = variant + " " + face + " dies " + death + " at call " + call + (withHint ? " with" : " without")
                + " hint";

        var hint = liveUntilDeath(face, azure, variant, what);
        azure.faults().clear();
        azure.faults().restart();
        var options = withHint ? OperationOptions.defaults().resumingFrom(hint) : OperationOptions.defaults();
        face.keys(azure).begin(variant.request(azure), options).await(LONG);

        assertSameEnd(azure, undisturbed, what);
    }

    private static Hint liveUntilDeath(Face face, FakeAzure azure, PrepareVariant variant, String what)
            throws InterruptedException {
        var operation = face.keys(azure).begin(variant.request(azure));
        try {
            operation.await(LONG);
        } catch (OperationFailedException dead) {
            return operation.hint();
        }
        throw new AssertionError(
                "the process did not die: " + what + "\n" + azure.journal().timeline());
    }

    /**
     * A world in which the request is done.
     *
     * @param calls how many it took
     * @param vault the vault, times aside
     * @param versions the number of the key's versions
     */
    private record Finished(int calls, Doc vault, int versions) {}

    private static Finished finished(PrepareVariant variant, Face face) throws InterruptedException {
        var azure = variant.world(1);
        long before = azure.journal().last();
        face.keys(azure).begin(variant.request(azure)).await(LONG);
        var end = end(azure, calls(azure.journal().after(before)));
        assertThat(end.versions()).isEqualTo(1);
        assertThat(end.calls()).isGreaterThanOrEqualTo(3);
        return end;
    }

    /** Without the vault's challenge, which the SDK asks for once a host and remembers for all clients of the JVM. */
    private static int calls(Journal journal) {
        return (int) journal.entries().stream()
                .filter(call -> !call.outcome().startsWith("401"))
                .count();
    }

    private static Finished end(FakeAzure azure, int calls) {
        var vault = azure.vault(PrepareVariant.VAULT);
        return new Finished(
                calls,
                vault.document().without("systemData"),
                vault.versions(PrepareVariant.KEY).size());
    }

    private static void assertSameEnd(FakeAzure azure, Finished undisturbed, String what) {
        assertThat(end(azure, undisturbed.calls()))
                .as(what + "\n" + azure.journal().timeline())
                .isEqualTo(undisturbed);
    }
}
