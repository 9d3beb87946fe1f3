package io.github.hpccachecmk.core.run;

import static org.mockito.Mockito.mock;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.flow.PassOutcome;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.AccessPort;
import io.github.hpccachecmk.core.port.IdentityPort;
import io.github.hpccachecmk.core.port.InventoryPort;
import io.github.hpccachecmk.core.port.KeyDataPort;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
import io.github.hpccachecmk.core.port.KeyMaterials;
import io.github.hpccachecmk.core.port.KeyPort;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.ProviderPort;
import io.github.hpccachecmk.core.port.TargetPort;
import io.github.hpccachecmk.core.port.VaultPort;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.report.Status;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CmkRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Passes that come to what the test says, in that order; one pass more than said is an error. */
final class ScriptedPasses {
    static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
    static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "rg", "contoso-cmk");
    static final AuthorizeCache REQUEST = request("render-cache");
    static final Finding FINDING = new Finding(
            "vault.region",
            Severity.BLOCKING,
            VAULT.toString(),
            "The vault is in westus, the cache in eastus.",
            "Use a vault in eastus.",
            Optional.of(ErrorCode.PREFLIGHT_BLOCKED),
            Optional.empty());
    static final EncryptedResource OUTCOME = EncryptedResource.builder()
            .target(REQUEST.target())
            .key(KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/k/0123456789abcdef0123456789abcdef"))
            .vault(VAULT)
            .autoRotation(false)
            .provisioningState(ProvisioningState.SUCCEEDED)
            .health(HealthState.HEALTHY)
            .observedAt(QueuePacing.START)
            .build();

    /** What one pass comes to, given the time. */
    interface Answer {
        PassOutcome<EncryptedResource> at(FlowState before, Instant now);
    }

    final List<Instant> times = new CopyOnWriteArrayList<>();
    final List<FlowState> states = new CopyOnWriteArrayList<>();
    final List<CmkRequest<?>> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    static AuthorizeCache request(String cache) {
        return AuthorizeCache.builder()
                .cache(CacheId.of(SUBSCRIPTION, "rg", cache))
                .addAllowedVault(VAULT)
                .build();
    }

    ScriptedPasses then(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    @SuppressWarnings("unchecked")
    <R extends Outcome> PassOutcome<R> run(
            CmkRequest<R> request, FlowState state, OperationOptions options, Instant now) {
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            times.add(now);
            states.add(state);
            requests.add(request);
            var answer = answers.poll();
            if (answer == null) {
                throw new AssertionError("a pass too many");
            }
            return (PassOutcome<R>) answer.at(state, now);
        } finally {
            underWay.decrementAndGet();
        }
    }

    static Status status(Phase phase, String message, Instant now) {
        return status(phase, message, now, builder -> builder);
    }

    static Status status(Phase phase, String message, Instant now, UnaryOperator<Status.Builder> more) {
        return more.apply(Status.builder()
                        .subject(REQUEST.subject())
                        .phase(phase)
                        .message(message)
                        .at(now)
                        .elapsed(Duration.between(QueuePacing.START, now)))
                .build();
    }

    /** Queries of a world that nobody looks at. */
    static Queries noQueries() {
        return Queries.of(noPorts(), RuleCatalogue.standard(), new QueuePacing(), new BudgetGate(Jitter.none()));
    }

    private static Ports noPorts() {
        return new Ports(
                mock(TargetPort.class),
                mock(VaultPort.class),
                mock(KeyPort.class),
                mock(KeyDataPort.class),
                mock(AccessPort.class),
                mock(IdentityPort.class),
                mock(ProviderPort.class),
                mock(InventoryPort.class),
                new KeyMaterials(KeyMaterialSource.none(), () -> Instant.EPOCH));
    }

    static Answer waits(String message, Duration delay) {
        return (before, now) -> new PassOutcome<>(
                before,
                new StepResult<>(
                        StepResult.State.IN_PROGRESS,
                        status(Phase.CONFIGURING, message, now),
                        Hint.of(Map.of("message", message)),
                        Optional.of(now.plus(delay)),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                Optional.empty());
    }

    static Answer throttled(Duration pause) {
        return (before, now) -> new PassOutcome<>(
                before, waits("throttled", Duration.ZERO).at(before, now).result(), Optional.of(pause));
    }

    static Answer done() {
        return (before, now) -> ended(before, now, StepResult.State.DONE, Optional.of(OUTCOME), Optional.empty());
    }

    static Answer failed(ErrorCode code) {
        return (before, now) ->
                ended(before, now, StepResult.State.FAILED, Optional.empty(), Optional.of(CmkError.of(code, "no way")));
    }

    static Answer blocked(Optional<Duration> keepLooking) {
        return (before, now) -> new PassOutcome<>(
                before,
                new StepResult<>(
                        StepResult.State.BLOCKED,
                        status(Phase.ACTION_NEEDED, "Somebody has to act.", now, b -> b.addBlocker(FINDING)),
                        Hint.none(),
                        keepLooking.map(now::plus),
                        Optional.empty(),
                        Optional.of(CmkError.of(ErrorCode.PREFLIGHT_BLOCKED, FINDING.message())),
                        List.of(FINDING)),
                Optional.empty());
    }

    private static PassOutcome<EncryptedResource> ended(
            FlowState before,
            Instant now,
            StepResult.State state,
            Optional<EncryptedResource> outcome,
            Optional<CmkError> error) {
        var phase = state == StepResult.State.DONE ? Phase.DONE : Phase.FAILED;
        return new PassOutcome<>(
                before,
                new StepResult<>(
                        state,
                        status(phase, "The end.", now),
                        Hint.of(Map.of("end", "yes")),
                        Optional.empty(),
                        outcome,
                        error,
                        List.of()),
                Optional.empty());
    }
}
