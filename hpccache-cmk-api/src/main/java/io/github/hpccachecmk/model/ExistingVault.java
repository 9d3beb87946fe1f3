package io.github.hpccachecmk.model;

/** What to do with a vault that has the name asked for and that this library did not make for the same request. */
public enum ExistingVault {
    /** Leave it alone: the request is blocked. */
    REFUSE,
    /** Take it, and add what is missing; nothing that others use is taken away. A deleted one still blocks. */
    ADOPT,
    /**
     * As {@link #ADOPT}; and a vault of the very same id in deleted state is recovered first. Role assignments on it are not
     * recovered and have to be made again (Microsoft's article "Azure Key Vault recovery overview").
     */
    RECOVER
}
