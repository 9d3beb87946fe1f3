package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.testkit.contract.AccessPortContract;
import io.github.hpccachecmk.testkit.contract.ContractWorld;
import io.github.hpccachecmk.testkit.contract.IdentityPortContract;
import io.github.hpccachecmk.testkit.contract.InventoryPortContract;
import io.github.hpccachecmk.testkit.contract.KeyDataPortContract;
import io.github.hpccachecmk.testkit.contract.KeyPortContract;
import io.github.hpccachecmk.testkit.contract.ProviderPortContract;
import io.github.hpccachecmk.testkit.contract.TargetPortContract;
import io.github.hpccachecmk.testkit.contract.VaultPortContract;
import org.junit.jupiter.api.Nested;

/** The published contracts on the port face. */
class PortFaceContractTest {
    @Nested
    class Targets extends TargetPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory((azure, caller) -> PortFace.of(azure, caller, ContractWorld.keyMaterial()));
        }
    }

    @Nested
    class Vaults extends VaultPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory((azure, caller) -> PortFace.of(azure, caller, ContractWorld.keyMaterial()));
        }
    }

    @Nested
    class Keys extends KeyPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory((azure, caller) -> PortFace.of(azure, caller, ContractWorld.keyMaterial()));
        }
    }

    @Nested
    class KeyData extends KeyDataPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory((azure, caller) -> PortFace.of(azure, caller, ContractWorld.keyMaterial()));
        }
    }

    @Nested
    class Access extends AccessPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory((azure, caller) -> PortFace.of(azure, caller, ContractWorld.keyMaterial()));
        }
    }

    @Nested
    class Identities extends IdentityPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory((azure, caller) -> PortFace.of(azure, caller, ContractWorld.keyMaterial()));
        }
    }

    @Nested
    class Providers extends ProviderPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory((azure, caller) -> PortFace.of(azure, caller, ContractWorld.keyMaterial()));
        }
    }

    @Nested
    class Inventories extends InventoryPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory((azure, caller) -> PortFace.of(azure, caller, ContractWorld.keyMaterial()));
        }
    }
}
