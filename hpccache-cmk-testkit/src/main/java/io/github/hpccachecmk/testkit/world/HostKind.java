package io.github.hpccachecmk.testkit.world;

/** Which service a host stands for. */
public enum HostKind {
    /** Azure Resource Manager. */
    ARM,
    /** The data plane of one vault; its name is the parameter {@code vault} of a call. */
    VAULT
}
