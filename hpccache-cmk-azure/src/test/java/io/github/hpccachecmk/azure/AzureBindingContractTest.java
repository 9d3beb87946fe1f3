package io.github.hpccachecmk.azure;

import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.contract.AccessPortContract;
import io.github.hpccachecmk.testkit.contract.ContractWorld;
import io.github.hpccachecmk.testkit.contract.IdentityPortContract;
import io.github.hpccachecmk.testkit.contract.InventoryPortContract;
import io.github.hpccachecmk.testkit.contract.KeyDataPortContract;
import io.github.hpccachecmk.testkit.contract.KeyPortContract;
import io.github.hpccachecmk.testkit.contract.ProviderPortContract;
import io.github.hpccachecmk.testkit.contract.TargetPortContract;
import io.github.hpccachecmk.testkit.contract.VaultPortContract;
import io.github.hpccachecmk.testkit.http.HttpFace;
import org.junit.jupiter.api.Nested;

/** The published contracts on the Azure binding, over the HTTP face. */
class AzureBindingContractTest {
    private static Ports binding(FakeAzure azure, String caller) {
        var face = HttpFace.of(azure);
        var ports = new AzurePorts();
        ports.httpClient(face.client());
        ports.keyMaterial(ContractWorld.keyMaterial());
        ports.credential(face.credentialFor(caller));
        return ports.build(azure::now);
    }

    @Nested
    class Targets extends TargetPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory(AzureBindingContractTest::binding);
        }
    }

    @Nested
    class Vaults extends VaultPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory(AzureBindingContractTest::binding);
        }
    }

    @Nested
    class Keys extends KeyPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory(AzureBindingContractTest::binding);
        }
    }

    @Nested
    class KeyData extends KeyDataPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory(AzureBindingContractTest::binding);
        }
    }

    @Nested
    class Access extends AccessPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory(AzureBindingContractTest::binding);
        }
    }

    @Nested
    class Identities extends IdentityPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory(AzureBindingContractTest::binding);
        }
    }

    @Nested
    class Providers extends ProviderPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory(AzureBindingContractTest::binding);
        }
    }

    @Nested
    class Inventories extends InventoryPortContract {
        @Override
        protected ContractWorld newWorld() {
            return ContractWorld.inMemory(AzureBindingContractTest::binding);
        }
    }
}
