package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.policy.Protection;
import io.github.hpccachecmk.core.policy.Rule;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * All that a row of the transition table may look at. Immutable and pure.
 *
 * @param situation request, facts and time
 * @param memory what is remembered
 * @param rules what must be true before a write
 * @param stance how the question is meant
 * @param jitter a number from 0 to 1, drawn once a pass
 */
record View(Situation situation, Memory memory, RuleCatalogue rules, Stance stance, double jitter) {
    /**
     * How the question is meant.
     *
     * @param honourBlockers false when a plan asks what would follow
     * @param advisoryCleared whether an approved plan has been through the advisory rules
     */
    record Stance(boolean honourBlockers, boolean advisoryCleared) {}

    CmkRequest<?> request() {
        return situation.request();
    }

    Optional<CreateRequest> create() {
        return request() instanceof CreateRequest create ? Optional.of(create) : Optional.empty();
    }

    TargetKind kind() {
        return request().target().kind();
    }

    Facts facts() {
        return situation.facts();
    }

    Instant now() {
        return situation.now();
    }

    // The resource ------------------------------------------------------------------------------------------------

    FactKey.Target targetKey() {
        return new FactKey.Target(request().target());
    }

    FactKey.TargetsInGroup groupKey() {
        return new FactKey.TargetsInGroup(kind(), request().target().group());
    }

    Fact<Optional<TargetSnapshot>> targetFact() {
        return facts().get(targetKey());
    }

    Optional<TargetSnapshot> target() {
        return situation.target();
    }

    /** Whether the resource is there, or was, or was sent: its time may be running. */
    boolean mayExist() {
        return target().isPresent()
                || memory.targetSeenAt().isPresent()
                || memory.createSentAt().isPresent();
    }

    boolean listedInGroup() {
        return facts().value(groupKey()).orElse(List.of()).stream()
                .anyMatch(listed -> listed.id().equals(request().target()));
    }

    boolean isProvisioning(ProvisioningState state) {
        return target().flatMap(TargetSnapshot::provisioningState)
                .filter(state::equals)
                .isPresent();
    }

    boolean isHealth(HealthState state) {
        return target().flatMap(TargetSnapshot::health).filter(state::equals).isPresent();
    }

    boolean isHealthy() {
        return isProvisioning(ProvisioningState.SUCCEEDED) && isHealth(kind().healthyState());
    }

    /** While a cache says that it waits for the key, a grant can still help, whatever else it says. */
    boolean hasFailed() {
        return (isProvisioning(ProvisioningState.FAILED) || isProvisioning(ProvisioningState.CANCELED))
                && !isHealth(HealthState.WAITING_FOR_KEY);
    }

    /** By the resource's own time of creation; where it tells none, by when this flow made or first saw it. */
    Optional<Instant> deadline() {
        return kind().authorizationDeadline()
                .flatMap(limit -> target().flatMap(found ->
                                found.createdAt().or(memory::createSentAt).or(memory::targetSeenAt))
                        .map(created -> created.plus(limit)));
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

    // Who needs access -------------------------------------------------------------------------------------------

    boolean expectsSystemIdentity() {
        return target().flatMap(TargetSnapshot::identityType)
                .map(type -> type.toLowerCase(Locale.ROOT).contains("systemassigned"))
                .or(() -> create().map(CreateRequest::identity).map(ManagedIdentity::hasSystemAssigned))
                .orElse(false);
    }

    /** The principal from the resource itself; a read that leaves it out does not take back what an earlier one showed. */
    Optional<PrincipalId> systemPrincipal() {
        return target().flatMap(TargetSnapshot::principal).or(memory::systemPrincipal);
    }

    List<UserAssignedIdentityId> userAssigned() {
        return target().map(TargetSnapshot::userAssigned)
                .filter(ids -> !ids.isEmpty())
                .or(() -> create().map(CreateRequest::identity).map(ManagedIdentity::userAssigned))
                .orElse(List.of());
    }

    /** Those whose principal is known; a user-assigned identity's own resource tells it, the target never does. */
    List<Grantee> grantees() {
        var grantees = new ArrayList<Grantee>();
        for (var id : userAssigned()) {
            facts().value(new FactKey.Identity(id))
                    .flatMap(found -> found)
                    .ifPresent(identity -> grantees.add(
                            new Grantee(identity.principal(), false, "user-assigned identity " + id.name())));
        }
        if (target().isPresent() && expectsSystemIdentity()) {
            systemPrincipal()
                    .ifPresent(principal -> grantees.add(new Grantee(
                            principal,
                            true,
                            "system-assigned identity of " + request().target().name())));
        }
        return List.copyOf(grantees);
    }

    GrantState access(Grantee grantee) {
        return Access.of(this, grantee.principal());
    }

    boolean isRbac() {
        return vault().filter(found -> found.accessModel() == AccessModel.RBAC).isPresent();
    }

    // What has to be known ---------------------------------------------------------------------------------------

    /** The facts without which a write is unsafe. */
    Set<FactKey<?>> gateFacts() {
        var keys = new LinkedHashSet<FactKey<?>>(rules.facts(situation, EnumSet.of(Rule.Tier.GATE)));
        userAssigned().forEach(id -> keys.add(new FactKey.Identity(id)));
        return keys;
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
