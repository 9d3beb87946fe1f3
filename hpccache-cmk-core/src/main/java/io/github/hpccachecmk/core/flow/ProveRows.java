package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.SupersededKey;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.CreateRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Access is granted: the resource has to become healthy, and everything asked for is proven by a read. */
final class ProveRows {
    static final int MOST_ROTATION_TRIES = 3;
    private static final Duration FLAG_SHOWS = Duration.ofSeconds(30);

    private ProveRows() {}

    static List<Row<TargetView>> rows() {
        return List.of(
                new Row<>(
                        "prove",
                        Row.Section.PROVING,
                        "all that is known of the resource is a write's answer, which proves nothing",
                        Decision.Read.class,
                        Phase.CONFIGURING,
                        view -> view.memory().answerOnly(),
                        view -> "Reading " + view.request().target().name() + ".",
                        view -> new Decision.Read(Set.of(view.targetKey()))),
                new Row<>(
                        "wait-for-key",
                        Row.Section.PROVING,
                        "access is granted and the resource has not noticed yet",
                        Decision.Wait.class,
                        Phase.WAITING_FOR_KEY,
                        view -> view.isHealth(HealthState.WAITING_FOR_KEY),
                        view -> "Access is granted; waiting for "
                                + view.request().target().name() + " to notice.",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.WAITING_FOR_KEY,
                                        Duration.ofSeconds(15),
                                        "the resource to notice that it has access (assumed effective some minutes after the"
                                                + " grant; should it never notice, sending the identical create again may help)",
                                        keyLimit(view),
                                        ErrorCode.KEY_ACCESS_MISSING)),
                new Row<>(
                        "stopped",
                        Row.Section.PROVING,
                        "the resource is stopped",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> view.isProvisioning(ProvisioningState.SUCCEEDED)
                                && (view.isHealth(HealthState.STOPPED) || view.isHealth(HealthState.STOPPING)),
                        view -> LookingRows.name(view) + " is stopped.",
                        view -> new Decision.Blocked(
                                List.of(Findings.blocking(
                                        "stopped",
                                        view.request().target().toString(),
                                        ErrorCode.WAIT_LIMIT_REACHED,
                                        LookingRows.name(view)
                                                + " is stopped, so whether it can use its key does not show.",
                                        "Start it; the flow goes on by itself.")),
                                true)),
                new Row<>(
                        "wait-healthy",
                        Row.Section.PROVING,
                        "the resource makes its encrypted disks, or is degraded for some minutes after it",
                        Decision.Wait.class,
                        Phase.CONFIGURING,
                        view -> !view.isHealthy(),
                        view -> "Waiting for " + view.request().target().name() + " to become "
                                + view.kind().healthyState() + "; it says "
                                + view.target()
                                        .map(found -> found.provisioningState()
                                                        .map(Object::toString)
                                                        .orElse("no state") + ", "
                                                + found.health()
                                                        .map(Object::toString)
                                                        .orElse("no health"))
                                        .orElse("nothing")
                                + ".",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.CONFIGURING,
                                        Duration.ofSeconds(30),
                                        "health " + view.kind().healthyState(),
                                        view.since(Phase.CONFIGURING).plus(Duration.ofHours(2)),
                                        ErrorCode.WAIT_LIMIT_REACHED)),
                new Row<>(
                        "rotation-not-seen",
                        Row.Section.PROVING,
                        "the rotation flag was written a moment ago, and the read may be older",
                        Decision.Wait.class,
                        Phase.SETTING_ROTATION,
                        view -> wantsRotation(view)
                                && view.memory().rotationTries() > 0
                                && view.now().isBefore(rotationShown(view)),
                        view -> "The rotation flag was set; looking whether it stays.",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.SETTING_ROTATION,
                                        Duration.ofSeconds(10),
                                        "the rotation flag to show",
                                        rotationShown(view),
                                        ErrorCode.WAIT_LIMIT_REACHED)),
                new Row<>(
                        "rotation-refused",
                        Row.Section.PROVING,
                        "the rotation flag was written three times and is still off",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> wantsRotation(view) && view.memory().rotationTries() >= MOST_ROTATION_TRIES,
                        view -> "The rotation flag does not stay on.",
                        view -> new Decision.Blocked(
                                List.of(Findings.blocking(
                                        "rotation-refused",
                                        view.request().target().toString(),
                                        ErrorCode.WAIT_LIMIT_REACHED,
                                        "rotationToLatestKeyVersionEnabled was set to true three times and reads false.",
                                        "Set it in the portal, or begin the same request again later.")),
                                false)),
                new Row<>(
                        "set-rotation",
                        Row.Section.PROVING,
                        "auto rotation is wanted and the flag is off: it has no effect on a create",
                        Decision.Act.class,
                        Phase.SETTING_ROTATION,
                        ProveRows::wantsRotation,
                        view -> "Switching the rotation to the latest key version on.",
                        view -> new Decision.Act(Writes.setRotation(
                                view.target().orElseThrow(), view.encryption().orElseThrow()))),
                new Row<>(
                        "done",
                        Row.Section.PROVING,
                        "provisioned, healthy, under the key asked for, proven by a read",
                        Decision.Done.class,
                        Phase.DONE,
                        view -> true,
                        view -> LookingRows.name(view) + " is encrypted under "
                                + view.encryption().map(EncryptionSettings::key).orElseThrow()
                                + " and healthy.",
                        view -> new Decision.Done(outcome(view))));
    }

    /**
     * Only the service's own failure ends the wait for the key; the limit leaves it an hour beyond its own deadline, and
     * an hour from the first wait where the deadline was over before.
     */
    static Instant keyLimit(TargetView view) {
        var since = view.since(Phase.WAITING_FOR_KEY);
        var deadline = view.deadline().orElseGet(() -> since.plus(Duration.ofMinutes(90)));
        return (deadline.isAfter(since) ? deadline : since).plus(Duration.ofHours(1));
    }

    /** When a flag that was written has to show: half a minute after each try. */
    private static Instant rotationShown(TargetView view) {
        return view.since(Phase.SETTING_ROTATION)
                .plus(FLAG_SHOWS.multipliedBy(view.memory().rotationTries()));
    }

    static boolean wantsRotation(TargetView view) {
        boolean wanted = view.create().map(CreateRequest::autoRotation).orElse(false)
                || view.change().map(ChangeKey::autoRotation).orElse(false)
                || (view.switchesKey() && view.memory().rotationSeenOn());
        return wanted && view.kind().hasRotationFlag() && !view.rotates();
    }

    private static EncryptedResource outcome(TargetView view) {
        var target = view.target().orElseThrow();
        var encryption = target.encryption().orElseThrow();
        return EncryptedResource.builder()
                .target(view.request().target())
                .key(encryption.key())
                .vault(view.vaultId().orElseThrow())
                .addAllPrincipals(
                        view.grantees().stream().map(Grantee::principal).toList())
                .autoRotation(encryption.autoRotation().orElse(false))
                .superseded(view.rotate()
                        .map(rotate -> SupersededKey.of(
                                rotate.newerThan(),
                                view.memory()
                                        .newerSeenAt()
                                        .orElse(view.targetFact().at()))))
                .provisioningState(target.provisioningState().orElseThrow())
                .health(target.health().orElseThrow())
                .createdAt(target.createdAt())
                .observedAt(view.targetFact().at())
                .addAllWrites(view.memory().writes())
                .build();
    }
}
