package io.github.hpccachecmk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.testkit.port.PortFace;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that a port can do is left out of the published contracts. */
class ContractCoverageTest {
    private static final List<PortContract> SUITES = List.of(
            new Targets(),
            new Vaults(),
            new Keys(),
            new KeyData(),
            new Access(),
            new Identities(),
            new Providers(),
            new Inventories());

    @Test
    void everyPortOperation_isCalledByExactlyOneSuite() {
        assertThat(SUITES.stream()
                        .flatMap(suite -> suite.calls(suite.newWorld()).stream())
                        .map(PortCall::operation))
                .containsExactlyInAnyOrder(PortOperation.values());
    }

    @Test
    void everyOperationThatReadsPages_isInTheListings() {
        assertThat(SUITES.stream()
                        .flatMap(suite -> suite.listings(suite.newWorld()).stream())
                        .map(Listing::operation))
                .containsExactlyInAnyOrderElementsOf(Stream.of(PortOperation.values())
                        .filter(operation -> operation.name().startsWith("LIST_"))
                        .toList());
    }

    /** A port method without an operation of its own would be in no suite. */
    @Test
    void everyPortMethod_hasItsOperation() {
        var methods = Arrays.stream(Ports.class.getRecordComponents())
                .flatMap(port -> Arrays.stream(port.getType().getMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();

        assertThat(methods).hasSameSizeAs(PortOperation.values());
    }

    @Test
    void everyCall_makesTheOperationThatItIsFiledUnder() {
        for (var suite : SUITES) {
            int calls = suite.calls(suite.newWorld()).size();
            for (int i = 0; i < calls; i++) {
                var world = suite.newWorld();
                var call = suite.calls(world).get(i);
                call.on(world.begun().ports());
                assertThat(world.count(call.operation())).as(world.journal()).isEqualTo(1);
            }
        }
    }

    private static ContractWorld world() {
        return ContractWorld.inMemory((azure, caller) -> PortFace.of(azure, caller, ContractWorld.keyMaterial()));
    }

    private static final class Targets extends TargetPortContract {
        @Override
        protected ContractWorld newWorld() {
            return world();
        }
    }

    private static final class Vaults extends VaultPortContract {
        @Override
        protected ContractWorld newWorld() {
            return world();
        }
    }

    private static final class Keys extends KeyPortContract {
        @Override
        protected ContractWorld newWorld() {
            return world();
        }
    }

    private static final class KeyData extends KeyDataPortContract {
        @Override
        protected ContractWorld newWorld() {
            return world();
        }
    }

    private static final class Access extends AccessPortContract {
        @Override
        protected ContractWorld newWorld() {
            return world();
        }
    }

    private static final class Identities extends IdentityPortContract {
        @Override
        protected ContractWorld newWorld() {
            return world();
        }
    }

    private static final class Providers extends ProviderPortContract {
        @Override
        protected ContractWorld newWorld() {
            return world();
        }
    }

    private static final class Inventories extends InventoryPortContract {
        @Override
        protected ContractWorld newWorld() {
            return world();
        }
    }
}
