/** Ports, policy rules, flow and driver. */
module io.github.hpccachecmk.core {
    requires transitive io.github.hpccachecmk.api;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.github.hpccachecmk.core.fact;
    exports io.github.hpccachecmk.core.failure;
    exports io.github.hpccachecmk.core.flow;
    exports io.github.hpccachecmk.core.policy;
    exports io.github.hpccachecmk.core.port;
    exports io.github.hpccachecmk.core.render;
    exports io.github.hpccachecmk.core.rights;
    exports io.github.hpccachecmk.core.run;
    exports io.github.hpccachecmk.core.wire;
}
