package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;
import java.time.Instant;
import java.util.Map;

/**
 * An Azure in memory with a vault, a key and a subnet, reached by the Azure binding through the Azure SDK's clients over an
 * in-memory transport, in virtual time: every run prints the same.
 */
final class FakeWorld implements JobWorld {
    private final FakeAzure azure;
    private final CreateRequest request;
    private final CustomerManagedKeys client;

    private FakeWorld(FakeAzure azure, CreateRequest request) {
        this.azure = azure;
        this.request = request;
        var face = HttpFace.of(azure);
        this.client = new CmkClientBuilder()
                .credential(face.credentialFor(FakeAzure.OWNER))
                .httpClient(face.client())
                .pacing(azure.pacing())
                .jitter(Jitter.none())
                // This Azure still offers HPC Cache, so the rule that says otherwise would be wrong of it.
                .rules(RuleCatalogue.standard(new PolicySettings(false)))
                .buildClient();
    }

    static FakeWorld open(Options options) {
        var azure = FakeAzure.create();
        var vault = azure.vault(FakeRequest.VAULT).withRsaKey(FakeRequest.KEY, 2048);
        if (options.access() == AccessModel.RBAC) {
            vault.rbac();
        }
        if (options.userAssigned()) {
            azure.identity(FakeRequest.IDENTITY);
        }
        return new FakeWorld(
                azure,
                options.target() == TargetKind.HPC_CACHE
                        ? FakeRequest.cache(azure, options.userAssigned())
                        : FakeRequest.fileSystem(azure));
    }

    @Override
    public CustomerManagedKeys client() {
        return client;
    }

    @Override
    public CreateRequest request() {
        return request;
    }

    @Override
    public Instant now() {
        return azure.now();
    }

    @Override
    public boolean isVirtual() {
        return true;
    }

    @Override
    public Map<String, Integer> calls() {
        return azure.journal().countByOperation();
    }

    @Override
    public void close() {
        // Nothing outside this object's memory.
    }
}
