package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.testkit.search.Safety.Breach;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.storagecache.Phase;
import java.time.Instant;
import java.util.Optional;

/** Whether the end of a flow is one that the world explains. */
final class Reasons {
    private Reasons() {}

    /** What is wrong with an end of the first request, when nothing is in its way any more. */
    static Optional<Breach> judge(StepResult<EncryptedResource> result, World world, Instant now, Start start) {
        if (result.state() == StepResult.State.DONE) {
            return Optional.empty();
        }
        if (result.error().isEmpty()) {
            return Optional.of(new Breach(Safety.CONVERGES, result.state() + " without a code"));
        }
        return explains(world, now, start)
                ? Optional.empty()
                : Optional.of(new Breach(
                        Safety.BLOCKED_FOR_A_REASON,
                        result.state() + " " + result.error() + ", in " + new Truth(world, start).target()));
    }

    /** Whether the world as it is keeps the first request from succeeding. */
    private static boolean explains(World world, Instant now, Start start) {
        var truth = new Truth(world, start);
        var request = start.requests().get(0);
        boolean needsProtection = !truth.isProtected(start.vault())
                && Consents.of(request)
                        .filter(id -> World.canonical(id).equals(start.vault()))
                        .isEmpty();
        return needsProtection
                || !truth.isKeyUsable(request, now)
                || truth.isPhase(Phase.FAILED)
                || truth.isPhase(Phase.KEY_LOST)
                || (truth.exists()
                        && !truth.hasKeyOf(request)
                        && !start.sketch().job().isChange())
                || (!truth.exists()
                        && (start.sketch().job() == Sketch.Job.AUTHORIZE
                                || start.sketch().job().isChange()))
                // A plan is approved for the world in which it was made.
                || start.approved().isPresent();
    }
}
