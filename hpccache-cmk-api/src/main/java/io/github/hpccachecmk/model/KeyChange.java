package io.github.hpccachecmk.model;

/** How the key of an existing resource is changed. */
public enum KeyChange {
    /**
     * PATCH of the complete encryption settings; where the service refuses that, a PUT of what a GET answered with the key changed,
     * and only where no directory credentials exist, because a GET never returns them and a PUT drops what it leaves out.
     */
    PATCH_ELSE_MERGED_PUT,
    /** PATCH of the encryption settings, as the REST specification declares. */
    PATCH
}
