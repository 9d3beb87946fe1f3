package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.FactReader;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.failure.Treatment;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.report.WriteKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads facts for a flow, and remembers what is worth remembering of a look at the resource. */
final class Reads {
    private final FactReader reader;

    private Reads(FactReader reader) {
        this.reader = reader;
    }

    /** Reads of a flow. */
    static Reads once(Ports ports, CallContext context) {
        return new Reads(FactReader.once(ports, context));
    }

    /** Reads of a plan. */
    static Reads twice(Ports ports, CallContext context) {
        return new Reads(FactReader.twice(ports, context));
    }

    /** Never throws for a remote failure: that it could not be read is what is then known. */
    FlowState read(FactKey<?> key, FlowState state) {
        var known = state.with(reader.read(key, state.facts()));
        return key instanceof FactKey.Target target
                        && known.facts().get(target).value().isPresent()
                ? noted(target, known, known.facts().get(target).at())
                : known;
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
