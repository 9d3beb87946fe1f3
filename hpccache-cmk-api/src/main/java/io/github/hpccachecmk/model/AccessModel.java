package io.github.hpccachecmk.model;

/** How a key vault decides who may use its keys. */
public enum AccessModel {
    /** A list of access policies inside the vault. */
    ACCESS_POLICY,
    /** Azure role assignments at the vault, a key, or above. */
    RBAC
}
