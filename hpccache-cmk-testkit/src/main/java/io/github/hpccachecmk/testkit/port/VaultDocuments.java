package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.DeletedVault;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Between vaults and their JSON documents. Source: the REST specification of Microsoft.KeyVault. */
final class VaultDocuments {
    private VaultDocuments() {}

    static VaultSnapshot snapshot(JsonView vault) {
        var properties = vault.object("properties");
        var network = properties.object("networkAcls");
        return new VaultSnapshot(
                VaultId.parse(vault.text("id").orElse("")),
                vault.text("location").orElse(""),
                properties.text("tenantId").map(TenantId::of),
                properties.text("vaultUri"),
                properties.object("sku").text("name"),
                properties.flag("enableSoftDelete"),
                properties.flag("enablePurgeProtection"),
                properties
                        .number("softDeleteRetentionInDays")
                        .map(days -> OptionalInt.of(Math.toIntExact(days)))
                        .orElse(OptionalInt.empty()),
                properties.flag("enableRbacAuthorization").orElse(false) ? AccessModel.RBAC : AccessModel.ACCESS_POLICY,
                policies(vault),
                properties.text("publicNetworkAccess"),
                network.text("defaultAction"),
                network.text("bypass"),
                properties.text("provisioningState"),
                vault.object("systemData").instant("createdAt"),
                vault.object("systemData").instant("lastModifiedAt"),
                vault.object("tags").textMembers());
    }

    /** The entries of a vault, or of the answer of {@code accessPolicies/add}, which has them at the same place. */
    static List<AccessPolicy> policies(JsonView document) {
        return document.object("properties").objects("accessPolicies").stream()
                .map(VaultDocuments::policy)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<AccessPolicy> policy(JsonView entry) {
        return entry.text("tenantId")
                .flatMap(tenant -> entry.text("objectId")
                        .map(principal -> new AccessPolicy(
                                TenantId.of(tenant),
                                PrincipalId.of(principal),
                                entry.text("applicationId"),
                                Set.copyOf(entry.object("permissions").textList("keys")))));
    }

    static Map<String, Object> additionOf(AccessPolicy policy) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("tenantId", policy.tenant().toString());
        entry.put("objectId", policy.principal().toString());
        policy.application().ifPresent(application -> entry.put("applicationId", application));
        entry.put(
                "permissions",
                Map.of("keys", policy.keyPermissions().stream().sorted().toList()));
        return Map.of("properties", Map.of("accessPolicies", List.of(entry)));
    }

    /** The two members and nothing else: what a PATCH does not name stays as it is. */
    static Map<String, Object> protection() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("enableSoftDelete", true);
        properties.put("enablePurgeProtection", true);
        return Map.of("properties", properties);
    }

    static DeletedVault deleted(JsonView document) {
        var properties = document.object("properties");
        return new DeletedVault(
                VaultId.parse(properties.text("vaultId").orElse("")),
                properties.text("location").orElse(""),
                properties.instant("scheduledPurgeDate"));
    }
}
