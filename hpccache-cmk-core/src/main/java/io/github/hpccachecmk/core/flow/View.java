package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.policy.Protection;
import io.github.hpccachecmk.core.policy.Rule;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.RecoverKey;
import io.github.hpccachecmk.request.RevokeGrant;
import io.github.hpccachecmk.request.SetKeyVersionEnabled;
import io.github.hpccachecmk.request.SetRotationPolicy;
import io.github.hpccachecmk.request.TargetRequest;
import io.github.hpccachecmk.request.VaultRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a row of a transition table may look at, whatever the request is about. What is particular to one family of
 * requests its own view adds. Immutable and pure.
 */
abstract sealed class View permits TargetView, VaultView, KeyRequestView {
    private final Situation situation;
    private final Memory memory;
    private final RuleCatalogue rules;
    private final Stance stance;
    private final double jitter;

    /**
     * A view.
     *
     * @param situation request, facts and time
     * @param memory what is remembered
     * @param rules what must be true before a write
     * @param stance how the question is meant
     * @param jitter a number from 0 to 1, drawn once a pass
     */
    View(Situation situation, Memory memory, RuleCatalogue rules, Stance stance, double jitter) {
        this.situation = situation;
        this.memory = memory;
        this.rules = rules;
        this.stance = stance;
        this.jitter = jitter;
    }

    /** The view of the request's own family; parameters as of the constructor. */
    static View of(Situation situation, Memory memory, RuleCatalogue rules, Stance stance, double jitter) {
        if (situation.request() instanceof TargetRequest<?>) {
            return new TargetView(situation, memory, rules, stance, jitter);
        }
        if (situation.request() instanceof VaultRequest<?>) {
            return new VaultView(situation, memory, rules, stance, jitter);
        }
        if (situation.request() instanceof SetRotationPolicy) {
            return new RotationPolicyView(situation, memory, rules, stance, jitter);
        }
        if (situation.request() instanceof SetKeyVersionEnabled) {
            return new KeyVersionView(situation, memory, rules, stance, jitter);
        }
        if (situation.request() instanceof RecoverKey) {
            return new RecoverKeyView(situation, memory, rules, stance, jitter);
        }
        if (situation.request() instanceof RevokeGrant) {
            return new RevokeGrantView(situation, memory, rules, stance, jitter);
        }
        throw new IllegalArgumentException(
                "no table for requests of kind " + situation.request().kind());
    }

    /**
     * How the question is meant.
     *
     * @param honourBlockers false when a plan asks what would follow
     * @param advisoryCleared whether an approved plan has been through the advisory rules
     */
    record Stance(boolean honourBlockers, boolean advisoryCleared) {}

    // What a family of requests adds -------------------------------------------------------------------------------

    /** What the family's table says. */
    abstract Move decide();

    /** The subject itself: a write is never sent again on an old look at it, and success is never told of one. */
    abstract FactKey<?> subjectKey();

    /** All that tells whether the subject is there: its own read first. */
    abstract Set<FactKey<?>> allWitnesses();

    /** Whether the subject was seen. */
    abstract boolean isThere();

    /** Whether somebody's time may be running, so that a flow that is blocked goes on looking; never, unless a family says so. */
    boolean isTimeRunning() {
        return false;
    }

    /** Until when somebody has to act; empty when nothing is lost by waiting, as for most. */
    Optional<Instant> deadline() {
        return Optional.empty();
    }

    /** Whether what a write stood on is to be looked at again, since it shows no effect; never, unless a family says so. */
    boolean isInDoubt() {
        return false;
    }

    /** All that a plan must have read before time can be assumed to pass. */
    abstract Set<FactKey<?>> planFacts();

    /** What the world is like once what the flow waits for has come: what a plan assumes. */
    abstract FlowState awaited(FlowState state);

    /** What the world is like once a write has succeeded: what a plan assumes. */
    abstract FlowState assumed(Write write, FlowState state);

    /**
     * The world to look at behind an end of the flow, so that a plan says all that is wrong at once; empty when nothing more
     * can be said.
     *
     * @param end what ended the flow
     */
    Optional<FlowState> behind(ErrorCode end, FlowState state) {
        return Optional.empty();
    }

    /** What is worth remembering of what the view shows; of most, nothing. */
    Memory noted(Memory known) {
        return known;
    }

    /** What a read would answer once writes are only assumed; of most, what is assumed is known and not asked again. */
    FlowState answered(FactKey<?> key, FlowState state) {
        throw new IllegalStateException("a plan asks anew for " + key.getClass().getSimpleName());
    }

    // What was asked, seen and remembered --------------------------------------------------------------------------

    /** What tells whether the subject is there: its own read, and while that finds nothing every other. */
    final Set<FactKey<?>> witnesses() {
        return isThere() ? Set.of(subjectKey()) : allWitnesses();
    }

    final Situation situation() {
        return situation;
    }

    CmkRequest<?> request() {
        return situation.request();
    }

    Facts facts() {
        return situation.facts();
    }

    Instant now() {
        return situation.now();
    }

    Memory memory() {
        return memory;
    }

    RuleCatalogue rules() {
        return rules;
    }

    Stance stance() {
        return stance;
    }

    // The key ----------------------------------------------------------------------------------------------------

    Optional<VaultId> vaultId() {
        return situation.vault();
    }

    Optional<KeyUrl> key() {
        return situation.key();
    }

    Optional<VaultSnapshot> vault() {
        return vaultId().flatMap(id -> facts().value(new FactKey.Vault(id))).flatMap(found -> found);
    }

    Optional<ResourceId> keyScope() {
        return vaultId().flatMap(id -> key().map(url -> id.keyScope(url.keyName())));
    }

    boolean needsProtection() {
        return vault().filter(found -> !Protection.isComplete(found)).isPresent();
    }

    boolean isRbac() {
        return vault().filter(found -> found.accessModel() == AccessModel.RBAC).isPresent();
    }

    // What has to be known ---------------------------------------------------------------------------------------

    /** The facts without which a write is unsafe. */
    Set<FactKey<?>> gateFacts() {
        return rules.facts(situation, EnumSet.of(Rule.Tier.GATE));
    }

    Set<FactKey<?>> unread(Set<FactKey<?>> wanted) {
        var unread = new LinkedHashSet<FactKey<?>>();
        wanted.stream().filter(key -> facts().get(key).isUnread()).forEach(unread::add);
        return unread;
    }

    /** The first fact that could not be read; a key refused on one plane and read on the other was read. */
    Optional<FactKey<?>> unreadable(Set<FactKey<?>> wanted) {
        boolean readElsewhere = wanted.stream()
                .anyMatch(key -> key instanceof FactKey.DataPlaneKey
                        && facts().get(key).value().isPresent());
        return wanted.stream()
                .filter(key -> facts().get(key).failure().isPresent())
                .filter(key -> !(readElsewhere && isControlPlaneKey(key)))
                .findFirst();
    }

    private static boolean isControlPlaneKey(FactKey<?> key) {
        return key instanceof FactKey.NewestKey || key instanceof FactKey.KeyVersion;
    }

    List<Finding> blockers(Set<Rule.Tier> tiers) {
        return stance.honourBlockers() ? rules.evaluate(situation, tiers).blockers() : List.of();
    }

    // Time -------------------------------------------------------------------------------------------------------

    /** Since when the flow stands in a phase; now when it did not stand there before. */
    Instant since(Phase phase) {
        return memory.phase() == phase ? memory.phaseSince().orElse(now()) : now();
    }

    /** A delay with a tenth more or less, so that many flows do not ask in step. */
    Duration jittered(Duration delay) {
        return Duration.ofMillis((long) (delay.toMillis() * (0.9 + 0.2 * jitter)));
    }

    boolean isPast(Optional<Instant> time) {
        return time.filter(at -> !now().isBefore(at)).isPresent();
    }
}
