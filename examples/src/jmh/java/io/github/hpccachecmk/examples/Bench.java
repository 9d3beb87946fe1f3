package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.run.CmkEngine;
import io.github.hpccachecmk.core.run.EngineOptions;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import java.time.Duration;

/** What the benchmarks share: a world with a vault and a key, and the two ways to it. */
final class Bench {
    static final RuleCatalogue RULES = RuleCatalogue.standard(new PolicySettings(false));
    private static final Duration LONG = Duration.ofHours(12);

    private Bench() {}

    static FakeAzure world() {
        var azure = FakeAzure.create(1);
        azure.vault(FakeRequest.VAULT).withRsaKey(FakeRequest.KEY, 2048);
        return azure;
    }

    /** A world in which a grant takes so long that the flow polls for 90 minutes. */
    static FakeAzure slowWorld() {
        return world().timing(Change.ACCESS_POLICY_EFFECTIVE, Delay.after(Duration.ofMinutes(80)))
                .timing(Change.AUTHORIZATION_DEADLINE, Delay.manual());
    }

    static CreateRequest request(FakeAzure azure) {
        return FakeRequest.cache(azure, false);
    }

    static CustomerManagedKeys overPorts(FakeAzure azure) {
        return new CmkEngine(
                PortFace.of(azure, FakeAzure.OWNER), azure.pacing(), new EngineOptions(RULES, Jitter.none()));
    }

    static CustomerManagedKeys overHttp(FakeAzure azure) {
        var face = HttpFace.of(azure);
        return new CmkClientBuilder()
                .credential(face.credentialFor(FakeAzure.OWNER))
                .httpClient(face.client())
                .pacing(azure.pacing())
                .jitter(Jitter.none())
                .rules(RULES)
                .buildClient();
    }

    static EncryptedResource run(CustomerManagedKeys keys, FakeAzure azure) throws InterruptedException {
        return keys.begin(request(azure), OperationOptions.defaults()).await(LONG);
    }
}
