package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.policy.KeyAccess;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.request.RevokeGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The view of a request that takes access to a key away. */
final class RevokeGrantView extends KeyRequestView {
    /** How long a list may go on showing what was taken away. */
    private static final Duration SHOWS_WITHIN = Duration.ofMinutes(2);

    private final RevokeGrant request;

    /** Parameters as of {@link View}; the situation's request takes access away. */
    RevokeGrantView(Situation situation, Memory memory, RuleCatalogue rules, Stance stance, double jitter) {
        super(situation, memory, rules, stance, jitter);
        this.request = (RevokeGrant) situation.request();
    }

    @Override
    RevokeGrant request() {
        return request;
    }

    @Override
    Move decide() {
        return RevokeGrantRows.TABLE.decide(this);
    }

    // What gives access --------------------------------------------------------------------------------------------

    FactKey.Assignments assignmentsKey() {
        return new FactKey.Assignments(request.subject(), request.principal());
    }

    /** What gives the principal access by role, at the key or above. */
    List<RoleAssignment> assignments() {
        return facts().value(assignmentsKey()).orElse(List.of()).stream()
                .filter(assignment -> KeyAccess.isAtOrAbove(
                        assignment.scope(), request.subject().canonical()))
                .toList();
    }

    /** The assignment that is provably ours. */
    Optional<RoleAssignment> ourAssignment() {
        return assignments().stream()
                .filter(GrantNames::isOurs)
                .filter(assignment -> assignment.principal().equals(request.principal()))
                .findFirst();
    }

    List<AccessPolicy> entries() {
        return vault().stream()
                .flatMap(found -> found.accessPolicies().stream())
                .filter(policy -> policy.principal().equals(request.principal()))
                .toList();
    }

    /** The entry that the caller says is ours, when it holds what we write and nothing else. */
    Optional<AccessPolicy> ourEntry() {
        return entries().stream()
                .filter(policy -> request.consent().isPresent()
                        && policy.application().isEmpty()
                        && policy.keyPermissions().equals(KeyAccess.KEY_PERMISSIONS)
                        && !policy.givesMore())
                .findFirst();
    }

    boolean isGone() {
        return ourAssignment().isEmpty() && ourEntry().isEmpty();
    }

    /** The next thing to take away. */
    Write removal() {
        return ourAssignment()
                .map(assignment -> RevokeWrites.role(request, assignment))
                .orElseGet(() -> RevokeWrites.entry(request, ourEntry().orElseThrow()));
    }

    /** Until when the list may still show what this process took away; empty when it took nothing of the kind. */
    Optional<Instant> shownUntil() {
        return memory().writes().contains(removal().kind())
                ? memory().createSentAt().map(sent -> sent.plus(SHOWS_WITHIN)).filter(now()::isBefore)
                : Optional.empty();
    }

    // Who needs it -------------------------------------------------------------------------------------------------

    /** The lists of those who may need the access. */
    Set<FactKey<?>> lists() {
        var lists = new LinkedHashSet<FactKey<?>>();
        for (var subscription : request.subscriptions()) {
            for (var kind : TargetKind.values()) {
                lists.add(new FactKey.TargetsInSubscription(kind, subscription));
            }
        }
        return lists;
    }

    /** The identities of which it has to be known whose principal the request's is; none once a resource's own identity has it. */
    Set<FactKey<?>> identities() {
        var identities = new LinkedHashSet<FactKey<?>>();
        if (targets().stream().noneMatch(users()::hasPrincipal)) {
            targets().stream()
                    .filter(users()::isConcerned)
                    .flatMap(target -> target.userAssigned().stream())
                    .forEach(id -> identities.add(new FactKey.Identity(id)));
        }
        return identities;
    }

    KeyUsers users() {
        return new KeyUsers(
                request,
                ourEntry().isPresent(),
                facts(),
                memory().targetSeenAt().orElse(now()),
                now());
    }

    /** Those that use the key with this identity. */
    List<TargetSnapshot> using() {
        return targets().stream().filter(users()::needs).toList();
    }

    /** Until when those that were changed to another key lately may have to unwrap; empty when there are none. */
    Optional<Instant> mayUnwrapUntil() {
        return targets().stream()
                .map(users()::mayUnwrapUntil)
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private List<TargetSnapshot> targets() {
        var targets = new ArrayList<TargetSnapshot>();
        for (var list : lists()) {
            facts().value((FactKey.TargetsInSubscription) list).ifPresent(targets::addAll);
        }
        return targets;
    }

    /** Since when the lists are known: a resource that tells no time of its last change may have been changed just before. */
    @Override
    Memory noted(Memory known) {
        return isGone() || known.targetSeenAt().isPresent() || !unread(lists()).isEmpty()
                ? known
                : known.with().targetSeenAt(now()).build();
    }

    // The flow -----------------------------------------------------------------------------------------------------

    /** After a removal, or a try: nothing that it stood on or changed is known any more. */
    static Facts forgotten(Facts facts) {
        var left = facts;
        for (var key : facts.keys()) {
            boolean isOld = key instanceof FactKey.TargetsInSubscription
                    || key instanceof FactKey.Identity
                    || key instanceof FactKey.Assignments
                    || key instanceof FactKey.Vault;
            left = isOld ? left.without(key) : left;
        }
        return left;
    }

    /** The same, when the removal was accepted. */
    static FlowState removed(FlowState state, Instant at) {
        return new FlowState(
                forgotten(state.facts()), state.memory().with().createSentAt(at).build());
    }

    @Override
    FactKey<?> subjectKey() {
        return assignmentsKey();
    }

    @Override
    Set<FactKey<?>> allWitnesses() {
        var all = new LinkedHashSet<FactKey<?>>(Set.of(vaultKey(), assignmentsKey()));
        if (vault().isPresent() && !isGone()) {
            all.addAll(lists());
            all.addAll(identities());
        }
        return all;
    }

    /** What is asked for is that something is not there, so all that tells so is looked at. */
    @Override
    boolean isThere() {
        return false;
    }

    @Override
    Set<FactKey<?>> planFacts() {
        return allWitnesses();
    }

    @Override
    FlowState assumed(Write write, FlowState state) {
        if (write instanceof Write.RemoveRole remove) {
            var left = facts().value(assignmentsKey()).orElse(List.of()).stream()
                    .filter(assignment ->
                            !assignment.id().equals(remove.assignment().id()))
                    .toList();
            return state.with(state.facts().with(assignmentsKey(), left, now()));
        }
        var remove = (Write.RemoveAccessPolicy) write;
        var left = vault().orElseThrow().accessPolicies().stream()
                .filter(policy -> !policy.equals(remove.policy()))
                .toList();
        return state.with(state.facts().with(vaultKey(), vault().map(found -> found.withAccessPolicies(left)), now()));
    }
}
