package io.github.hpccachecmk.core.flow;

import static io.github.hpccachecmk.core.flow.FlowSketch.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.AccessPort;
import io.github.hpccachecmk.core.port.IdentityPort;
import io.github.hpccachecmk.core.port.InventoryPort;
import io.github.hpccachecmk.core.port.KeyDataPort;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
import io.github.hpccachecmk.core.port.KeyMaterials;
import io.github.hpccachecmk.core.port.KeyPort;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.ProviderPort;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.core.port.TargetPort;
import io.github.hpccachecmk.core.port.VaultPort;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.WriteKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one pass takes from a call's answer, and what it remembers for the next. */
class PassTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TargetPort targets = mock();
    private final VaultPort vaults = mock();
    private final Passes passes = new Passes(
            new Ports(
                    targets,
                    vaults,
                    mock(KeyPort.class),
                    mock(KeyDataPort.class),
                    mock(AccessPort.class),
                    mock(IdentityPort.class),
                    mock(ProviderPort.class),
                    mock(InventoryPort.class),
                    new KeyMaterials(KeyMaterialSource.none(), () -> Instant.EPOCH)),
            RuleCatalogue.standard(new PolicySettings(false)),
            Jitter.none());
    private final FlowSketch sketch = FlowSketch.waitingCache();

    // ---- the service's clock

    @Test
    void readThatTimedOut_tellsNothingOfTheServicesClock() {
        readFails(Delivery.UNKNOWN, 0);

        assertThat(passWithoutTarget().skew()).isEqualTo(Duration.ZERO);
    }

    @Test
    void readThatWasNotSent_tellsNothingOfTheServicesClock() {
        readFails(Delivery.NOT_SENT, 0);

        assertThat(passWithoutTarget().skew()).isEqualTo(Duration.ZERO);
    }

    @Test
    void readThatWasRefused_tellsTheServicesClock() {
        readFails(Delivery.ANSWERED, 503);

        assertThat(passWithoutTarget().skew()).isEqualTo(MINUTE);
    }

    @Test
    void writeThatTimedOut_tellsNothingOfTheServicesClock() {
        grantFails(Delivery.UNKNOWN, 0);

        assertThat(passWithTarget().skew()).isEqualTo(Duration.ZERO);
    }

    @Test
    void writeThatWasRefused_tellsTheServicesClock() {
        grantFails(Delivery.ANSWERED, 503);

        assertThat(passWithTarget().skew()).isEqualTo(MINUTE);
    }

    // ---- limits

    @Test
    void readThatFailsForAMoment_keepsTheLimitOfWhatIsWaitedFor() {
        var since = NOW.minus(Duration.ofMinutes(50));
        sketch.memory =
                Memory.none().with().phase(Phase.CONFIGURING).phaseSince(since).build();
        readFails(Delivery.ANSWERED, 503);

        var memory = passWithoutTarget();

        assertThat(memory.phase()).isEqualTo(Phase.CONFIGURING);
        assertThat(memory.phaseSince()).contains(since);
        assertThat(memory.troubleSince()).contains(NOW.plus(MINUTE));
    }

    // ---- setbacks

    @Test
    void setbackOfAWriteThatIsNotDueAnyMore_isForgotten() {
        sketch.granted = true;
        sketch.memory = Memory.none().with().setback(refusedGrant()).build();

        assertThat(passWithTarget().setback()).isEmpty();
    }

    @Test
    void setbackOfAWriteThatIsStillDue_isKept() {
        sketch.granted = false;
        sketch.memory = Memory.none().with().setback(refusedGrant()).build();

        assertThat(passWithTarget().setback()).contains(refusedGrant());
    }

    // ---- helpers

    private Memory passWithoutTarget() {
        return pass(new FlowState(sketch.factsButTarget(), sketch.memory))
                .state()
                .memory();
    }

    private Memory passWithTarget() {
        return pass(new FlowState(sketch.facts(), sketch.memory)).state().memory();
    }

    private PassOutcome<?> pass(FlowState state) {
        return passes.run(sketch.request, state, OperationOptions.defaults(), NOW);
    }

    private void readFails(Delivery delivery, int status) {
        when(targets.get(any(), any()))
                .thenThrow(
                        new RemoteException(failure(PortOperation.GET_TARGET, delivery, status, "", NOW.plus(MINUTE))));
    }

    private void grantFails(Delivery delivery, int status) {
        sketch.granted = false;
        when(vaults.addAccessPolicy(any(), any(), any()))
                .thenThrow(new RemoteException(
                        failure(PortOperation.ADD_ACCESS_POLICY, delivery, status, "", NOW.plus(MINUTE))));
        // Looked at anew after the failure, by when nothing has changed.
        when(vaults.get(any(), any()))
                .thenThrow(new RemoteException(
                        failure(PortOperation.GET_VAULT, Delivery.NOT_SENT, 0, "", NOW.plus(MINUTE))));
    }

    private static Setback refusedGrant() {
        var refused = failure(
                PortOperation.ADD_ACCESS_POLICY, Delivery.ANSWERED, 403, "AuthorizationFailed", NOW.minus(MINUTE));
        return new Setback(
                WriteKind.ADD_ACCESS_POLICY,
                FailureClassifier.classify(refused),
                3,
                NOW.minus(Duration.ofMinutes(30)),
                NOW.plus(MINUTE));
    }

    private static RemoteFailure failure(
            PortOperation operation, Delivery delivery, int status, String code, Instant at) {
        return new RemoteFailure(
                operation,
                "/scope",
                delivery,
                status,
                code,
                "words",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                at);
    }
}
