/** An Azure in memory, for tests. */
module io.github.hpccachecmk.testkit {
    requires transitive io.github.hpccachecmk.core;
    requires jdk.httpserver;
    requires static transitive com.azure.core;
    requires static transitive org.assertj.core;
    requires static transitive org.junit.jupiter.api;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.github.hpccachecmk.testkit;
    exports io.github.hpccachecmk.testkit.assertj;
    exports io.github.hpccachecmk.testkit.contract;
    exports io.github.hpccachecmk.testkit.exchange;
    exports io.github.hpccachecmk.testkit.fault;
    exports io.github.hpccachecmk.testkit.http;
    exports io.github.hpccachecmk.testkit.journal;
    exports io.github.hpccachecmk.testkit.junit;
    exports io.github.hpccachecmk.testkit.loopback;
    exports io.github.hpccachecmk.testkit.port;
    exports io.github.hpccachecmk.testkit.world;

    uses io.github.hpccachecmk.testkit.exchange.ExchangeObserver;
}
