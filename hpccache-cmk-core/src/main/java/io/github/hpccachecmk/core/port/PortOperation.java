package io.github.hpccachecmk.core.port;

/** The remote calls, one constant a port method: the names of journals, faults, budgets and call listeners. */
public enum PortOperation {
    /** GET of a cache or file system. */
    GET_TARGET(false),
    /** GET of one page of a resource group's caches or file systems. */
    LIST_TARGETS(false),
    /** GET of one page of a subscription's caches or file systems. */
    LIST_TARGETS_OF_SUBSCRIPTION(false),
    /** PUT of a cache or file system. */
    CREATE_TARGET(true),
    /** PATCH of a cache's or file system's encryption settings. */
    UPDATE_TARGET(true),
    /** GET of a vault. */
    GET_VAULT(false),
    /** PATCH that switches a vault's soft delete and purge protection on. */
    PROTECT_VAULT(true),
    /** PUT of {@code accessPolicies/add}. */
    ADD_ACCESS_POLICY(true),
    /** PUT of {@code accessPolicies/remove}. */
    REMOVE_ACCESS_POLICY(true),
    /** GET of the deleted vault of a name and location. */
    GET_DELETED_VAULT(false),
    /** GET of a key, newest version, on the control plane. */
    GET_KEY(false),
    /** GET of one version of a key on the control plane. */
    GET_KEY_VERSION(false),
    /** GET of a key on the data plane. */
    READ_KEY(false),
    /** GET of a deleted key, on the data plane. */
    READ_DELETED_KEY(false),
    /** GET of one page of the role assignments that a principal has at a scope. */
    LIST_ROLE_ASSIGNMENTS(false),
    /** GET of one page of all role assignments of a subscription. */
    LIST_ASSIGNMENTS_OF_SUBSCRIPTION(false),
    /** PUT of a role assignment. */
    CREATE_ROLE_ASSIGNMENT(true),
    /** DELETE of a role assignment. */
    DELETE_ROLE_ASSIGNMENT(true),
    /** GET of one page of the caller's own permissions at a scope. */
    LIST_PERMISSIONS(false),
    /** GET of a user-assigned identity. */
    GET_IDENTITY(false),
    /** GET of a resource provider. */
    GET_PROVIDER(false),
    /** GET of one page of the SKUs of Microsoft.StorageCache. */
    LIST_SKUS(false),
    /** GET of one page of the usages of Microsoft.StorageCache in a location. */
    LIST_USAGES(false),
    /** GET of one page of the management locks at a scope. */
    LIST_LOCKS(false),
    /** GET of a subnet. */
    GET_SUBNET(false),
    /** GET of the status of a long-running operation. */
    GET_OPERATION_STATUS(false),
    /** PUT of a vault: of a new one, or of a deleted one that is to come back. */
    PUT_VAULT(true),
    /** POST that asks whether a vault's name is free; changes nothing. */
    CHECK_VAULT_NAME(false),
    /** PUT of a key on the control plane, which makes it unless it exists. */
    PUT_KEY(true),
    /** GET of one page of a subscription's vaults. */
    LIST_VAULTS_OF_SUBSCRIPTION(false),
    /** GET of one page of a vault's keys on the control plane. */
    LIST_KEYS(false),
    /** GET of one page of a key's versions on the control plane. */
    LIST_KEY_VERSIONS(false),
    /** PUT of key material, on the data plane; each makes a new version. */
    IMPORT_KEY(true),
    /** GET of a key's rotation policy, on the data plane. */
    GET_ROTATION_POLICY(false),
    /** PUT of a key's rotation policy, on the data plane. */
    SET_ROTATION_POLICY(true),
    /** POST that makes a new version of a key, on the data plane. */
    ROTATE_KEY(true),
    /** PATCH of one version of a key, on the data plane. */
    UPDATE_KEY_VERSION(true),
    /** POST that recovers a deleted key, on the data plane. */
    RECOVER_KEY(true),
    /** POST that asks Azure Resource Graph for one page of what it knows; changes nothing. */
    QUERY_RESOURCES(false);

    private final boolean write;

    PortOperation(boolean write) {
        this.write = write;
    }

    /**
     * Whether the call changes something.
     *
     * @return true for writes
     */
    public boolean isWrite() {
        return write;
    }
}
