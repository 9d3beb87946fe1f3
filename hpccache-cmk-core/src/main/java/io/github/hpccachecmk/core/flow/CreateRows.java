package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.Rule;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Phase;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that needs no identity of the resource's own happens before it exists and its time runs. */
final class CreateRows {
    private CreateRows() {}

    static List<Row<TargetView>> rows() {
        return List.of(
                new Row<>(
                        "read-gate",
                        Row.Section.BEFORE_CREATE,
                        "a fact is missing without which a write is unsafe",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> !view.unread(gate(view)).isEmpty(),
                        view -> "Checking vault, key, identities, and that the name is free.",
                        view -> new Decision.Read(view.unread(gate(view)))),
                new Row<>(
                        "gate-failed",
                        Row.Section.BEFORE_CREATE,
                        "a fact without which a write is unsafe could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.unreadable(gate(view)).isPresent(),
                        view -> "Reading what has to be known before a write failed.",
                        view -> Waits.in(view).trouble(gate(view))),
                new Row<>(
                        "read-advisory",
                        Row.Section.BEFORE_CREATE,
                        "an advisory fact was not read yet, and no approved plan has been through them",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> !view.unread(advisory(view)).isEmpty(),
                        view -> "Checking region, SKU, quota, network and the caller's rights.",
                        view -> new Decision.Read(view.unread(advisory(view)))),
                new Row<>(
                        "blocked",
                        Row.Section.BEFORE_CREATE,
                        "a rule blocks",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> !view.blockers(tiers(view)).isEmpty(),
                        view -> "Nothing is written: "
                                + view.blockers(tiers(view)).size() + " finding(s) block.",
                        view -> new Decision.Blocked(view.blockers(tiers(view)), false)),
                Granting.protectVault("protect-vault", Row.Section.BEFORE_CREATE),
                new Row<>(
                        "read-assignments",
                        Row.Section.BEFORE_CREATE,
                        "the vault uses roles, and an identity's assignments were not read yet",
                        Decision.Read.class,
                        Phase.GRANTING,
                        view -> view.isRbac() && !unreadAssignments(view).isEmpty(),
                        view -> "Looking which roles the identity has.",
                        view -> new Decision.Read(unreadAssignments(view))),
                Granting.assignmentsFailed("assignments-failed", Row.Section.BEFORE_CREATE),
                new Row<>(
                        "others-must-grant-first",
                        Row.Section.BEFORE_CREATE,
                        "somebody else is to grant, the identity has no access, and the create would fail without it",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> !view.kind().waitsForKey()
                                && Granting.lacking(view).isPresent()
                                && Granting.other(view).isPresent(),
                        view -> "Waiting for " + Granting.other(view).orElse("") + " to grant access.",
                        view -> new Decision.Blocked(
                                List.of(Findings.blocking(
                                        "others-must-grant-first",
                                        view.request().target().toString(),
                                        ErrorCode.KEY_ACCESS_MISSING,
                                        "The "
                                                + Granting.lacking(view)
                                                        .orElseThrow()
                                                        .label() + " (principal "
                                                + Granting.lacking(view)
                                                        .orElseThrow()
                                                        .principal()
                                                + ") has no access to the key as far as can be seen from outside, and a "
                                                + view.kind().displayName()
                                                + " fails without it.",
                                        "Have " + Granting.other(view).orElse("")
                                                + " grant it, then begin the same request again.")),
                                false)),
                new Row<>(
                        "grant-first",
                        Row.Section.BEFORE_CREATE,
                        "a user-assigned identity has no access to the key",
                        Decision.Act.class,
                        Phase.GRANTING,
                        view -> Granting.lacking(view).isPresent()
                                && Granting.other(view).isEmpty(),
                        view -> "Giving the "
                                + Granting.lacking(view).orElseThrow().label() + " access to the key.",
                        view -> new Decision.Act(
                                Writes.grant(view, Granting.lacking(view).orElseThrow()))),
                new Row<>(
                        "settle",
                        Row.Section.BEFORE_CREATE,
                        "the create fails without access, and the grant is younger than the settle window",
                        Decision.Wait.class,
                        Phase.SETTLING,
                        view -> !view.kind().waitsForKey() && view.now().isBefore(Granting.settledAt(view)),
                        view -> "The grant is given until " + Granting.settledAt(view) + " to take effect.",
                        view -> Waits.in(view)
                                .exactly(
                                        Phase.SETTLING,
                                        Duration.between(view.now(), Granting.settledAt(view)),
                                        "the grant to take effect (assumed after "
                                                + view.request().settleWindow().toMinutes() + " minutes)",
                                        Granting.settledAt(view).plus(Duration.ofHours(1)),
                                        ErrorCode.WAIT_LIMIT_REACHED,
                                        Waits.in(view).ground())),
                new Row<>(
                        "create",
                        Row.Section.BEFORE_CREATE,
                        "all is ready and two witnesses say that the name is free",
                        Decision.Act.class,
                        Phase.CREATING,
                        view -> view.create().isPresent(),
                        view -> "Sending the create of "
                                + view.request().target().name() + ".",
                        view -> new Decision.Act(Writes.create(view.create().orElseThrow()))));
    }

    private static Set<FactKey<?>> gate(TargetView view) {
        var keys = new LinkedHashSet<FactKey<?>>();
        keys.add(view.groupKey());
        keys.addAll(view.gateFacts());
        return keys;
    }

    private static Set<FactKey<?>> advisory(TargetView view) {
        return view.stance().advisoryCleared()
                ? Set.of()
                : view.rules().facts(view.situation(), EnumSet.of(Rule.Tier.ADVISORY));
    }

    private static Set<Rule.Tier> tiers(TargetView view) {
        return view.stance().advisoryCleared() ? EnumSet.of(Rule.Tier.GATE) : EnumSet.allOf(Rule.Tier.class);
    }

    private static Set<FactKey<?>> unreadAssignments(TargetView view) {
        var keys = new LinkedHashSet<FactKey<?>>();
        view.keyScope()
                .ifPresent(scope -> view.grantees().stream()
                        .filter(grantee -> view.access(grantee).isUnread())
                        .forEach(grantee -> keys.add(new FactKey.Assignments(scope, grantee.principal()))));
        return view.unread(keys);
    }
}
