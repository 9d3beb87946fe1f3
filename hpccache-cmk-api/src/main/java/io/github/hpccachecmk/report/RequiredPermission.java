package io.github.hpccachecmk.report;

import io.github.hpccachecmk.model.AccessModel;
import java.util.Optional;

/**
 * One right that a caller needs for a request, at the narrowest scope that does. Immutable.
 *
 * @param plane which plane the action belongs to
 * @param scope the ARM id where it is needed
 * @param action for example {@code Microsoft.KeyVault/vaults/read}, or the key permission {@code get}
 * @param occasion what it is needed for
 * @param onlyOn the access model of the vault that it is needed on; empty when it is needed on both
 */
public record RequiredPermission(
        Plane plane, String scope, String action, Occasion occasion, Optional<AccessModel> onlyOn) {
    /** The plane of an action. */
    public enum Plane {
        /** Azure Resource Manager: {@code actions} of a role. */
        CONTROL,
        /** The vault itself, on a vault with Azure RBAC: {@code dataActions} of a role. */
        DATA,
        /** The vault itself, on a vault with access policies: key permissions of the caller's entry. No role gives them. */
        KEY_PERMISSION
    }

    /** What a right is needed for. New ones may appear. */
    public enum Occasion {
        /** Every request: reading what a write must not be sent without. */
        READ,
        /** Sending the create. */
        CREATE,
        /** Putting an existing resource under another key. */
        CHANGE_KEY,
        /** Setting the rotation flag. */
        SET_ROTATION,
        /** Switching soft delete and purge protection on, where they are off and the request consents. */
        PROTECT_VAULT,
        /** Giving an identity access, where it has none. */
        GRANT,
        /** Taking access away, where there is some of this library's. */
        REVOKE,
        /** What a plan looks at besides; without the right the finding says that it could not be read. */
        ADVISE,
        /** Reading the key on the data plane, where the control plane refuses. */
        FALL_BACK
    }

    /**
     * Whether a request fails or blocks without it, as opposed to telling less.
     *
     * @return false for {@link Occasion#ADVISE} and {@link Occasion#FALL_BACK}
     */
    public boolean isEssential() {
        return occasion != Occasion.ADVISE && occasion != Occasion.FALL_BACK;
    }
}
