package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.request.RotateKey;
import io.github.hpccachecmk.request.TargetRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The view of a request about a cache or file system. */
final class TargetView extends View {
    /** Automatic rotation is said to act within an hour; some more is given before the flow does it itself. */
    private static final Duration SERVICE_MOVES_WITHIN = Duration.ofHours(2);

    private final TargetRequest<?> request;

    /** Parameters as of {@link View}; the situation's request is about a cache or file system. */
    TargetView(Situation situation, Memory memory, RuleCatalogue rules, Stance stance, double jitter) {
        super(situation, memory, rules, stance, jitter);
        this.request = (TargetRequest<?>) situation.request();
    }

    @Override
    TargetRequest<?> request() {
        return request;
    }

    @Override
    Move decide() {
        return TargetTables.of(request).decide(this);
    }

    @Override
    FactKey<?> subjectKey() {
        return targetKey();
    }

    @Override
    Set<FactKey<?>> allWitnesses() {
        return Set.of(targetKey(), groupKey());
    }

    @Override
    boolean isThere() {
        return target().isPresent();
    }

    @Override
    boolean isInDoubt() {
        return isHealth(HealthState.WAITING_FOR_KEY);
    }

    @Override
    Set<FactKey<?>> planFacts() {
        var keys = new LinkedHashSet<FactKey<?>>(gateFacts());
        keys.add(targetKey());
        keys.add(groupKey());
        keys.addAll(Granting.assignments(this));
        return keys;
    }

    @Override
    FlowState awaited(FlowState state) {
        var noted = switchesKey()
                ? state.with(state.memory().with().phase(Phase.CHANGING_KEY).build())
                : state;
        return Assumptions.healthy(isServiceMoving() ? Assumptions.moved(noted, this) : noted, this);
    }

    @Override
    FlowState assumed(Write write, FlowState state) {
        return Assumptions.effect(write, state, this);
    }

    @Override
    FlowState answered(FactKey<?> key, FlowState state) {
        return Assumptions.answer(key, state);
    }

    /** Somebody else's resource holds the name: what else is wrong shows once the name is taken for free. */
    @Override
    Optional<FlowState> behind(ErrorCode end, FlowState state) {
        boolean taken = create().isPresent()
                && isThere()
                && (end == ErrorCode.DIFFERENT_KEY || end == ErrorCode.ENCRYPTION_NOT_POSSIBLE);
        var freed = state.facts()
                .with(targetKey(), Optional.empty(), targetFact().at())
                .with(groupKey(), List.of(), targetFact().at());
        return taken ? Optional.of(new FlowState(freed, Memory.none())) : Optional.empty();
    }

    /** The facts without which a write is unsafe; who gets access is one of them. */
    @Override
    Set<FactKey<?>> gateFacts() {
        var keys = new LinkedHashSet<FactKey<?>>(super.gateFacts());
        userAssigned().forEach(id -> keys.add(new FactKey.Identity(id)));
        return keys;
    }

    Optional<CreateRequest> create() {
        return request instanceof CreateRequest create ? Optional.of(create) : Optional.empty();
    }

    @Override
    Memory noted(Memory known) {
        boolean isOnNewer = rotate().isPresent()
                && !known.answerOnly()
                && encryption().isPresent()
                && wantedKey().equals(encryption().map(EncryptionSettings::key));
        return isOnNewer && known.newerSeenAt().isEmpty()
                ? known.with().newerSeenAt(targetFact().at()).build()
                : known;
    }

    Optional<ChangeKey> change() {
        return request instanceof ChangeKey change ? Optional.of(change) : Optional.empty();
    }

    Optional<RotateKey> rotate() {
        return request instanceof RotateKey rotate ? Optional.of(rotate) : Optional.empty();
    }

    /** Whether the request is to put an existing resource under another key or version. */
    boolean switchesKey() {
        return change().isPresent() || rotate().isPresent();
    }

    TargetKind kind() {
        return request.target().kind();
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
        return situation().target();
    }

    /** The resource is there, or was, or was sent; one that works under its old key loses nothing by asking again. */
    @Override
    boolean isTimeRunning() {
        if (switchesKey()) {
            return false;
        }
        return target().isPresent()
                || memory().targetSeenAt().isPresent()
                || memory().createSentAt().isPresent();
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

    /**
     * By the resource's own time of creation; where it tells none, by when this flow made or first saw it. Empty once it is
     * healthy, or for kinds that do not wait.
     */
    @Override
    Optional<Instant> deadline() {
        if (isHealthy()) {
            return Optional.empty();
        }
        return kind().authorizationDeadline()
                .flatMap(limit -> target().flatMap(found ->
                                found.createdAt().or(memory()::createSentAt).or(memory()::targetSeenAt))
                        .map(created -> created.plus(limit)));
    }

    // The key -----------------------------------------------------------------------------------------------------

    Optional<EncryptionSettings> encryption() {
        return target().flatMap(TargetSnapshot::encryption);
    }

    boolean rotates() {
        return encryption().flatMap(EncryptionSettings::autoRotation).orElse(false);
    }

    /** The newest version of the request's key, on whichever plane it was read. */
    Optional<KeySnapshot> newest() {
        var onData = key().flatMap(url -> facts().value(new FactKey.DataPlaneKey(url)));
        return vaultId()
                .flatMap(id -> key().flatMap(url -> facts().value(new FactKey.NewestKey(id, url.keyName()))))
                .or(() -> onData)
                .flatMap(found -> found);
    }

    /** The key that the resource is to be under; empty for requests that switch nothing, and while it is not known or not made. */
    Optional<KeyUrl> wantedKey() {
        return change().map(ChangeKey::key).or(() -> rotate().flatMap(this::newerKey));
    }

    /** A version in use that is newer is good enough; else the newest is taken, unless it is the one to leave. */
    private Optional<KeyUrl> newerKey(RotateKey rotate) {
        var current = encryption().map(EncryptionSettings::key);
        return current.filter(key -> isNewer(key, rotate.newerThan()))
                .or(() -> newest().map(KeySnapshot::key).filter(key -> !key.equals(rotate.newerThan())));
    }

    private boolean isNewer(KeyUrl key, KeyUrl than) {
        var made = versionMadeAt(key);
        var other = versionMadeAt(than);
        return made.isPresent() && other.isPresent() && made.get().isAfter(other.get());
    }

    private Optional<Instant> versionMadeAt(KeyUrl key) {
        return vaultId()
                .flatMap(id -> facts().value(new FactKey.KeyVersion(
                        id, key.keyName(), key.version().orElse(""))))
                .flatMap(found -> found)
                .flatMap(KeySnapshot::created);
    }

    /** Whether a version is still to be made: there is none newer than the one to leave. */
    boolean isVersionDue() {
        return rotate().isPresent() && newest().map(KeySnapshot::key).equals(rotate().map(RotateKey::newerThan));
    }

    /** Until when the service is given time to take the newest version by itself. */
    Optional<Instant> serviceMovesUntil() {
        return newest().flatMap(KeySnapshot::created).map(made -> made.plus(SERVICE_MOVES_WITHIN));
    }

    /** Whether the service, which follows new versions by itself, is about to do what a rotation asks for. */
    boolean isServiceMoving() {
        return rotate().isPresent()
                && rotates()
                && wantedKey().isPresent()
                && !wantedKey().equals(encryption().map(EncryptionSettings::key))
                && serviceMovesUntil().filter(until -> now().isBefore(until)).isPresent();
    }

    /**
     * Whether the resource is to be put under another key. Where the service follows new versions by itself, only a step to the
     * newest is ours: any other version would be one it has left, or is about to leave.
     */
    boolean isKeyChangeDue() {
        if (wantedKey().isEmpty() || encryption().isEmpty()) {
            return false;
        }
        var wanted = wantedKey().get();
        var current = encryption().get().key();
        boolean serviceChooses = rotates() && current.isSameKeyAs(wanted) && isOutdated(wanted);
        return !current.equals(wanted) && !serviceChooses && !isServiceMoving();
    }

    private boolean isOutdated(KeyUrl wanted) {
        return vaultId()
                .flatMap(id -> facts().value(new FactKey.NewestKey(id, wanted.keyName())))
                .flatMap(newest -> newest)
                .filter(newest -> !newest.key().equals(wanted))
                .isPresent();
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
        return target().flatMap(TargetSnapshot::principal).or(memory()::systemPrincipal);
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
}
