package io.github.hpccachecmk.testkit.world.access;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The built-in roles that matter around a vault and its keys, with the actions that Microsoft's page "Azure built-in
 * roles" lists.
 */
public final class BuiltInRoles {
    public static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    public static final String CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    public static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    public static final String USER_ACCESS_ADMINISTRATOR = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";
    public static final String RBAC_ADMINISTRATOR = "f58310d9-a9f6-439a-9e8d-f62e7b41a168";
    public static final String KEY_VAULT_CONTRIBUTOR = "f25e0fa2-a7c8-4377-a976-54943a77a395";
    public static final String KEY_VAULT_ADMINISTRATOR = "00482a5a-887f-4fb3-b363-3b7fe8e74483";
    public static final String KEY_VAULT_READER = "21090545-7ca7-4776-b22c-e363652d74d2";
    public static final String CRYPTO_OFFICER = "14b46e9e-c2b7-41b4-b07b-48a6ebf60603";
    public static final String CRYPTO_USER = "12338af0-0e69-4776-bea7-57ae8d297424";
    public static final String CRYPTO_SERVICE_ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";
    public static final String MANAGED_IDENTITY_OPERATOR = "f1a07417-d97a-45cb-824c-7a7467783830";
    public static final String NETWORK_CONTRIBUTOR = "4d97b98b-1d4f-4787-a291-c67834d212e7";

    private static final List<String> NONE = List.of();
    private static final List<String> VAULT_PEOPLE = List.of(
            "Microsoft.Authorization/*/read",
            "Microsoft.Insights/alertRules/*",
            "Microsoft.Resources/deployments/*",
            "Microsoft.Resources/subscriptions/resourceGroups/read",
            "Microsoft.Support/*",
            "Microsoft.KeyVault/checkNameAvailability/read",
            "Microsoft.KeyVault/deletedVaults/read",
            "Microsoft.KeyVault/locations/*/read",
            "Microsoft.KeyVault/vaults/*/read",
            "Microsoft.KeyVault/operations/read");

    private static final Map<String, RoleDefinition> ALL = List.of(
                    role(OWNER, "Owner", "Grants full access to manage all resources.", List.of("*"), NONE, NONE),
                    role(
                            CONTRIBUTOR,
                            "Contributor",
                            "Grants full access to manage all resources, but not to assign roles.",
                            List.of("*"),
                            List.of(
                                    "Microsoft.Authorization/*/Delete",
                                    "Microsoft.Authorization/*/Write",
                                    "Microsoft.Authorization/elevateAccess/Action",
                                    "Microsoft.Blueprint/blueprintAssignments/write",
                                    "Microsoft.Blueprint/blueprintAssignments/delete",
                                    "Microsoft.Compute/galleries/share/action",
                                    "Microsoft.Purview/consents/write",
                                    "Microsoft.Purview/consents/delete"),
                            NONE),
                    role(READER, "Reader", "View all resources.", List.of("*/read"), NONE, NONE),
                    role(
                            USER_ACCESS_ADMINISTRATOR,
                            "User Access Administrator",
                            "Lets you manage user access to Azure resources.",
                            List.of("*/read", "Microsoft.Authorization/*", "Microsoft.Support/*"),
                            NONE,
                            NONE),
                    role(
                            RBAC_ADMINISTRATOR,
                            "Role Based Access Control Administrator",
                            "Manage access to Azure resources by assigning roles using Azure RBAC.",
                            List.of(
                                    "Microsoft.Authorization/roleAssignments/write",
                                    "Microsoft.Authorization/roleAssignments/delete",
                                    "*/read",
                                    "Microsoft.Support/*"),
                            NONE,
                            NONE),
                    role(
                            KEY_VAULT_CONTRIBUTOR,
                            "Key Vault Contributor",
                            "Lets you manage key vaults, but not access to them.",
                            List.of(
                                    "Microsoft.Authorization/*/read",
                                    "Microsoft.Insights/alertRules/*",
                                    "Microsoft.KeyVault/*",
                                    "Microsoft.Resources/deployments/*",
                                    "Microsoft.Resources/subscriptions/resourceGroups/read",
                                    "Microsoft.Support/*"),
                            List.of(
                                    "Microsoft.KeyVault/locations/deletedVaults/purge/action",
                                    "Microsoft.KeyVault/hsmPools/*",
                                    "Microsoft.KeyVault/managedHsms/*"),
                            NONE),
                    role(
                            KEY_VAULT_ADMINISTRATOR,
                            "Key Vault Administrator",
                            "Perform all data plane operations on a key vault and all objects in it.",
                            VAULT_PEOPLE,
                            NONE,
                            List.of("Microsoft.KeyVault/vaults/*")),
                    role(
                            KEY_VAULT_READER,
                            "Key Vault Reader",
                            "Read metadata of key vaults and its certificates, keys, and secrets.",
                            VAULT_PEOPLE,
                            NONE,
                            List.of(
                                    "Microsoft.KeyVault/vaults/*/read",
                                    "Microsoft.KeyVault/vaults/secrets/readMetadata/action")),
                    role(
                            CRYPTO_OFFICER,
                            "Key Vault Crypto Officer",
                            "Perform any action on the keys of a key vault, except manage permissions.",
                            VAULT_PEOPLE,
                            NONE,
                            List.of(
                                    "Microsoft.KeyVault/vaults/keys/*",
                                    "Microsoft.KeyVault/vaults/keyrotationpolicies/*")),
                    role(
                            CRYPTO_USER,
                            "Key Vault Crypto User",
                            "Perform cryptographic operations using keys.",
                            NONE,
                            NONE,
                            List.of(
                                    KeyAction.READ.dataAction(),
                                    KeyAction.UPDATE.dataAction(),
                                    "Microsoft.KeyVault/vaults/keys/backup/action",
                                    "Microsoft.KeyVault/vaults/keys/encrypt/action",
                                    "Microsoft.KeyVault/vaults/keys/decrypt/action",
                                    KeyAction.WRAP.dataAction(),
                                    KeyAction.UNWRAP.dataAction(),
                                    "Microsoft.KeyVault/vaults/keys/sign/action",
                                    "Microsoft.KeyVault/vaults/keys/verify/action")),
                    role(
                            CRYPTO_SERVICE_ENCRYPTION_USER,
                            "Key Vault Crypto Service Encryption User",
                            "Read metadata of keys and perform wrap/unwrap operations.",
                            List.of(
                                    "Microsoft.EventGrid/eventSubscriptions/write",
                                    "Microsoft.EventGrid/eventSubscriptions/read",
                                    "Microsoft.EventGrid/eventSubscriptions/delete"),
                            NONE,
                            List.of(
                                    KeyAction.READ.dataAction(),
                                    KeyAction.WRAP.dataAction(),
                                    KeyAction.UNWRAP.dataAction())),
                    role(
                            MANAGED_IDENTITY_OPERATOR,
                            "Managed Identity Operator",
                            "Read and Assign User Assigned Identity",
                            List.of(
                                    "Microsoft.ManagedIdentity/userAssignedIdentities/*/read",
                                    "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
                                    "Microsoft.Authorization/*/read",
                                    "Microsoft.Insights/alertRules/*",
                                    "Microsoft.Resources/subscriptions/resourceGroups/read",
                                    "Microsoft.Resources/deployments/*",
                                    "Microsoft.Support/*"),
                            NONE,
                            NONE),
                    role(
                            NETWORK_CONTRIBUTOR,
                            "Network Contributor",
                            "Lets you manage networks, but not access to them.",
                            List.of(
                                    "Microsoft.Authorization/*/read",
                                    "Microsoft.Insights/alertRules/*",
                                    "Microsoft.Network/*",
                                    "Microsoft.ResourceHealth/availabilityStatuses/read",
                                    "Microsoft.Resources/deployments/*",
                                    "Microsoft.Resources/subscriptions/resourceGroups/read",
                                    "Microsoft.Support/*"),
                            NONE,
                            NONE))
            .stream()
            .collect(Collectors.toUnmodifiableMap(RoleDefinition::id, Function.identity()));

    private BuiltInRoles() {}

    /** The role of a GUID, whatever its case. */
    public static Optional<RoleDefinition> find(String id) {
        return Optional.ofNullable(ALL.get(id.toLowerCase(Locale.ROOT)));
    }

    /** All of them, ordered by name. */
    public static List<RoleDefinition> all() {
        return ALL.values().stream()
                .sorted(Comparator.comparing(RoleDefinition::name))
                .toList();
    }

    private static RoleDefinition role(
            String id,
            String name,
            String description,
            List<String> actions,
            List<String> notActions,
            List<String> dataActions) {
        return new RoleDefinition(id, name, description, actions, notActions, dataActions, List.of());
    }
}
