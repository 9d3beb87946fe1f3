package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.failure.ResourceDiagnosis;
import io.github.hpccachecmk.core.failure.ServiceText;
import io.github.hpccachecmk.core.policy.Rule;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The resource exists and is the one meant: its identity needs the key, however late it is. */
final class AuthorizeRows {
    private static final Set<Rule.Tier> GATE = EnumSet.of(Rule.Tier.GATE);
    /** A create that failed for a missing grant is sent again this often at the most. */
    private static final int MOST_RESENDS = 3;

    /** How long beyond the settle window a grant can take: role changes were seen to take up to half an hour in all. */
    private static final Duration SLOW_GRANT = Duration.ofMinutes(20);

    private AuthorizeRows() {}

    static List<Row<TargetView>> rows() {
        return List.of(
                new Row<>(
                        "read-failure",
                        Row.Section.AUTHORIZING,
                        "the resource failed, and the create's operation can say why",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> view.hasFailed()
                                && !view.unread(operation(view)).isEmpty(),
                        view -> LookingRows.name(view) + " failed; reading why.",
                        view -> new Decision.Read(view.unread(operation(view)))),
                new Row<>(
                        "failed-for-good",
                        Row.Section.AUTHORIZING,
                        "the resource failed, and sending the create again is not allowed or would not help",
                        Decision.Failed.class,
                        Phase.FAILED,
                        view -> view.hasFailed() && !mayResend(view),
                        view -> LookingRows.name(view) + " has failed.",
                        view -> new Decision.Failed(failure(view))),
                new Row<>(
                        "ground-blocked",
                        Row.Section.AUTHORIZING,
                        "a write is due or the resource does not work yet, and a rule blocks",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> isGroundNeeded(view) && !groundBlockers(view).isEmpty(),
                        view -> "Somebody has to act: " + groundBlockers(view).size() + " finding(s) block.",
                        view -> new Decision.Blocked(groundBlockers(view), true)),
                Granting.protectVault("protect-vault-later", Row.Section.AUTHORIZING),
                Granting.waitForIdentity(),
                new Row<>(
                        "read-assignments-later",
                        Row.Section.AUTHORIZING,
                        "the vault uses roles, and whether the identity has one is not known",
                        Decision.Read.class,
                        Phase.GRANTING,
                        view -> view.isRbac() && !lookedFor(view).isEmpty(),
                        view -> "Looking which roles the identity has.",
                        view -> new Decision.Read(lookedFor(view))),
                Granting.assignmentsFailed("assignments-failed-later", Row.Section.AUTHORIZING),
                new Row<>(
                        "others-must-grant",
                        Row.Section.AUTHORIZING,
                        "the identity has no access, and the request says that somebody else gives it",
                        Decision.Wait.class,
                        Phase.WAITING_FOR_KEY,
                        view -> !view.isHealthy()
                                && Granting.lacking(view).isPresent()
                                && Granting.other(view).isPresent(),
                        view -> "Waiting for " + Granting.other(view).orElse("") + " to give principal "
                                + Granting.lacking(view)
                                        .map(Grantee::principal)
                                        .map(PrincipalId::toString)
                                        .orElse("")
                                + " access to the key.",
                        view -> Waits.in(view)
                                .exactly(
                                        Phase.WAITING_FOR_KEY,
                                        view.jittered(Duration.ofSeconds(30)),
                                        "a grant by " + Granting.other(view).orElse(""),
                                        ProveRows.keyLimit(view),
                                        ErrorCode.KEY_ACCESS_MISSING,
                                        view.facts().keys())),
                new Row<>(
                        "grant",
                        Row.Section.AUTHORIZING,
                        "an identity has no access to the key",
                        Decision.Act.class,
                        Phase.GRANTING,
                        view -> Granting.lacking(view).isPresent()
                                && Granting.other(view).isEmpty(),
                        view -> "Giving the "
                                + Granting.lacking(view).orElseThrow().label() + " access to the key.",
                        view -> new Decision.Act(
                                Writes.grant(view, Granting.lacking(view).orElseThrow()))),
                new Row<>(
                        "settle-later",
                        Row.Section.AUTHORIZING,
                        "the create failed for a missing grant, and the grant or that create is younger than the settle window",
                        Decision.Wait.class,
                        Phase.SETTLING,
                        view -> view.hasFailed() && !view.isPast(Optional.of(resendAt(view))),
                        view -> "The grant is given until "
                                + resendAt(view)
                                + " to take effect; then the identical create is sent again.",
                        view -> Waits.in(view)
                                .exactly(
                                        Phase.SETTLING,
                                        Duration.between(view.now(), resendAt(view)),
                                        "the grant to take effect (assumed after "
                                                + view.request().settleWindow().toMinutes() + " minutes)",
                                        resendAt(view).plus(Duration.ofHours(1)),
                                        ErrorCode.WAIT_LIMIT_REACHED,
                                        Waits.in(view).ground())),
                new Row<>(
                        "create-again",
                        Row.Section.AUTHORIZING,
                        "the create failed for a missing grant, which has settled since",
                        Decision.Act.class,
                        Phase.CREATING,
                        TargetView::hasFailed,
                        view -> "Sending the identical create again, after it failed for a missing grant.",
                        view -> new Decision.Act(Writes.create(view.create().orElseThrow()))));
    }

    private static Set<FactKey<?>> operation(TargetView view) {
        return view.memory()
                .operation()
                .<Set<FactKey<?>>>map(url -> Set.of(new FactKey.OperationOutcome(url)))
                .orElse(Set.of());
    }

    /** The rules that matter to an existing resource; what only concerns a create has been decided by the service. */
    private static List<Finding> groundBlockers(TargetView view) {
        return view.blockers(GATE);
    }

    /** Findings matter while the resource does not work, or before a write; one that works is not held up by a warning sign. */
    private static boolean isGroundNeeded(TargetView view) {
        return isWriteDue(view) || !view.isHealthy() || view.vault().isEmpty();
    }

    private static boolean isWriteDue(TargetView view) {
        return view.needsProtection()
                || view.hasFailed()
                || ProveRows.wantsRotation(view)
                || (Granting.lacking(view).isPresent()
                        && Granting.other(view).isEmpty()
                        && (!view.isHealthy() || lookedFor(view).isEmpty()));
    }

    /**
     * Assignments are listed where a grant may well be there already. A resource that is still being made and shows a
     * principal of its own is granted at once instead: sending the same assignment again is harmless, and time runs. A
     * process that does not remember the create may have forgotten its grant too, and would send it at every look.
     */
    private static Set<FactKey<?>> lookedFor(TargetView view) {
        boolean mayHaveOne = view.isHealthy()
                || view.memory().lookAtGrants()
                || (view.create().isPresent() && view.memory().createSentAt().isEmpty())
                || Granting.other(view).isPresent();
        return view.keyScope()
                .<Set<FactKey<?>>>map(scope -> view.grantees().stream()
                        .filter(grantee -> view.access(grantee).isUnread())
                        .filter(grantee -> mayHaveOne || !grantee.system() || wasGranted(view, grantee))
                        .map(grantee -> new FactKey.Assignments(scope, grantee.principal()))
                        .filter(key -> view.facts().get(key).isUnread())
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    private static boolean wasGranted(TargetView view, Grantee grantee) {
        return view.memory().grants().containsKey(new Memory.GrantKey(AccessModel.RBAC, grantee.principal()));
    }

    /**
     * Whether sending the identical create again can help: the kind allows it, it is this request's own create, and the
     * last one came before the grant was effective for sure. That bounds it even for a process that remembers nothing,
     * because every create moves the time of the last change.
     */
    private static boolean mayResend(TargetView view) {
        boolean otherReason = reason(view)
                .filter(reason -> reason.code() != ErrorCode.KEY_ACCESS_MISSING)
                .isPresent();
        if (!view.kind().mayResendFailedCreate()
                || view.create().isEmpty()
                || !Ownership.isOurs(view)
                || otherReason
                || view.memory().resends() >= MOST_RESENDS) {
            return false;
        }
        var sent = lastSent(view);
        return Granting.lacking(view).isPresent()
                || view.grantees().stream()
                        .map(view::access)
                        .map(GrantState::since)
                        .flatMap(Optional::stream)
                        .anyMatch(written -> sent.filter(at ->
                                        at.isBefore(written.plus(view.request().settleWindow())
                                                .plus(SLOW_GRANT)))
                                .isPresent());
    }

    /** Not before the grant has settled, nor sooner after the last create than a grant takes to settle. */
    private static Instant resendAt(TargetView view) {
        var settled = Granting.settledAt(view);
        return lastSent(view)
                .map(sent -> sent.plus(view.request().settleWindow()))
                .filter(spaced -> spaced.isAfter(settled))
                .orElse(settled);
    }

    private static Optional<Instant> lastSent(TargetView view) {
        // The later of the two: a stale read may still show the time of the create before.
        return Stream.of(
                        view.target().flatMap(TargetSnapshot::lastModifiedAt),
                        view.memory().createSentAt())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private static CmkError failure(TargetView view) {
        var target = view.request().target();
        var missed =
                view.deadline().filter(deadline -> view.isPast(Optional.of(deadline)) && !wasInTime(view, deadline));
        if (view.kind().waitsForKey() && missed.isPresent()) {
            return CmkError.of(
                    ErrorCode.AUTHORIZATION_DEADLINE_MISSED,
                    target + " was to be authorized by " + missed.get() + " and has failed since; it says: "
                            + words(view));
        }
        return CmkError.of(ErrorCode.RESOURCE_FAILED, target + " has failed; it says: " + words(view));
    }

    private static boolean wasInTime(TargetView view, Instant deadline) {
        return view.grantees().stream()
                .map(view::access)
                .map(GrantState::since)
                .flatMap(Optional::stream)
                .anyMatch(at -> at.isBefore(deadline));
    }

    private static Optional<ResourceDiagnosis> reason(TargetView view) {
        return operation(view).stream()
                .map(FactKey.OperationOutcome.class::cast)
                .map(key -> view.facts().value(key))
                .flatMap(Optional::stream)
                .filter(status -> !status.errorCode().isEmpty())
                .map(status -> FailureClassifier.classifyResourceFailure(status.errorCode(), status.errorMessage()))
                .findFirst()
                .or(() -> view.target()
                        .flatMap(TargetSnapshot::healthText)
                        .map(text -> FailureClassifier.classifyResourceFailure("", text))
                        .filter(found -> found.code() == ErrorCode.KEY_ACCESS_MISSING));
    }

    private static String words(TargetView view) {
        return reason(view)
                .map(reason -> (reason.serviceCode() + " " + reason.message()).strip())
                .or(() -> view.target().flatMap(TargetSnapshot::healthText).map(ServiceText::shown))
                .orElse("nothing");
    }
}
