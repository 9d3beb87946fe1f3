package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.KeyImportSpec;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.port.VaultPut;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.core.port.VaultSpec;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.request.PrepareVault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the plan of a vault assumes of writes that are not sent and of time that does not pass. Pure. */
final class VaultAssumptions {
    private static final String READY = "Succeeded";

    private VaultAssumptions() {}

    /** The write succeeds. */
    static FlowState effect(Write write, FlowState state, VaultView view) {
        if (write instanceof Write.PutVault put) {
            var spec = put.put() instanceof VaultPut.Create create ? create.spec() : asAsked(view.request());
            return there(state, view, made(spec));
        }
        if (write instanceof Write.ProtectVault) {
            return state.with(
                    state.facts().with(view.vaultKey(), view.vault().map(VaultSnapshot::withProtectionOn), view.now()));
        }
        if (write instanceof Write.ImportKey wanted) {
            return imported(state, view, wanted.spec());
        }
        if (write instanceof Write.SetRotation set) {
            return state.with(
                    state.facts().with(new FactKey.Rotation(set.key()), Optional.of(set.policy()), view.now()));
        }
        var create = (Write.CreateKey) write;
        return state.with(state.facts()
                .with(
                        view.newestKey(),
                        Optional.of(made(view.keyUrl(), "RSA", create.spec().expires(), Map.of())),
                        view.now()));
    }

    private static FlowState imported(FlowState state, VaultView view, KeyImportSpec spec) {
        var type = spec.material().form() == KeyImport.Form.RSA_KEY ? "RSA" : "RSA-HSM";
        var key = made(spec.key(), type, spec.expires(), spec.tags());
        return state.with(state.facts()
                .with(view.newestKey(), Optional.of(key), view.now())
                .with(new FactKey.DataPlaneKey(spec.key()), Optional.of(key), view.now())
                .with(new FactKey.Rotation(spec.key()), Optional.of(RotationSnapshot.none()), view.now()));
    }

    /** Time passes and the vault's name is registered. */
    static FlowState ready(FlowState state, VaultView view) {
        return state.with(state.facts().with(view.vaultKey(), view.vault().map(VaultAssumptions::ready), view.now()));
    }

    private static FlowState there(FlowState state, VaultView view, VaultSnapshot vault) {
        return state.with(state.facts()
                .with(view.vaultKey(), Optional.of(vault), view.now())
                .with(view.newestKey(), Optional.empty(), view.now()));
    }

    private static VaultSpec asAsked(PrepareVault request) {
        return new VaultSpec(
                request.vault(),
                request.location(),
                request.tenant(),
                request.accessModel(),
                request.retentionDays(),
                request.network(),
                VaultWrites.isInHardware(request),
                Map.of(VaultMark.TAG, VaultMark.of(request.vault())));
    }

    private static VaultSnapshot made(VaultSpec spec) {
        return snapshot(
                spec.id(),
                spec.location(),
                spec.tenant(),
                spec.accessModel(),
                spec.premium() ? "premium" : "standard",
                spec.network() == VaultNetwork.ALL_NETWORKS ? "Allow" : "Deny",
                spec.tags());
    }

    private static VaultSnapshot snapshot(
            VaultId id,
            String location,
            TenantId tenant,
            AccessModel model,
            String tier,
            String defaultAction,
            Map<String, String> tags) {
        return new VaultSnapshot(
                id,
                location,
                Optional.of(tenant),
                Optional.empty(),
                Optional.of(tier),
                Optional.of(true),
                Optional.of(true),
                OptionalInt.empty(),
                model,
                List.of(),
                Optional.of("Enabled"),
                Optional.of(defaultAction),
                Optional.of("AzureServices"),
                Optional.of(READY),
                Optional.empty(),
                Optional.empty(),
                tags);
    }

    private static VaultSnapshot ready(VaultSnapshot vault) {
        return new VaultSnapshot(
                vault.id(),
                vault.location(),
                vault.tenant(),
                vault.uri(),
                vault.skuName(),
                vault.softDelete(),
                vault.purgeProtection(),
                vault.retentionDays(),
                vault.accessModel(),
                vault.accessPolicies(),
                vault.publicNetworkAccess(),
                vault.networkDefaultAction(),
                vault.networkBypass(),
                Optional.of(READY),
                vault.createdAt(),
                vault.lastModifiedAt(),
                vault.tags());
    }

    private static KeySnapshot made(KeyUrl key, String type, Optional<Instant> expires, Map<String, String> tags) {
        return new KeySnapshot(
                key.withVersion(Assumptions.VERSION_TO_BE_MADE),
                type,
                OptionalInt.of(2048),
                Set.of("wrapKey", "unwrapKey"),
                true,
                Optional.empty(),
                expires,
                Optional.empty(),
                Optional.empty(),
                tags);
    }
}
