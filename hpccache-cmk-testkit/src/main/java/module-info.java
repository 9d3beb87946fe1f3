/** An Azure in memory, for tests. */
module io.github.hpccachecmk.testkit {
    requires transitive io.github.hpccachecmk.core;
    requires static transitive com.azure.core;
    requires static transitive org.assertj.core;
    requires static transitive org.junit.jupiter.api;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.github.hpccachecmk.testkit.port;

// To be exported as soon as they hold a public type: io.github.hpccachecmk.testkit and its packages fault, journal,
// http,
// junit, assertj, contract.
}
