package io.github.hpccachecmk.report;

/** The kinds of write that this library sends; there are no others. */
public enum WriteKind {
    /** PATCH of a vault that switches soft delete and purge protection on. */
    PROTECT_VAULT(false),
    /** Adds an identity to a vault's access policies; removes and replaces none. */
    ADD_ACCESS_POLICY(true),
    /** Assigns the one role at the key's own scope. */
    ASSIGN_ROLE(true),
    /** PUT of a new cache or file system; also sent again, unchanged, to one that failed for a missing grant. */
    CREATE_TARGET(true),
    /** Sets the rotation flag of an existing resource. */
    UPDATE_ENCRYPTION(true),
    /** Puts an existing resource under another key. */
    CHANGE_KEY(true),
    /** PUT of a new vault, with purge protection on. */
    CREATE_VAULT(false),
    /** Recovers a vault from deleted state. */
    RECOVER_VAULT(true),
    /** PUT of a new key on the control plane, which changes nothing of one that exists. */
    CREATE_KEY(true),
    /** PUT of key material that the client's source gives, on the data plane; makes a version. */
    IMPORT_KEY(true),
    /** POST that has Key Vault make another version of a key, on the data plane. */
    ROTATE_KEY(true),
    /** PATCH of a key version's tags, on the data plane. */
    TAG_KEY_VERSION(true),
    /** PATCH that switches a key version on, on the data plane. */
    ENABLE_KEY_VERSION(true),
    /** PATCH that switches a key version off, on the data plane. */
    DISABLE_KEY_VERSION(true),
    /** POST that brings a key back from deleted state, on the data plane. */
    RECOVER_KEY(true),
    /** PUT of a key's rotation policy, on the data plane. */
    SET_ROTATION_POLICY(true),
    /** Takes one identity's entry out of a vault's access policies, as far as it holds what this library wrote. */
    REMOVE_ACCESS_POLICY(true),
    /** DELETE of a role assignment that this library made. */
    REMOVE_ROLE(true);

    private final boolean reversible;

    WriteKind(boolean reversible) {
        this.reversible = reversible;
    }

    /**
     * Whether somebody can undo the write.
     *
     * @return false only for what switches purge protection on
     */
    public boolean isReversible() {
        return reversible;
    }
}
