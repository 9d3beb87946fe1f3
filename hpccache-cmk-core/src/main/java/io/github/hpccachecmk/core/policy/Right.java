package io.github.hpccachecmk.core.policy;

/**
 * One right that a caller needs. Immutable.
 *
 * @param plane which plane the action belongs to
 * @param scope the ARM id where it is needed
 * @param action for example {@code Microsoft.KeyVault/vaults/read}
 * @param occasion what it is needed for
 */
public record Right(Plane plane, String scope, String action, Occasion occasion) {
    /** The plane of an action. */
    public enum Plane {
        /** Azure Resource Manager: {@code actions} of a role. */
        CONTROL,
        /** The vault itself: {@code dataActions} of a role. */
        DATA
    }

    /** What a right is needed for. New ones may appear. */
    public enum Occasion {
        /** Every request: reading what a write must not be sent without. */
        READ,
        /** Sending the create. */
        CREATE,
        /** Setting the rotation flag. */
        SET_ROTATION,
        /** Switching soft delete and purge protection on, where they are off and the request consents. */
        PROTECT_VAULT,
        /** Giving an identity access, where it has none. */
        GRANT,
        /** What a plan looks at besides; without the right the finding says that it could not be read. */
        ADVISE,
        /** Reading the key on the data plane, where the control plane refuses. */
        FALL_BACK
    }
}
