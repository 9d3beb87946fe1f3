package io.github.hpccachecmk.core.policy;

/** The articles that explain the rules. */
final class Articles {
    private static final String LEARN = "https://learn.microsoft.com/azure/";

    static final String CACHE_KEYS = LEARN + "hpc-cache/customer-keys";
    static final String CACHE_PREREQUISITES = LEARN + "hpc-cache/hpc-cache-prerequisites";
    static final String CACHE_OVERVIEW = LEARN + "hpc-cache/hpc-cache-overview";
    static final String CACHE_CREATE = LEARN + "hpc-cache/hpc-cache-create";
    static final String VAULT_OVERVIEW = LEARN + "key-vault/general/overview";
    static final String VAULT_RECOVERY = LEARN + "key-vault/general/key-vault-recovery";
    static final String SOFT_DELETE = LEARN + "key-vault/general/soft-delete-overview";
    static final String VAULT_NETWORK = LEARN + "key-vault/general/network-security";
    static final String VAULT_ACCESS = LEARN + "key-vault/general/rbac-guide";
    static final String KEYS = LEARN + "key-vault/keys/about-keys";
    static final String KEY_DETAILS = LEARN + "key-vault/keys/about-keys-details";
    static final String KEY_ROTATION = LEARN + "key-vault/keys/how-to-configure-key-rotation";
    static final String BYOK = LEARN + "key-vault/keys/hsm-protected-keys-byok";
    static final String IDENTITIES =
            "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview";
    static final String PROVIDERS = LEARN + "azure-resource-manager/management/resource-providers-and-types";
    static final String LOCKS = LEARN + "azure-resource-manager/management/lock-resources";
    static final String QUOTAS = LEARN + "azure-resource-manager/management/azure-subscription-service-limits";
    static final String ROLE_LIMITS = LEARN + "role-based-access-control/troubleshoot-limits";
    static final String ROLES = LEARN + "role-based-access-control/role-definitions";

    private Articles() {}
}
