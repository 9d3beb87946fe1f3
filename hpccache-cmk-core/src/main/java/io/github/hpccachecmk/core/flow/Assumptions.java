package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ProvisioningState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a plan assumes of writes that are not sent and of time that does not pass. Pure. */
final class Assumptions {
    /** Stands for the identity of a resource that does not exist yet. */
    private static final PrincipalId TO_BE_MADE = PrincipalId.of("00000000-0000-0000-0000-000000000000");

    /** Stands for a version of a key that does not exist yet. */
    static final String VERSION_TO_BE_MADE = "00000000000000000000000000000000";

    private Assumptions() {}

    /** The write succeeds. */
    static FlowState effect(Write write, FlowState state, TargetView view) {
        if (write instanceof Write.ProtectVault protect) {
            var key = new FactKey.Vault(protect.vault());
            return state.with(state.facts().with(key, view.vault().map(VaultSnapshot::withProtectionOn), view.now()));
        }
        if (write instanceof Write.AddAccessPolicy add) {
            var key = new FactKey.Vault(add.vault());
            var listed = view.vault().map(vault -> {
                var policies = new ArrayList<>(vault.accessPolicies());
                policies.add(add.policy());
                return vault.withAccessPolicies(List.copyOf(policies));
            });
            return granted(
                    state.with(state.facts().with(key, listed, view.now())),
                    AccessModel.ACCESS_POLICY,
                    add.policy().principal(),
                    view);
        }
        if (write instanceof Write.AssignRole assign) {
            var grant = assign.grant();
            var assumed = new RoleAssignment(
                    grant.name().toString(),
                    grant.scope().toString(),
                    grant.principal(),
                    grant.roleId(),
                    Optional.empty(),
                    Optional.of(view.now()));
            // Known from here on: what is assumed is not looked at again.
            var key = new FactKey.Assignments(grant.scope(), grant.principal());
            var listed = new ArrayList<>(state.facts().value(key).orElse(List.of()));
            listed.add(assumed);
            return granted(
                    state.with(state.facts().with(key, List.copyOf(listed), view.now())),
                    AccessModel.RBAC,
                    grant.principal(),
                    view);
        }
        if (write instanceof Write.CreateTarget create) {
            var target = Effects.filled(nothingYet(create.spec()), create.spec());
            return new FlowState(
                    state.facts().with(view.targetKey(), Optional.of(target), view.now()),
                    state.memory()
                            .with()
                            .answerOnly(true)
                            .createSentAt(view.now())
                            .build());
        }
        if (write instanceof Write.ChangeKey change) {
            var after = change.settings();
            boolean hasFlag = view.kind().hasRotationFlag();
            // By design of the service a change of the key switches the flag off.
            return encrypted(
                    state,
                    view,
                    new EncryptionSettings(
                            after.key(), after.sourceVault(), hasFlag ? Optional.of(false) : Optional.empty()));
        }
        if (write instanceof Write.RotateKey rotate) {
            return versionMade(state, view, rotate);
        }
        if (write instanceof Write.TagVersion) {
            return state.with(
                    state.memory().with().madeVersion(Optional.empty()).build());
        }
        return encrypted(state, view, ((Write.UpdateEncryption) write).settings());
    }

    private static FlowState versionMade(FlowState state, TargetView view, Write.RotateKey rotate) {
        var left = view.newest().orElseThrow();
        var made = new KeySnapshot(
                rotate.key().withVersion(VERSION_TO_BE_MADE),
                left.type(),
                left.size(),
                left.operations(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(view.now()));
        return new FlowState(
                state.facts()
                        .with(
                                new FactKey.NewestKey(
                                        rotate.vault(), rotate.key().keyName()),
                                Optional.of(made),
                                view.now())
                        .with(new FactKey.DataPlaneKey(made.key()), Optional.of(made), view.now()),
                state.memory().with().madeVersion(VERSION_TO_BE_MADE).build());
    }

    /** Time passes and the service takes the newest version by itself. */
    static FlowState moved(FlowState state, TargetView view) {
        var before = view.encryption().orElseThrow();
        return encrypted(
                state,
                view,
                new EncryptionSettings(view.wantedKey().orElseThrow(), before.sourceVault(), before.autoRotation()));
    }

    private static FlowState encrypted(FlowState state, TargetView view, EncryptionSettings settings) {
        return state.with(state.facts()
                        .with(
                                view.targetKey(),
                                view.target()
                                        .map(target -> with(
                                                target,
                                                Optional.of(settings),
                                                target.provisioningState(),
                                                target.health())),
                                view.now()))
                .with(state.memory().with().answerOnly(true).build());
    }

    /** Time passes and the resource becomes healthy, with an identity if it is to have one. */
    static FlowState healthy(FlowState state, TargetView view) {
        var target = state.facts()
                .value(view.targetKey())
                .flatMap(found -> found)
                .map(found -> with(
                        found,
                        found.encryption(),
                        Optional.of(ProvisioningState.SUCCEEDED),
                        Optional.of(view.kind().healthyState())));
        var memory = state.memory().with().answerOnly(false);
        if (view.expectsSystemIdentity() && view.systemPrincipal().isEmpty()) {
            memory.systemPrincipal(TO_BE_MADE);
        }
        return new FlowState(state.facts().with(view.targetKey(), target, view.now()), memory.build());
    }

    /** What a read would answer once writes are only assumed: what is assumed already, and nobody else's grants. */
    static FlowState answer(FactKey<?> key, FlowState state) {
        if (key instanceof FactKey.Target) {
            return state.with(state.memory().with().answerOnly(false).build());
        }
        if (key instanceof FactKey.Assignments assignments) {
            return state.with(state.facts()
                    .with(assignments, List.of(), state.facts().get(assignments).at()));
        }
        throw new IllegalStateException("a plan asks anew for " + key.getClass().getSimpleName());
    }

    private static FlowState granted(FlowState state, AccessModel model, PrincipalId principal, TargetView view) {
        var settled = view.now().minus(view.request().settleWindow());
        return state.with(state.memory()
                .with()
                .putGrants(new Memory.GrantKey(model, principal), settled)
                .lookAtGrants(false)
                .build());
    }

    private static TargetSnapshot nothingYet(TargetSpec spec) {
        boolean system = spec.identity().hasSystemAssigned();
        return new TargetSnapshot(
                spec.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                system ? Optional.of(TO_BE_MADE) : Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(new EncryptionSettings(
                        spec.encryption().key(), spec.encryption().sourceVault(), Optional.of(false))),
                Optional.of(ProvisioningState.CREATING),
                Optional.of(HealthState.TRANSITIONING),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                spec.tags(),
                Map.of());
    }

    private static TargetSnapshot with(
            TargetSnapshot target,
            Optional<EncryptionSettings> encryption,
            Optional<ProvisioningState> provisioning,
            Optional<HealthState> health) {
        return new TargetSnapshot(
                target.id(),
                target.location(),
                target.sku(),
                target.identityType(),
                target.principal(),
                target.tenant(),
                target.userAssigned(),
                encryption,
                provisioning,
                health,
                target.healthText(),
                target.conditions(),
                target.createdAt(),
                target.createdBy(),
                target.lastModifiedAt(),
                target.tags(),
                target.document());
    }
}
