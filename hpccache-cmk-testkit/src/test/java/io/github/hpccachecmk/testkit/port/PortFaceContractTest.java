package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.contract.AccessPortContract;
import io.github.hpccachecmk.testkit.contract.IdentityPortContract;
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
        protected Ports ports(FakeAzure azure, String caller) {
            return PortFace.of(azure, caller);
        }
    }

    @Nested
    class Vaults extends VaultPortContract {
        @Override
        protected Ports ports(FakeAzure azure, String caller) {
            return PortFace.of(azure, caller);
        }
    }

    @Nested
    class Keys extends KeyPortContract {
        @Override
        protected Ports ports(FakeAzure azure, String caller) {
            return PortFace.of(azure, caller);
        }
    }

    @Nested
    class KeyData extends KeyDataPortContract {
        @Override
        protected Ports ports(FakeAzure azure, String caller) {
            return PortFace.of(azure, caller);
        }
    }

    @Nested
    class Access extends AccessPortContract {
        @Override
        protected Ports ports(FakeAzure azure, String caller) {
            return PortFace.of(azure, caller);
        }
    }

    @Nested
    class Identities extends IdentityPortContract {
        @Override
        protected Ports ports(FakeAzure azure, String caller) {
            return PortFace.of(azure, caller);
        }
    }

    @Nested
    class Providers extends ProviderPortContract {
        @Override
        protected Ports ports(FakeAzure azure, String caller) {
            return PortFace.of(azure, caller);
        }
    }
}
