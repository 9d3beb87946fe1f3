/** Ports, policy rules, flow and driver. */
module io.github.hpccachecmk.core {
    requires transitive io.github.hpccachecmk.api;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

// To be exported as soon as they hold a public type: port, policy, render, and what a binding needs of flow and run.
}
