package io.github.hpccachecmk.core.rights;

import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.report.RequiredPermission;
import java.util.List;

/**
 * Azure's built-in roles that hold what a request needs, the narrower before the wider. Names, ids and actions are those of
 * Microsoft's page "Azure built-in roles", as far as they concern this library.
 */
public enum BuiltInRole {
    /** Reads a vault's settings and the metadata of its keys, on both planes. */
    KEY_VAULT_READER(
            "Key Vault Reader",
            "21090545-7ca7-4776-b22c-e363652d74d2",
            List.of(
                    "Microsoft.Authorization/*/read",
                    "Microsoft.KeyVault/locations/*/read",
                    "Microsoft.KeyVault/vaults/*/read"),
            List.of(),
            List.of("Microsoft.KeyVault/vaults/*/read")),
    /** Reads and assigns user-assigned identities. */
    MANAGED_IDENTITY_OPERATOR(
            "Managed Identity Operator",
            "f1a07417-d97a-45cb-824c-7a7467783830",
            List.of(
                    "Microsoft.ManagedIdentity/userAssignedIdentities/*/read",
                    "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
                    "Microsoft.Authorization/*/read"),
            List.of(),
            List.of()),
    /** Reads everything on the control plane. */
    READER("Reader", "acdd72a7-3385-48ef-bd42-f606fba81ae7", List.of("*/read"), List.of(), List.of()),
    /** Manages vaults and access policies, but assigns no role: not enough to give access on a vault with Azure RBAC. */
    KEY_VAULT_CONTRIBUTOR(
            "Key Vault Contributor",
            "f25e0fa2-a7c8-4377-a976-54943a77a395",
            List.of("Microsoft.Authorization/*/read", "Microsoft.KeyVault/*"),
            List.of(
                    "Microsoft.KeyVault/locations/deletedVaults/purge/action",
                    "Microsoft.KeyVault/hsmPools/*",
                    "Microsoft.KeyVault/managedHsms/*"),
            List.of()),
    /** Makes and changes keys on the data plane; reads the vault on the control plane. */
    KEY_VAULT_CRYPTO_OFFICER(
            "Key Vault Crypto Officer",
            "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
            List.of(
                    "Microsoft.Authorization/*/read",
                    "Microsoft.KeyVault/locations/deletedVaults/read",
                    "Microsoft.KeyVault/checkNameAvailability/read",
                    "Microsoft.KeyVault/locations/operationResults/read",
                    "Microsoft.KeyVault/operations/read",
                    "Microsoft.KeyVault/vaults/*/read"),
            List.of(),
            List.of("Microsoft.KeyVault/vaults/keys/*", "Microsoft.KeyVault/vaults/keyrotationpolicies/*")),
    /** Manages networks; joining a subnet is part of it. */
    NETWORK_CONTRIBUTOR(
            "Network Contributor",
            "4d97b98b-1d4f-4787-a291-c67834d212e7",
            List.of("Microsoft.Authorization/*/read", "Microsoft.Network/*"),
            List.of(),
            List.of()),
    /** Assigns roles. */
    RBAC_ADMINISTRATOR(
            "Role Based Access Control Administrator",
            "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
            List.of(
                    "Microsoft.Authorization/roleAssignments/write",
                    "Microsoft.Authorization/roleAssignments/delete",
                    "*/read"),
            List.of(),
            List.of()),
    /** Manages everything but access: no narrower built-in role creates caches or file systems. */
    CONTRIBUTOR(
            "Contributor",
            "b24988ac-6180-42a0-ab88-20f7382dd24c",
            List.of("*"),
            List.of("Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write"),
            List.of());

    private final String displayName;
    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable lists
    private final PermissionEntry control;

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable lists
    private final PermissionEntry data;

    BuiltInRole(
            String displayName, String id, List<String> actions, List<String> notActions, List<String> dataActions) {
        this.displayName = displayName;
        this.id = id;
        this.control = entry(actions, notActions);
        this.data = entry(dataActions, List.of());
    }

    private static PermissionEntry entry(List<String> actions, List<String> notActions) {
        return new PermissionEntry(actions, notActions, List.of(), List.of());
    }

    /** The name that Azure shows. */
    public String displayName() {
        return displayName;
    }

    /** The id of the role definition, the same in every tenant. */
    public String id() {
        return id;
    }

    /** Whether the role holds a right; key permissions are held by no role. */
    public boolean holds(RequiredPermission permission) {
        return switch (permission.plane()) {
            case CONTROL -> Permissions.allow(List.of(control), permission.action());
            case DATA -> Permissions.allow(List.of(data), permission.action());
            case KEY_PERMISSION -> false;
        };
    }
}
