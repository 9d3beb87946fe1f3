package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.error.OperationFailedException;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to whichever call, the resource is under the new key in the end, and rotates if it did. */
class ChangeKeyCrashMatrixTest {
    private static final Duration LONG = Duration.ofHours(12);

    @ParameterizedTest
    @EnumSource(ChangeVariant.class)
    void troubleAtAnyCall_endsTheSame(ChangeVariant variant) throws InterruptedException {
        for (var face : Face.values()) {
            int calls = calls(variant, face);
            for (int call = 1; call <= calls; call++) {
                for (var trouble : Trouble.values()) {
                    var azure = variant.world(1).timing(CrashMatrixTest.brisk());
                    trouble.at(azure.faults().onAny().call(call));

                    face.keys(azure).begin(variant.request(azure)).await(LONG);

                    assertEnd(variant, azure, variant + " " + face + " " + trouble + " at call " + call);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ChangeVariant.class)
    void deathAtAnyCall_endsTheSame(ChangeVariant variant) throws InterruptedException {
        for (var face : Face.values()) {
            int calls = calls(variant, face);
            for (int call = 1; call <= calls; call++) {
                for (var death : Death.values()) {
                    for (boolean withHint : List.of(true, false)) {
                        boolean outlives = call == calls && death == Death.AFTER_ANSWER;
                        if (!outlives) {
                            dieOnce(variant, face, call, death, withHint);
                        }
                    }
                }
            }
        }
    }

    private static void dieOnce(ChangeVariant variant, Face face, int call, Death death, boolean withHint)
            throws InterruptedException {
        var azure = variant.world(1).timing(CrashMatrixTest.brisk());
        // That the flag was on only a hint can tell once the key is changed: without one, the request says it.
        var request = withHint
                ? variant.request(azure)
                : variant.builder(azure).autoRotation(variant.isRotating()).build();
        var what = variant + " " + face + " dies " + death + " at call " + call + (withHint ? " with" : " without")
                + " hint";
        death.at(azure.faults().onAny().call(call));

        var hint = liveUntilDeath(face, azure, request, what);
        azure.faults().clear();
        azure.faults().restart();
        var options = withHint ? OperationOptions.defaults().resumingFrom(hint) : OperationOptions.defaults();
        face.keys(azure).begin(request, options).await(LONG);

        assertEnd(variant, azure, what);
    }

    private static Hint liveUntilDeath(Face face, FakeAzure azure, ChangeKey request, String what)
            throws InterruptedException {
        var operation = face.keys(azure).begin(request);
        try {
            operation.await(LONG);
        } catch (OperationFailedException dead) {
            return operation.hint();
        }
        throw new AssertionError(
                "the process did not die: " + what + "\n" + azure.journal().timeline());
    }

    private static int calls(ChangeVariant variant, Face face) throws InterruptedException {
        var azure = variant.world(1).timing(CrashMatrixTest.brisk());
        long before = azure.journal().last();
        face.keys(azure).begin(variant.request(azure)).await(LONG);
        return azure.journal().after(before).entries().size();
    }

    private static void assertEnd(ChangeVariant variant, FakeAzure azure, String what) {
        var target = variant.target(azure);
        assertThat(target.isHealthy()).as(what).isTrue();
        assertThat(target.keyUrl()).as(what).isEqualTo(variant.newKey(azure).toString());
        assertThat(target.autoRotation())
                .as(what + "\n" + azure.journal().timeline())
                .isEqualTo(variant.isRotating());
    }
}
