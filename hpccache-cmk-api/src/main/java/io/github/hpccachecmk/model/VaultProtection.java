package io.github.hpccachecmk.model;

import io.github.hpccachecmk.implementation.Checks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a vault whose soft delete or purge protection is off: refuse (the default), or switch it on with a consent that
 * names the vault. Immutable; makes no call.
 */
public final class VaultProtection {
    private final @Nullable IrreversibleChange consent;

    private VaultProtection(@Nullable IrreversibleChange consent) {
        this.consent = consent;
    }

    /** {@return the vault has to be protected already; nothing is switched on} */
    public static VaultProtection requireAlreadyOn() {
        return new VaultProtection(null);
    }

    /**
     * Switches on what is missing, on the vault that the consent names.
     *
     * @param consent the consent, which names the vault
     * @return that choice
     */
    public static VaultProtection enableIfMissing(IrreversibleChange consent) {
        return new VaultProtection(Checks.present(
                "consent to an irreversible change", consent, "IrreversibleChange.purgeProtectionOf(vault)"));
    }

    /** {@return the consent, if there is one} */
    public Optional<IrreversibleChange> consent() {
        return Optional.ofNullable(consent);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VaultProtection same && consent().equals(same.consent());
    }

    @Override
    public int hashCode() {
        return consent().hashCode();
    }

    @Override
    public String toString() {
        return consent().map(given -> "enable if missing: " + given).orElse("require already on");
    }
}
