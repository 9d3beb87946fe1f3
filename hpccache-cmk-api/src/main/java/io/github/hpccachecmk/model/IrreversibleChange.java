package io.github.hpccachecmk.model;

import io.github.hpccachecmk.implementation.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The consent to a change that nobody can undo, Microsoft included, bound to the vault it names. Whoever holds it says: I know that
 * purge protection stays on for as long as the vault exists, and that a deleted vault or key keeps its name until its retention
 * ends. Immutable; makes no call.
 */
public final class IrreversibleChange {
    private final VaultId vault;

    private IrreversibleChange(VaultId vault) {
        this.vault = vault;
    }

    /**
     * Consents to switching on purge protection (and with it soft delete) of that vault.
     *
     * @param vault the vault
     * @return the consent
     */
    public static IrreversibleChange purgeProtectionOf(VaultId vault) {
        return new IrreversibleChange(Checks.present("vault of the consent", vault, "the id of the vault"));
    }

    /** {@return the vault that may be changed} */
    public VaultId vault() {
        return vault;
    }

    /**
     * {@return whether the consent is for that vault}
     *
     * @param other what to compare with
     */
    public boolean covers(VaultId other) {
        return vault.equals(other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IrreversibleChange same && vault.equals(same.vault);
    }

    @Override
    public int hashCode() {
        return vault.hashCode();
    }

    @Override
    public String toString() {
        return "purge protection of " + vault;
    }
}
