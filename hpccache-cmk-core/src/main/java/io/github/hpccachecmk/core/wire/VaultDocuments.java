package io.github.hpccachecmk.core.wire;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.DeletedVault;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Vaults, read from JSON documents. Source: the REST specification of Microsoft.KeyVault. */
public final class VaultDocuments {
    private VaultDocuments() {}

    /**
     * A vault.
     *
     * @param vault the answer's body, or a row of an inventory
     * @return the snapshot; switches that are left out are empty
     * @throws io.github.hpccachecmk.error.InvalidInputException when the document has no legal {@code id}
     */
    public static VaultSnapshot snapshot(JsonView vault) {
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

    /**
     * The entries of a vault, or of the answer of {@code accessPolicies/add}, which has them at the same place.
     *
     * @param document the answer's body
     * @return the entries as far as keys go; one without a principal grants nobody anything and is left out
     */
    public static List<AccessPolicy> policies(JsonView document) {
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
                                Set.copyOf(entry.object("permissions").textList("keys")),
                                givesMore(entry.object("permissions")))));
    }

    private static boolean givesMore(JsonView permissions) {
        return Stream.of("secrets", "certificates", "storage")
                .anyMatch(kind -> !permissions.textList(kind).isEmpty());
    }

    /**
     * A vault in deleted state.
     *
     * @param document the answer's body
     * @return what is left of it
     * @throws io.github.hpccachecmk.error.InvalidInputException when the document has no legal {@code vaultId}
     */
    public static DeletedVault deleted(JsonView document) {
        var properties = document.object("properties");
        return new DeletedVault(
                VaultId.parse(properties.text("vaultId").orElse("")),
                properties.text("location").orElse(""),
                properties.instant("scheduledPurgeDate"));
    }
}
