package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.rest.Response;
import com.azure.resourcemanager.keyvault.fluent.VaultsClient;
import com.azure.resourcemanager.keyvault.fluent.models.DeletedVaultInner;
import com.azure.resourcemanager.keyvault.fluent.models.VaultAccessPolicyParametersInner;
import com.azure.resourcemanager.keyvault.fluent.models.VaultInner;
import com.azure.resourcemanager.keyvault.models.AccessPolicyUpdateKind;
import com.azure.resourcemanager.keyvault.models.VaultAccessPolicyProperties;
import com.azure.resourcemanager.keyvault.models.VaultCheckNameAvailabilityParameters;
import com.azure.resourcemanager.keyvault.models.VaultPatchParameters;
import com.azure.resourcemanager.keyvault.models.VaultPatchProperties;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.DeletedVault;
import io.github.hpccachecmk.core.port.NameCheck;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.VaultPort;
import io.github.hpccachecmk.core.port.VaultPut;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.core.wire.VaultBodies;
import io.github.hpccachecmk.model.VaultId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Vaults over azure-resourcemanager-keyvault's service client. Its fluent layer is left alone: {@code
 * vault.update().apply()} PUTs the whole vault, and its {@code softDeleteEnabled()} reads a missing switch as false.
 */
final class VaultAdapter implements VaultPort {
    private final Calls calls;
    private final KeyVaults clients;
    private final KnownVaults known;
    private final ArmRest rest;
    private final String apiVersion;

    VaultAdapter(Calls calls, KeyVaults clients, KnownVaults known, ArmRest rest, String apiVersion) {
        this.calls = calls;
        this.clients = clients;
        this.known = known;
        this.rest = rest;
        this.apiVersion = apiVersion;
    }

    @Override
    public Answer<Optional<VaultSnapshot>> get(CallContext context, VaultId id) {
        var call = Call.of(PortOperation.GET_VAULT, id, context);
        return calls.find(
                call,
                () -> vaults(id.subscription())
                        .getByResourceGroupWithResponse(id.group().name(), id.name(), call.context()),
                this::snapshot);
    }

    @Override
    public Answer<VaultSnapshot> protect(CallContext context, VaultId id) {
        var call = Call.of(PortOperation.PROTECT_VAULT, id, context);
        var switches = new VaultPatchParameters()
                .withProperties(
                        new VaultPatchProperties().withEnableSoftDelete(true).withEnablePurgeProtection(true));
        return calls.answer(
                call,
                () -> vaults(id.subscription())
                        .updateWithResponse(id.group().name(), id.name(), switches, call.context()),
                this::snapshot);
    }

    @Override
    public Answer<List<AccessPolicy>> addAccessPolicy(CallContext context, VaultId id, AccessPolicy policy) {
        var call = Call.of(PortOperation.ADD_ACCESS_POLICY, id, context);
        return changed(call, id, AccessPolicyUpdateKind.ADD, policy);
    }

    @Override
    public Answer<List<AccessPolicy>> removeAccessPolicy(CallContext context, VaultId id, AccessPolicy policy) {
        var call = Call.of(PortOperation.REMOVE_ACCESS_POLICY, id, context);
        return changed(call, id, AccessPolicyUpdateKind.REMOVE, policy);
    }

    private Answer<List<AccessPolicy>> changed(
            Call call, VaultId id, AccessPolicyUpdateKind change, AccessPolicy policy) {
        var entry = new VaultAccessPolicyParametersInner()
                .withProperties(
                        new VaultAccessPolicyProperties().withAccessPolicies(List.of(VaultModels.entry(policy))));
        return calls.answer(
                call,
                () -> vaults(id.subscription())
                        .updateAccessPolicyWithResponse(id.group().name(), id.name(), change, entry, call.context()),
                response ->
                        VaultModels.policies(response.getValue().properties().accessPolicies()));
    }

    @Override
    public Answer<Optional<DeletedVault>> getDeleted(
            CallContext context, String subscription, String location, String name) {
        var scope = "/subscriptions/" + subscription + "/providers/Microsoft.KeyVault/locations/" + location
                + "/deletedVaults/" + name;
        var call = Call.of(PortOperation.GET_DELETED_VAULT, scope, context);
        return calls.find(
                call,
                () -> vaults(subscription).getDeletedWithResponse(name, location, call.context()),
                VaultAdapter::deleted);
    }

    @Override
    public Answer<Page<VaultSnapshot>> list(CallContext context, String subscription, Optional<String> page) {
        var scope = "/subscriptions/" + subscription + "/providers/Microsoft.KeyVault/vaults";
        var call = Call.of(PortOperation.LIST_VAULTS_OF_SUBSCRIPTION, scope, context);
        return calls.answer(
                call,
                () -> OnePage.of(vaults(subscription).listBySubscriptionAsync(), call, page),
                response -> new Page<>(
                        response.getValue().stream().map(VaultModels::snapshot).toList(),
                        Pages.token(Optional.ofNullable(response.getContinuationToken()))));
    }

    @Override
    public Answer<NameCheck> checkName(CallContext context, String subscription, String name) {
        var scope = "/subscriptions/" + subscription + "/providers/Microsoft.KeyVault/checkNameAvailability";
        var call = Call.of(PortOperation.CHECK_VAULT_NAME, scope, context);
        return calls.answer(
                call,
                () -> vaults(subscription)
                        .checkNameAvailabilityWithResponse(
                                new VaultCheckNameAvailabilityParameters().withName(name), call.context()),
                response -> new NameCheck(
                        Boolean.TRUE.equals(response.getValue().nameAvailable()),
                        Optional.ofNullable(response.getValue().message()).orElse("")));
    }

    /** The service client's own createOrUpdate polls until the vault is registered, which is for the flow to decide. */
    @Override
    public Answer<VaultId> put(CallContext context, VaultPut put) {
        var call = Call.of(PortOperation.PUT_VAULT, put.id(), context);
        return calls.answer(
                call,
                () -> rest.put(call, put.id().toString(), apiVersion, VaultBodies.of(put)),
                response -> VaultId.parse(String.valueOf(response.getValue().get("id"))));
    }

    private VaultsClient vaults(String subscription) {
        return clients.of(subscription).getVaults();
    }

    private VaultSnapshot snapshot(Response<VaultInner> response) {
        var snapshot = VaultModels.snapshot(response.getValue());
        snapshot.uri().ifPresent(known::reported);
        return snapshot;
    }

    private static DeletedVault deleted(Response<DeletedVaultInner> response) {
        var properties = response.getValue().properties();
        return new DeletedVault(
                VaultId.parse(properties.vaultId()),
                properties.location(),
                Optional.ofNullable(properties.scheduledPurgeDate()).map(OffsetDateTime::toInstant));
    }
}
