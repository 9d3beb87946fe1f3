package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.failure.Diagnosis;
import io.github.hpccachecmk.core.failure.Treatment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a write that did not succeed leaves behind: what has to be looked at anew, and when to try again. Pure. */
final class Mishaps {
    private static final Duration RECHECK = Duration.ofMinutes(1);
    private static final Duration UNTOLD_THROTTLE = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private Mishaps() {}

    static FlowState after(Write write, Diagnosis diagnosis, FlowState state, Instant now, double jitter) {
        var previous = state.memory().setback().filter(setback -> setback.write() == write.kind());
        int counted = previous.map(Setback::count).orElse(0) + (diagnosis.treatment() == Treatment.SLOW_DOWN ? 0 : 1);
        var since = previous.map(Setback::since).orElse(now);
        var setback =
                new Setback(write.kind(), diagnosis, counted, since, now.plus(delay(diagnosis, since, now, jitter)));
        var memory = state.memory().with().setback(setback);
        boolean effectPossible = diagnosis.treatment() == Treatment.LOOK_FIRST;
        if (effectPossible
                && (write instanceof Write.CreateTarget
                        || write instanceof Write.PutVault
                        || write instanceof Write.RecoverKey)) {
            memory.createSentAt(now);
        }
        if (effectPossible && (write instanceof Write.ImportKey || write instanceof Write.RotateKey)) {
            memory.versionSentAt(now);
        }
        if (effectPossible || diagnosis.treatment() == Treatment.ALREADY_THERE) {
            memory.lookAtGrants(state.memory().lookAtGrants() || write instanceof Write.AssignRole);
        }
        boolean refused = diagnosis.treatment() == Treatment.TERMINAL
                || diagnosis.treatment() == Treatment.ACT_FIRST
                || diagnosis.treatment() == Treatment.USE_CONTROL_PLANE;
        if (refused && write instanceof Write.TagVersion) {
            memory.madeVersion(Optional.empty())
                    .setback(Optional.empty())
                    .remark("The new version was not tagged: " + diagnosis.message());
        }
        return new FlowState(forget(write, diagnosis, state.facts()), memory.build());
    }

    private static Duration delay(Diagnosis diagnosis, Instant since, Instant now, double jitter) {
        return switch (diagnosis.treatment()) {
            case SLOW_DOWN -> diagnosis.retryAfter().orElse(UNTOLD_THROTTLE);
            case ACT_FIRST, USE_CONTROL_PLANE -> RECHECK;
            case TERMINAL -> Duration.ZERO;
            case LOOK_FIRST, ALREADY_THERE -> MOMENT;
            // Writers that collided once must not come back in step.
            case RE_READ -> MOMENT.plusMillis((long) (jitter * 2000));
            case RESEND_LATER -> diagnosis.retryAfter().orElseGet(() -> Waits.clamp(Duration.between(since, now)));
        };
    }

    /** Whatever the write may have changed, or was based on, is read anew; a throttled write changed nothing. */
    private static Facts forget(Write write, Diagnosis diagnosis, Facts facts) {
        if (diagnosis.treatment() == Treatment.SLOW_DOWN) {
            return facts;
        }
        if (write instanceof Write.CreateTarget create) {
            var id = create.spec().id();
            return facts.without(new FactKey.Target(id)).without(new FactKey.TargetsInGroup(id.kind(), id.group()));
        }
        if (write instanceof Write.UpdateEncryption update) {
            return facts.without(new FactKey.Target(update.target()));
        }
        if (write instanceof Write.ChangeKey change) {
            return facts.without(new FactKey.Target(change.target()));
        }
        if (write instanceof Write.AssignRole assign) {
            return facts.without(new FactKey.Assignments(
                    assign.grant().scope(), assign.grant().principal()));
        }
        if (write instanceof Write.PutVault put) {
            return VaultFacts.without(facts, put.put().id());
        }
        if (write instanceof Write.CreateKey create) {
            return facts.without(
                    new FactKey.NewestKey(create.spec().vault(), create.spec().name()));
        }
        if (write instanceof Write.ImportKey wanted) {
            return facts.without(
                    new FactKey.NewestKey(wanted.vault(), wanted.spec().key().keyName()));
        }
        if (write instanceof Write.RotateKey rotate) {
            return facts.without(
                            new FactKey.NewestKey(rotate.vault(), rotate.key().keyName()))
                    .without(new FactKey.DataPlaneKey(rotate.key()));
        }
        if (write instanceof Write.TagVersion tag) {
            return facts.without(new FactKey.DataPlaneKey(tag.version()));
        }
        if (write instanceof Write.SwitchVersion change) {
            var left = facts.without(KeyVersionView.versionKey(change.vault(), change.version()));
            for (var target : change.checked()) {
                left = left.without(new FactKey.Target(target));
            }
            return left;
        }
        if (write instanceof Write.RecoverKey recover) {
            return RecoverKeyView.without(facts, recover.vault(), recover.key());
        }
        if (write instanceof Write.SetRotation set) {
            return facts.without(new FactKey.Rotation(set.key()));
        }
        if (write instanceof Write.RemoveRole || write instanceof Write.RemoveAccessPolicy) {
            return RevokeGrantView.forgotten(facts);
        }
        return vault(write).map(key -> facts.without(key)).orElse(facts);
    }

    private static Optional<FactKey<?>> vault(Write write) {
        if (write instanceof Write.ProtectVault protect) {
            return Optional.of(new FactKey.Vault(protect.vault()));
        }
        return write instanceof Write.AddAccessPolicy add
                ? Optional.of(new FactKey.Vault(add.vault()))
                : Optional.empty();
    }
}
