package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.failure.Treatment;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.report.WriteKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads one fact and takes it in. A flow reads once a pass and tries again by another pass; a plan has no other pass, so
 * its reads are tried once more when the service failed for a moment. Nobody else retries.
 */
final class Reads {
    private final Ports ports;
    private final CallContext context;
    private final int tries;

    private Reads(Ports ports, CallContext context, int tries) {
        this.ports = ports;
        this.context = context;
        this.tries = tries;
    }

    /** Reads of a flow. */
    static Reads once(Ports ports, CallContext context) {
        return new Reads(ports, context, 1);
    }

    /** Reads of a plan. */
    static Reads twice(Ports ports, CallContext context) {
        return new Reads(ports, context, 2);
    }

    /** Never throws for a remote failure: that it could not be read is what is then known. */
    FlowState read(FactKey<?> key, FlowState state) {
        var known = readTyped(key, state);
        for (int tried = 1; tried < tries && isMomentary(key, known); tried++) {
            known = readTyped(key, state);
        }
        return known;
    }

    private static boolean isMomentary(FactKey<?> key, FlowState state) {
        return state.facts()
                .get(key)
                .failure()
                .map(FailureClassifier::classify)
                .filter(diagnosis -> diagnosis.treatment() == Treatment.RESEND_LATER)
                .isPresent();
    }

    private <T> FlowState readTyped(FactKey<T> key, FlowState state) {
        try {
            var answer = key.read(ports, context);
            var known = state.with(state.facts().with(key, answer.value(), answer.at()));
            return key instanceof FactKey.Target target ? noted(target, known, answer.at()) : known;
        } catch (RemoteException failed) {
            return state.with(state.facts().withFailure(key, failed.failure()));
        }
    }

    /** How long the service asked everybody to wait, where the fact could not be read for that reason. */
    static Optional<Answer<Duration>> slowDown(FactKey<?> key, FlowState state) {
        return state.facts()
                .get(key)
                .failure()
                .map(FailureClassifier::classify)
                .filter(diagnosis -> diagnosis.treatment() == Treatment.SLOW_DOWN)
                .flatMap(diagnosis -> diagnosis
                        .retryAfter()
                        .map(after -> new Answer<>(after, diagnosis.failure().at())));
    }

    /** What is worth remembering of a look at the resource. */
    private static FlowState noted(FactKey.Target key, FlowState state, Instant at) {
        var found = state.facts().value(key).flatMap(target -> target);
        var memory = state.memory().with().answerOnly(false);
        if (found.isEmpty()) {
            memory.absentSince(state.memory().absentSince().or(() -> Optional.of(at)));
            return state.with(memory.build());
        }
        memory.absentSince(Optional.empty());
        if (state.memory().targetSeenAt().isEmpty()) {
            memory.targetSeenAt(at);
        }
        if (found.flatMap(TargetSnapshot::encryption)
                .flatMap(EncryptionSettings::autoRotation)
                .orElse(false)) {
            memory.rotationSeenOn(true);
        }
        if (state.memory().systemPrincipal().isEmpty()) {
            memory.systemPrincipal(found.flatMap(TargetSnapshot::principal));
        }
        if (state.memory()
                .setback()
                .filter(setback -> setback.write() == WriteKind.CREATE_TARGET)
                .isPresent()) {
            memory.setback(Optional.empty());
        }
        return state.with(memory.build());
    }
}
