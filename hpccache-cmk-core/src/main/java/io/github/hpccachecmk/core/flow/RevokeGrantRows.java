package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.RevokedGrant;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at what gives access and at who needs it, and takes away what is provably ours and needed by nobody who was seen. */
final class RevokeGrantRows {
    static final TransitionTable<RevokeGrantView> TABLE = new TransitionTable<>(
            "Take access away",
            Stream.of(KeyRequestRows.<RevokeGrantView>vault(), grant(), users(), ends())
                    .flatMap(List::stream)
                    .toList());

    /** Beyond the last moment, for clocks that differ. */
    private static final Duration GRACE = Duration.ofHours(1);

    private RevokeGrantRows() {}

    private static List<Row<RevokeGrantView>> grant() {
        return List.of(
                new Row<>(
                        "look-grant",
                        Row.Section.IDENTIFYING,
                        "what gives the principal access was not read yet",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> view.facts().get(view.assignmentsKey()).isUnread(),
                        view -> "Looking what gives " + view.request().principal() + " access.",
                        view -> new Decision.Read(Set.of(view.assignmentsKey()))),
                new Row<>(
                        "grant-failed",
                        Row.Section.IDENTIFYING,
                        "what gives the principal access could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.facts()
                                .get(view.assignmentsKey())
                                .failure()
                                .isPresent(),
                        view -> "Reading the role assignments failed.",
                        view -> Waits.in(view).trouble(Set.of(view.assignmentsKey()))),
                new Row<>(
                        "removal-not-seen",
                        Row.Section.IDENTIFYING,
                        "what was taken away a moment ago still shows",
                        Decision.Wait.class,
                        Phase.CONFIGURING,
                        view -> !view.isGone() && view.shownUntil().isPresent(),
                        view -> "The removal was accepted; looking whether it shows.",
                        view -> Waits.in(view)
                                .exactly(
                                        Phase.CONFIGURING,
                                        view.jittered(Duration.ofSeconds(5)),
                                        "the removal to show",
                                        view.shownUntil().orElseThrow(),
                                        ErrorCode.OUTCOME_UNKNOWN,
                                        Set.of(view.assignmentsKey(), view.vaultKey()))));
    }

    private static List<Row<RevokeGrantView>> users() {
        return List.of(
                new Row<>(
                        "look-users",
                        Row.Section.IDENTIFYING,
                        "there is something to take away, and who needs it is not known",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> !view.isGone() && !view.unread(view.lists()).isEmpty(),
                        view -> "Looking who needs the access.",
                        view -> new Decision.Read(view.unread(view.lists()))),
                new Row<>(
                        "users-failed",
                        Row.Section.IDENTIFYING,
                        "a list of those who may need the access could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> !view.isGone() && view.unreadable(view.lists()).isPresent(),
                        view -> "Reading who may need the access failed.",
                        view -> Waits.in(view).trouble(view.lists())),
                new Row<>(
                        "look-identities",
                        Row.Section.IDENTIFYING,
                        "a resource would need the access if one of its identities were the principal, which is not known",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> !view.isGone()
                                && !view.unread(view.identities()).isEmpty(),
                        view -> "Looking whose principal it is.",
                        view -> new Decision.Read(view.unread(view.identities()))),
                new Row<>(
                        "identities-failed",
                        Row.Section.IDENTIFYING,
                        "an identity that may have the principal could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> !view.isGone()
                                && view.unreadable(view.identities()).isPresent(),
                        view -> "Reading an identity failed.",
                        view -> Waits.in(view).trouble(view.identities())),
                new Row<>(
                        "still-needed",
                        Row.Section.IDENTIFYING,
                        "a resource uses the key with this identity",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> !view.isGone() && !view.using().isEmpty(),
                        view -> "The access is still needed.",
                        view -> new Decision.Blocked(
                                List.of(Findings.blocking(
                                        "still-needed",
                                        view.request().subject().toString(),
                                        ErrorCode.PREFLIGHT_BLOCKED,
                                        "The access of " + view.request().principal() + " is still needed by "
                                                + view.using().stream()
                                                        .map(target ->
                                                                target.id().toString())
                                                        .collect(Collectors.joining(", "))
                                                + ".",
                                        "Put the resource under another key with ChangeKey, or delete it, first.")),
                                false)),
                new Row<>(
                        "may-unwrap",
                        Row.Section.IDENTIFYING,
                        "a resource with this identity was changed within 24 hours, and may have been under the key before",
                        Decision.Wait.class,
                        Phase.SETTLING,
                        view -> !view.isGone() && view.mayUnwrapUntil().isPresent(),
                        view -> "A resource may still have to unwrap by the key until "
                                + view.mayUnwrapUntil().orElseThrow() + ".",
                        view -> Waits.in(view)
                                .exactly(
                                        Phase.SETTLING,
                                        Duration.between(
                                                view.now(),
                                                view.mayUnwrapUntil().orElseThrow()),
                                        "24 hours since the last change of a resource with this identity",
                                        view.mayUnwrapUntil().orElseThrow().plus(GRACE),
                                        ErrorCode.WAIT_LIMIT_REACHED,
                                        view.allWitnesses())));
    }

    private static List<Row<RevokeGrantView>> ends() {
        return List.of(
                new Row<>(
                        "take-away",
                        Row.Section.COMPLETING,
                        "something is provably ours, and nobody who was seen needs it",
                        Decision.Act.class,
                        Phase.CONFIGURING,
                        view -> !view.isGone(),
                        view -> "Taking the access of " + view.request().principal() + " away.",
                        view -> new Decision.Act(view.removal())),
                new Row<>(
                        "done",
                        Row.Section.PROVING,
                        "nothing that is provably ours gives access, proven by a read",
                        Decision.Done.class,
                        Phase.DONE,
                        view -> true,
                        view -> "Nothing of this library gives "
                                + view.request().principal() + " access.",
                        view -> new Decision.Done(outcome(view))));
    }

    private static RevokedGrant outcome(RevokeGrantView view) {
        return RevokedGrant.builder()
                .vault(view.request().vault())
                .key(view.request().subject())
                .principal(view.request().principal())
                .left(RevokeWrites.left(view))
                .unseen(RevokeWrites.unseen(view.request()))
                .observedAt(view.facts().get(view.assignmentsKey()).at())
                .writes(view.memory().writes())
                .build();
    }
}
