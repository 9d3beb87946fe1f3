package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.failure.ServiceText;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.CreatedTarget;
import io.github.hpccachecmk.core.port.KeyVersionUpdate;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.VaultId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends one write and takes its answer in: an observation of the members that it holds, and of no others. */
final class Effects {
    /** A resource older than this was not made by the create that was just answered. */
    private static final Duration NEWLY_MADE = Duration.ofMinutes(5);

    private final Ports ports;
    private final CallContext context;

    Effects(Ports ports, CallContext context) {
        this.ports = ports;
        this.context = context;
    }

    /**
     * Sends the write.
     *
     * @throws io.github.hpccachecmk.core.port.RemoteException when it does not succeed
     */
    FlowState send(Write write, FlowState state) {
        var sent = sendByKind(write, state);
        var memory = sent.memory();
        return sent.with(
                memory.with().setback(Optional.empty()).addWrites(write.kind()).build());
    }

    private FlowState sendByKind(Write write, FlowState state) {
        if (write instanceof Write.ProtectVault protect) {
            return isProtected(state, protect, ports.vaults().protect(context, protect.vault()));
        }
        if (write instanceof Write.AddAccessPolicy add) {
            return granted(state, add, ports.vaults().addAccessPolicy(context, add.vault(), add.policy()));
        }
        if (write instanceof Write.AssignRole assign) {
            var answer = ports.access().assign(context, assign.grant());
            var principal = assign.grant().principal();
            var at = answer.value().createdOn().orElse(answer.at());
            var memory = remember(state.memory(), AccessModel.RBAC, principal, at)
                    .lookAtGrants(false)
                    .build();
            return new FlowState(listed(state.facts(), assign.grant(), answer.value(), answer.at()), memory);
        }
        if (write instanceof Write.CreateTarget create) {
            return created(state, create.spec(), ports.targets().create(context, create.spec()));
        }
        if (write instanceof Write.UpdateEncryption update) {
            ports.targets().updateEncryption(context, update.target(), update.settings());
            // What the flag reads afterwards only a GET proves; the key is looked at anew before another try.
            var facts = state.facts().without(new FactKey.Target(update.target()));
            for (var key : state.facts().keys()) {
                if (key instanceof FactKey.NewestKey || key instanceof FactKey.KeyVersion) {
                    facts = state.memory().rotationTries() == 0 ? facts : facts.without(key);
                }
            }
            return new FlowState(
                    facts,
                    state.memory()
                            .with()
                            .rotationTries(state.memory().rotationTries() + 1)
                            .build());
        }
        if (write instanceof Write.ChangeKey change) {
            var answer = ports.targets().updateEncryption(context, change.target(), change.settings());
            return new FlowState(
                    state.facts().without(new FactKey.Target(change.target())),
                    state.memory()
                            .with()
                            .keyChanges(state.memory().keyChanges() + 1)
                            .keyChangedAt(answer.at())
                            .build());
        }
        if (write instanceof Write.PutVault put) {
            var answer = ports.vaults().put(context, put.put());
            return vaultMade(state, put.put().id(), answer.at());
        }
        if (write instanceof Write.CreateKey create) {
            ports.keys().create(context, create.spec());
            // The answer is the key as it is, which a read has to prove like everything else.
            return state.with(state.facts()
                    .without(new FactKey.NewestKey(
                            create.spec().vault(), create.spec().name())));
        }
        if (write instanceof Write.ImportKey wanted) {
            var answer = ports.keyData().importKey(context, wanted.spec());
            return new FlowState(
                    state.facts()
                            .without(new FactKey.NewestKey(
                                    wanted.vault(), wanted.spec().key().keyName())),
                    state.memory().with().versionSentAt(answer.at()).build());
        }
        if (write instanceof Write.RotateKey rotate) {
            var answer = ports.keyData().rotate(context, rotate.key());
            var made = answer.value().key();
            return new FlowState(
                    state.facts()
                            .without(new FactKey.NewestKey(rotate.vault(), made.keyName()))
                            .without(new FactKey.DataPlaneKey(rotate.key()))
                            .with(new FactKey.DataPlaneKey(made), Optional.of(answer.value()), answer.at()),
                    state.memory()
                            .with()
                            .versionSentAt(answer.at())
                            .madeVersion(made.version())
                            .build());
        }
        if (write instanceof Write.TagVersion tag) {
            var answer = ports.keyData().updateVersion(context, tag.version(), KeyVersionUpdate.tagged(tag.tags()));
            return new FlowState(
                    state.facts()
                            .with(new FactKey.DataPlaneKey(tag.version()), Optional.of(answer.value()), answer.at()),
                    state.memory().with().madeVersion(Optional.empty()).build());
        }
        if (write instanceof Write.SwitchVersion change) {
            ports.keyData().updateVersion(context, change.version(), KeyVersionUpdate.enabled(change.enabled()));
            return state.with(state.facts().without(KeyVersionView.versionKey(change.vault(), change.version())));
        }
        if (write instanceof Write.RecoverKey recover) {
            var answer = ports.keyData().recover(context, recover.key());
            return new FlowState(
                    RecoverKeyView.without(state.facts(), recover.vault(), recover.key()),
                    state.memory().with().createSentAt(answer.at()).build());
        }
        if (write instanceof Write.RemoveAccessPolicy remove) {
            var answer = ports.vaults().removeAccessPolicy(context, remove.vault(), remove.policy());
            return RevokeGrantView.removed(state, answer.at());
        }
        if (write instanceof Write.RemoveRole remove) {
            var answer = ports.access().unassign(context, remove.assignment().id());
            return RevokeGrantView.removed(state, answer.at());
        }
        if (write instanceof Write.SetRotation set) {
            ports.keyData().setRotation(context, set.key(), set.policy());
            return state.with(state.facts().without(new FactKey.Rotation(set.key())));
        }
        throw new IllegalArgumentException("unknown write " + write.kind());
    }

    /** A list that was read stays known, with what is now certain added; one that was not is not made up. */
    private static Facts listed(Facts facts, RoleGrant grant, RoleAssignment assignment, Instant at) {
        var key = new FactKey.Assignments(grant.scope(), grant.principal());
        return facts.value(key)
                .map(known -> facts.with(
                        key,
                        Stream.concat(known.stream(), Stream.of(assignment)).toList(),
                        at))
                .orElse(facts);
    }

    /** The switch moves the vault's time of change, which is all that tells how old a policy's entry is: keep the older. */
    private static FlowState isProtected(FlowState state, Write.ProtectVault protect, Answer<VaultSnapshot> answer) {
        var key = new FactKey.Vault(protect.vault());
        var memory = state.memory().with();
        state.facts()
                .value(key)
                .flatMap(found -> found)
                .ifPresent(before -> before.lastModifiedAt()
                        .ifPresent(at -> before.accessPolicies().forEach(policy -> {
                            var grant = new Memory.GrantKey(AccessModel.ACCESS_POLICY, policy.principal());
                            if (!state.memory().grants().containsKey(grant)) {
                                memory.putGrants(grant, at);
                            }
                        })));
        return new FlowState(state.facts().with(key, Optional.of(answer.value()), answer.at()), memory.build());
    }

    private static FlowState granted(FlowState state, Write.AddAccessPolicy add, Answer<List<AccessPolicy>> answer) {
        var key = new FactKey.Vault(add.vault());
        var memory =
                remember(state.memory(), AccessModel.ACCESS_POLICY, add.policy().principal(), answer.at());
        var before = state.facts().value(key).flatMap(found -> found);
        if (before.isEmpty()) {
            return new FlowState(state.facts(), memory.build());
        }
        var gone = new ArrayList<PrincipalId>();
        before.get().accessPolicies().stream()
                .map(AccessPolicy::principal)
                .filter(principal -> answer.value().stream()
                        .noneMatch(policy -> policy.principal().equals(principal)))
                .forEach(gone::add);
        if (!gone.isEmpty()) {
            memory.remark("Entries that were in the vault's access policies before are gone, by another writer: " + gone
                    + ".");
        }
        return new FlowState(
                state.facts().with(key, Optional.of(before.get().withAccessPolicies(answer.value())), answer.at()),
                memory.build());
    }

    private static FlowState created(FlowState state, TargetSpec spec, Answer<CreatedTarget> answer) {
        var key = new FactKey.Target(spec.id());
        boolean again = state.facts().value(key).flatMap(found -> found).isPresent();
        var shown = answer.value().target();
        var memory = state.memory()
                .with()
                .answerOnly(true)
                .createSentAt(answer.at())
                .targetSeenAt(state.memory().targetSeenAt().orElse(answer.at()))
                .absentSince(Optional.empty())
                .operation(answer.value().operation())
                .resends(state.memory().resends() + (again ? 1 : 0));
        if (state.memory().systemPrincipal().isEmpty()) {
            memory.systemPrincipal(shown.principal());
        }
        if (!again
                && shown.createdAt()
                        .filter(at -> at.isBefore(answer.at().minus(NEWLY_MADE)))
                        .isPresent()) {
            memory.remark("Both witnesses said that the name was free, yet the resource was made at "
                    + shown.createdAt().orElseThrow() + " by "
                    + shown.createdBy().map(ServiceText::shown).orElse("somebody")
                    + ": check that it is yours.");
        }
        var facts = state.facts()
                .without(new FactKey.TargetsInGroup(spec.id().kind(), spec.id().group()))
                .with(key, Optional.of(filled(shown, spec)), answer.at());
        return new FlowState(facts, memory.build());
    }

    /** What was known of the vault and its name is known no more; what it is like a read tells. */
    private static FlowState vaultMade(FlowState state, VaultId vault, Instant at) {
        return new FlowState(
                VaultFacts.without(state.facts(), vault),
                state.memory().with().createSentAt(at).build());
    }

    /** An answer may lack members: what was just sent and accepted stands in for them until a read proves it. */
    static TargetSnapshot filled(TargetSnapshot shown, TargetSpec spec) {
        return new TargetSnapshot(
                shown.id(),
                shown.location().or(() -> Optional.of(spec.location())),
                shown.sku().or(() -> Optional.of(spec.sku())),
                shown.identityType().or(() -> Optional.of(spec.identity().kind().wireName())),
                shown.principal(),
                shown.tenant(),
                shown.userAssigned().isEmpty() ? spec.identity().userAssigned() : shown.userAssigned(),
                shown.encryption().or(() -> Optional.of(spec.encryption())),
                shown.provisioningState(),
                shown.health(),
                shown.healthText(),
                shown.conditions(),
                shown.createdAt(),
                shown.createdBy(),
                shown.lastModifiedAt(),
                shown.tags(),
                shown.document());
    }

    private static ImmutableMemory.Builder remember(
            Memory memory, AccessModel model, PrincipalId principal, Instant at) {
        var grants = new HashMap<>(memory.grants());
        grants.put(new Memory.GrantKey(model, principal), at);
        return memory.with().grants(grants);
    }
}
