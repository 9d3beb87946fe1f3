package io.github.hpccachecmk.report;

/** Where a flow stands; shown to people and stored as a hint, never trusted. New phases may appear. */
public enum Phase {
    /** Nothing was looked at yet. */
    STARTING,
    /** Reading what must be known before a write is safe, and judging it. */
    CHECKING,
    /** Switching the vault's protection on. */
    PROTECTING_VAULT,
    /** Making, recovering or opening the vault. */
    PREPARING_VAULT,
    /** Making the key. */
    PREPARING_KEY,
    /** Giving an identity access to the key. */
    GRANTING,
    /** A grant was written; it is given time to take effect. */
    SETTLING,
    /** Sending the create. */
    CREATING,
    /** The resource exists; its identity does not show yet. */
    WAITING_FOR_IDENTITY,
    /** Access was granted; the resource has not noticed yet. */
    WAITING_FOR_KEY,
    /** The resource makes its encrypted disks. */
    CONFIGURING,
    /** Setting or proving the rotation flag. */
    SETTING_ROTATION,
    /** A new version of the key is being made. */
    MAKING_VERSION,
    /** The resource is put under another key. */
    CHANGING_KEY,
    /** Somebody has to act; the flow keeps looking. */
    ACTION_NEEDED,
    /** Encrypted, healthy, proven by a read. */
    DONE,
    /** Ended in an error that the same request cannot overcome. */
    FAILED,
    /** Cancelled by the caller. */
    CANCELED
}
