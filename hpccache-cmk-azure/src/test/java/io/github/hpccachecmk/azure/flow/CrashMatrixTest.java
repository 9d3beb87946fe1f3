package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.error.OperationFailedException;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.fault.ProcessStopped;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.Timing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process dies at every remote call of every variant: before the call, after the effect but before the answer, and
 * after the answer. A new process comes to the same end, with and without the hint of the dead one.
 */
class CrashMatrixTest {
    private static final Duration LONG = Duration.ofHours(12);
    private static final Timing BRISK = brisk();

    @ParameterizedTest
    @EnumSource(Variant.class)
    void deathAtAnyCall_throughPorts_endsTheSame(Variant variant) throws InterruptedException {
        dieEverywhere(variant, Face.PORTS, BRISK);
    }

    @ParameterizedTest
    @EnumSource(Variant.class)
    void deathAtAnyCall_throughTheAzureSdk_endsTheSame(Variant variant) throws InterruptedException {
        dieEverywhere(variant, Face.AZURE_SDK, Timing.immediate());
    }

    /** Every change takes a few seconds, so that each wait is seen without hundreds of equal polls. */
    static Timing brisk() {
        var timing = Timing.immediate();
        for (var change : Change.values()) {
            if (change != Change.AUTHORIZATION_DEADLINE && change != Change.KEY_DATE_REACHED) {
                timing = timing.with(change, Delay.after(Duration.ofSeconds(10)));
            }
        }
        return timing;
    }

    private static void dieEverywhere(Variant variant, Face face, Timing timing) throws InterruptedException {
        var undisturbed = variant.world(1).timing(timing);
        long before = undisturbed.journal().last();
        face.keys(undisturbed).begin(variant.request(undisturbed)).await(LONG);
        var expected = EndState.of(undisturbed, variant);
        int calls = undisturbed.journal().after(before).entries().size();
        assertThat(expected.targets()).hasSize(1);

        for (int call = 1; call <= calls; call++) {
            for (var death : Death.values()) {
                for (boolean withHint : List.of(true, false)) {
                    boolean outlives = call == calls && death == Death.AFTER_ANSWER;
                    if (!outlives) {
                        dieOnce(variant, face, timing, expected, call, death, withHint);
                    }
                }
            }
        }
    }

    private static void dieOnce(
            Variant variant, Face face, Timing timing, EndState expected, int call, Death death, boolean withHint)
            throws InterruptedException {
        var azure = variant.world(1).timing(timing);
        var request = variant.request(azure);
        var what = variant + " " + face + " dies " + death + " at call " + call + (withHint ? " with" : " without")
                + " hint";
        death.at(azure.faults().onAny().call(call));

        var hint = liveUntilDeath(face.keys(azure), request, what);
        azure.faults().clear();
        azure.faults().restart();
        long deadUntil = azure.journal().last();
        var options = withHint ? OperationOptions.defaults().resumingFrom(hint) : OperationOptions.defaults();
        face.keys(azure).begin(request, options).await(LONG);

        var timeline = what + "\n" + azure.journal().timeline();
        assertThat(EndState.of(azure, variant)).as(timeline).isEqualTo(expected);
        assertThat(azure.journal().after(deadUntil).entries()).as(timeline).isNotEmpty();
    }

    private static Hint liveUntilDeath(CustomerManagedKeys keys, CmkRequest<EncryptedResource> request, String what)
            throws InterruptedException {
        var operation = keys.begin(request);
        try {
            operation.await(LONG);
        } catch (OperationFailedException dead) {
            assertThat(dead).as(what).hasRootCauseInstanceOf(ProcessStopped.class);
            return operation.hint();
        }
        throw new AssertionError("the process did not die: " + what);
    }
}
