package io.github.hpccachecmk.azure.implementation;

import com.azure.core.management.SystemData;
import com.azure.core.util.ExpandableEnum;
import com.azure.resourcemanager.keyvault.fluent.models.VaultInner;
import com.azure.resourcemanager.keyvault.models.AccessPolicyEntry;
import com.azure.resourcemanager.keyvault.models.KeyPermissions;
import com.azure.resourcemanager.keyvault.models.NetworkRuleSet;
import com.azure.resourcemanager.keyvault.models.Permissions;
import com.azure.resourcemanager.keyvault.models.Sku;
import com.azure.resourcemanager.keyvault.models.SkuName;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Between the SDK's vault models and the core's: a switch that Azure leaves out stays left out. */
final class VaultModels {
    private VaultModels() {}

    /** The vault as the answer showed it. */
    static VaultSnapshot snapshot(VaultInner vault) {
        var properties = vault.properties();
        var network = Optional.ofNullable(properties.networkAcls());
        Integer days = properties.softDeleteRetentionInDays();
        return new VaultSnapshot(
                VaultId.parse(vault.id()),
                Optional.ofNullable(vault.location()).orElse(""),
                Optional.ofNullable(properties.tenantId()).map(UUID::toString).map(TenantId::of),
                Optional.ofNullable(properties.vaultUri()),
                Optional.ofNullable(properties.sku()).map(Sku::name).map(SkuName::toString),
                Optional.ofNullable(properties.enableSoftDelete()),
                Optional.ofNullable(properties.enablePurgeProtection()),
                days == null ? OptionalInt.empty() : OptionalInt.of(days),
                Boolean.TRUE.equals(properties.enableRbacAuthorization())
                        ? AccessModel.RBAC
                        : AccessModel.ACCESS_POLICY,
                policies(properties.accessPolicies()),
                Optional.ofNullable(properties.publicNetworkAccess()),
                network.map(NetworkRuleSet::defaultAction).map(Object::toString),
                network.map(NetworkRuleSet::bypass).map(Object::toString),
                Optional.ofNullable(properties.provisioningState()).map(Object::toString),
                Optional.ofNullable(vault.systemData())
                        .map(SystemData::createdAt)
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(vault.systemData())
                        .map(SystemData::lastModifiedAt)
                        .map(OffsetDateTime::toInstant),
                vault.tags() == null ? Map.of() : Map.copyOf(vault.tags()));
    }

    /** The entries as far as keys go; one without a principal grants nobody anything and is left out. */
    static List<AccessPolicy> policies(@Nullable List<AccessPolicyEntry> entries) {
        return stream(entries)
                .filter(entry -> entry.tenantId() != null
                        && entry.objectId() != null
                        && !entry.objectId().isEmpty())
                .map(entry -> new AccessPolicy(
                        TenantId.of(entry.tenantId().toString()),
                        PrincipalId.of(entry.objectId()),
                        Optional.ofNullable(entry.applicationId()).map(UUID::toString),
                        keyPermissions(entry.permissions()),
                        givesMore(entry.permissions())))
                .toList();
    }

    private static boolean givesMore(@Nullable Permissions permissions) {
        return permissions != null
                && Stream.of(permissions.secrets(), permissions.certificates(), permissions.storage())
                        .anyMatch(rights -> rights != null && !rights.isEmpty());
    }

    /** The entry to be sent. */
    static AccessPolicyEntry entry(AccessPolicy policy) {
        var entry = new AccessPolicyEntry()
                .withTenantId(UUID.fromString(policy.tenant().toString()))
                .withObjectId(policy.principal().toString())
                .withPermissions(new Permissions()
                        .withKeys(policy.keyPermissions().stream()
                                .sorted()
                                .map(KeyPermissions::fromString)
                                .toList()));
        policy.application().map(UUID::fromString).ifPresent(entry::withApplicationId);
        return entry;
    }

    private static Set<String> keyPermissions(@Nullable Permissions permissions) {
        return permissions == null
                ? Set.of()
                : stream(permissions.keys()).map(ExpandableEnum::getValue).collect(Collectors.toSet());
    }

    private static <T> Stream<T> stream(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
