package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.policy.Rule;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resource exists under a key: who needs the new one gets access, which settles, and then the switch is sent. */
final class ChangeRows {
    private static final int MOST_CHANGES = 3;
    private static final Duration CHANGE_SHOWS = Duration.ofSeconds(30);

    private ChangeRows() {}

    /** Whoever needs the key gets access to it. */
    static List<Row<TargetView>> granting() {
        return List.of(
                new Row<>(
                        "change-of-failed",
                        Row.Section.AUTHORIZING,
                        "the resource has failed, so that no change of its key can be proven",
                        Decision.Failed.class,
                        Phase.FAILED,
                        TargetView::hasFailed,
                        view -> LookingRows.name(view) + " has failed.",
                        view -> new Decision.Failed(CmkError.of(
                                ErrorCode.RESOURCE_FAILED,
                                view.request().target() + " has failed; its key is not changed. It says: "
                                        + view.target()
                                                .flatMap(TargetSnapshot::healthText)
                                                .orElse("nothing")))),
                new Row<>(
                        "change-blocked",
                        Row.Section.AUTHORIZING,
                        "a write is due or the resource does not work, and a rule blocks",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> !blockers(view).isEmpty(),
                        view -> "Somebody has to act: " + blockers(view).size() + " finding(s) block.",
                        view -> new Decision.Blocked(blockers(view), false)),
                Granting.protectVault("protect-new-vault", Row.Section.AUTHORIZING),
                Granting.waitForIdentity(),
                new Row<>(
                        "read-assignments-change",
                        Row.Section.AUTHORIZING,
                        "the new key's vault uses roles, and whether the identity has one is not known",
                        Decision.Read.class,
                        Phase.GRANTING,
                        view -> view.isRbac()
                                && !view.unread(Granting.assignments(view)).isEmpty(),
                        view -> "Looking which roles the identity has.",
                        view -> new Decision.Read(view.unread(Granting.assignments(view)))),
                Granting.assignmentsFailed("assignments-failed-change", Row.Section.AUTHORIZING),
                new Row<>(
                        "grant-new-key",
                        Row.Section.AUTHORIZING,
                        "an identity has no access to the new key",
                        Decision.Act.class,
                        Phase.GRANTING,
                        view -> Granting.lacking(view).isPresent(),
                        view -> "Giving the "
                                + Granting.lacking(view).orElseThrow().label() + " access to the new key.",
                        view -> new Decision.Act(
                                Writes.grant(view, Granting.lacking(view).orElseThrow()))));
    }

    /** The access settles, and then the resource is switched. */
    static List<Row<TargetView>> switching() {
        return List.of(
                new Row<>(
                        "settle-new-key",
                        Row.Section.AUTHORIZING,
                        "a change is due, and the access to the new key is younger than the settle window",
                        Decision.Wait.class,
                        Phase.SETTLING,
                        view -> view.isKeyChangeDue() && !view.isPast(Optional.of(Granting.settledAt(view))),
                        view -> "The access to the new key is given until " + Granting.settledAt(view)
                                + " to take effect; then the key is changed.",
                        view -> Waits.in(view)
                                .exactly(
                                        Phase.SETTLING,
                                        Duration.between(view.now(), Granting.settledAt(view)),
                                        "the access to the new key to take effect (assumed after "
                                                + view.request().settleWindow().toMinutes() + " minutes)",
                                        Granting.settledAt(view).plus(Duration.ofHours(1)),
                                        ErrorCode.WAIT_LIMIT_REACHED,
                                        Waits.in(view).ground())),
                new Row<>(
                        "change-not-seen",
                        Row.Section.AUTHORIZING,
                        "the key was changed a moment ago, and the read may be older",
                        Decision.Wait.class,
                        Phase.CHANGING_KEY,
                        view -> view.isKeyChangeDue() && view.memory().keyChanges() > 0 && !isShown(view),
                        view -> "The key was changed; looking whether it shows.",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.CHANGING_KEY,
                                        Duration.ofSeconds(10),
                                        "the new key to show",
                                        shownAt(view),
                                        ErrorCode.WAIT_LIMIT_REACHED)),
                new Row<>(
                        "change-refused",
                        Row.Section.AUTHORIZING,
                        "the key was changed three times and still shows as before",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> view.isKeyChangeDue() && view.memory().keyChanges() >= MOST_CHANGES,
                        view -> "The new key does not stay.",
                        view -> new Decision.Blocked(
                                List.of(Findings.blocking(
                                        "change-refused",
                                        view.request().target().toString(),
                                        ErrorCode.WAIT_LIMIT_REACHED,
                                        "The key was changed three times and reads "
                                                + view.encryption()
                                                        .orElseThrow()
                                                        .key() + " again.",
                                        "Look who else changes it, then begin the same request again.")),
                                false)),
                new Row<>(
                        "change-while-busy",
                        Row.Section.AUTHORIZING,
                        "a change is due, and another operation on the resource goes on",
                        Decision.Wait.class,
                        Phase.CONFIGURING,
                        view -> view.isKeyChangeDue() && !view.isProvisioning(ProvisioningState.SUCCEEDED),
                        view -> LookingRows.name(view) + " is busy.",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.CONFIGURING,
                                        Duration.ofSeconds(30),
                                        "the operation on the resource to end",
                                        view.since(Phase.CONFIGURING).plus(Duration.ofHours(2)),
                                        ErrorCode.OPERATION_IN_PROGRESS)),
                new Row<>(
                        "note-rotation",
                        Row.Section.AUTHORIZING,
                        "a change is due that will switch the rotation flag off, and nobody else could know that it was on",
                        Decision.Wait.class,
                        Phase.CHANGING_KEY,
                        view -> view.isKeyChangeDue()
                                && view.memory().rotationSeenOn()
                                && view.memory().phase() != Phase.CHANGING_KEY,
                        view -> "Noting that automatic rotation is on, before the key is changed.",
                        view -> Waits.in(view)
                                .exactly(
                                        Phase.CHANGING_KEY,
                                        Duration.ofSeconds(1),
                                        "the note that automatic rotation is on",
                                        view.now().plusSeconds(1),
                                        ErrorCode.WAIT_LIMIT_REACHED,
                                        Set.of())),
                new Row<>(
                        "change-key",
                        Row.Section.AUTHORIZING,
                        "the resource is under another key than asked for",
                        Decision.Act.class,
                        Phase.CHANGING_KEY,
                        TargetView::isKeyChangeDue,
                        view -> "Putting " + view.request().target().name() + " under "
                                + view.wantedKey().orElseThrow() + ".",
                        view -> new Decision.Act(Writes.changeKey(
                                view.target().orElseThrow(),
                                view.wantedKey().orElseThrow(),
                                view.vaultId().orElseThrow()))));
    }

    /** Findings matter before a write, and while the resource does not work. */
    private static List<Finding> blockers(TargetView view) {
        boolean isWriteDue = view.isKeyChangeDue()
                || view.isVersionDue()
                || view.needsProtection()
                || ProveRows.wantsRotation(view)
                || Granting.lacking(view).isPresent();
        return isWriteDue || !view.isHealthy() || view.vault().isEmpty() || isKeyUnknown(view)
                ? view.blockers(EnumSet.of(Rule.Tier.GATE))
                : List.of();
    }

    /** A rotation cannot say what is newer than a version of a key that is not there. */
    private static boolean isKeyUnknown(TargetView view) {
        return view.rotate().isPresent() && view.newest().isEmpty();
    }

    private static boolean isShown(TargetView view) {
        return !view.now().isBefore(shownAt(view));
    }

    private static Instant shownAt(TargetView view) {
        return view.memory().keyChangedAt().orElse(view.now()).plus(CHANGE_SHOWS);
    }
}
