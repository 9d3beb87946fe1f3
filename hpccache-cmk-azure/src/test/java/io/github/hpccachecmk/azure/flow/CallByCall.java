package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.error.OperationFailedException;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.Duration;
import java.util.List;

/** Every call of one job, one after the other: trouble at it, or the death of the process at it and a second life. */
final class CallByCall {
    private static final Duration LONG = Duration.ofHours(12);

    private CallByCall() {}

    /** One job in a world of its own. */
    interface Given {
        FakeAzure world() throws InterruptedException;

        /** With or without the hint of a life before: what only a hint can tell, a request without it has to say. */
        CmkRequest<? extends Outcome> request(FakeAzure azure, boolean withHint);

        void assertEnd(FakeAzure azure, String what);
    }

    static void trouble(Given given) throws InterruptedException {
        for (var face : Face.values()) {
            int calls = calls(given, face);
            for (int call = 1; call <= calls; call++) {
                for (var trouble : Trouble.values()) {
                    var azure = given.world().timing(CrashMatrixTest.brisk());
                    trouble.at(azure.faults().onAny().call(call));

                    face.keys(azure).begin(given.request(azure, true)).await(LONG);

                    given.assertEnd(azure, given + " " + face + " " + trouble + " at call " + call);
                }
            }
        }
    }

    static void death(Given given) throws InterruptedException {
        for (var face : Face.values()) {
            int calls = calls(given, face);
            for (int call = 1; call <= calls; call++) {
                for (var death : Death.values()) {
                    for (boolean withHint : List.of(true, false)) {
                        boolean outlives = call == calls && death == Death.AFTER_ANSWER;
                        if (!outlives) {
                            dieOnce(given, face, call, death, withHint);
                        }
                    }
                }
            }
        }
    }

    private static void dieOnce(Given given, Face face, int call, Death death, boolean withHint)
            throws InterruptedException {
        var azure = given.world().timing(CrashMatrixTest.brisk());
        var request = given.request(azure, withHint);
        var what = given + " " + face + " dies " + death + " at call " + call + (withHint ? " with" : " without")
                + " hint";
        death.at(azure.faults().onAny().call(call));

        var hint = liveUntilDeath(face, azure, request, what);
        azure.faults().clear();
        azure.faults().restart();
        var options = withHint ? OperationOptions.defaults().resumingFrom(hint) : OperationOptions.defaults();
        face.keys(azure).begin(request, options).await(LONG);

        given.assertEnd(azure, what);
    }

    private static Hint liveUntilDeath(Face face, FakeAzure azure, CmkRequest<?> request, String what)
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

    /** The second run's: the first one may ask a vault for the challenge, which the client keeps for the whole JVM. */
    private static int calls(Given given, Face face) throws InterruptedException {
        callsOnce(given, face);
        return callsOnce(given, face);
    }

    private static int callsOnce(Given given, Face face) throws InterruptedException {
        var azure = given.world().timing(CrashMatrixTest.brisk());
        long before = azure.journal().last();
        face.keys(azure).begin(given.request(azure, true)).await(LONG);
        return azure.journal().after(before).entries().size();
    }
}
