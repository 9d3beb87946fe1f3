package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
import io.github.hpccachecmk.core.run.CmkEngine;
import io.github.hpccachecmk.core.run.EngineOptions;
import io.github.hpccachecmk.core.run.Pacing;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.FakeKeyMaterial;
import io.github.hpccachecmk.testkit.http.HttpFace;
import io.github.hpccachecmk.testkit.port.PortFace;

/** The two ways from the flow to one world: straight through the ports, and through the real Azure SDK clients. */
enum Face {
    PORTS {
        @Override
        CustomerManagedKeys keys(FakeAzure azure, RuleCatalogue rules, String caller, Pacing pacing) {
            return new CmkEngine(PortFace.of(azure, caller, MATERIAL), pacing, new EngineOptions(rules, Jitter.none()));
        }
    },
    AZURE_SDK {
        @Override
        CustomerManagedKeys keys(FakeAzure azure, RuleCatalogue rules, String caller, Pacing pacing) {
            var face = HttpFace.of(azure);
            return new CmkClientBuilder()
                    .credential(face.credentialFor(caller))
                    .httpClient(face.client())
                    .pacing(pacing)
                    .jitter(Jitter.none())
                    .rules(rules)
                    .keyMaterial(MATERIAL)
                    .buildClient();
        }
    };

    /** What whoever prepares a vault can bring along. */
    static final KeyMaterialSource MATERIAL =
            FakeKeyMaterial.empty().withRsaKey("payroll", 2048).withTransferBlob("hsm");

    /** A new process: nothing is shared with another one but the world. */
    abstract CustomerManagedKeys keys(FakeAzure azure, RuleCatalogue rules, String caller, Pacing pacing);

    /** A new process whose clock is that of the world. */
    CustomerManagedKeys keys(FakeAzure azure, RuleCatalogue rules, String caller) {
        return keys(azure, rules, caller, azure.pacing());
    }

    /** A new process of the owner, for whom HPC Cache still takes new caches. */
    CustomerManagedKeys keys(FakeAzure azure) {
        return keys(azure, RuleCatalogue.standard(new PolicySettings(false)), FakeAzure.OWNER);
    }
}
