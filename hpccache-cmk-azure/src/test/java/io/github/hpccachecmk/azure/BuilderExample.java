package io.github.hpccachecmk.azure;

import com.azure.identity.DefaultAzureCredentialBuilder;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.model.Cloud;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import java.time.Duration;

/** The example of the builder's documentation; a test compares the two. */
final class BuilderExample {
    private BuilderExample() {}

    static EncryptedResource run(CreateEncryptedCache request) throws InterruptedException {
        // example
        CmkClient keys = new CmkClientBuilder()
                .credential(new DefaultAzureCredentialBuilder().build())
                .cloud(Cloud.PUBLIC)
                .buildClient();

        Plan plan = keys.plan(request);
        EncryptedResource done = keys.begin(
                        request, OperationOptions.approved(plan).onProgress(System.out::println))
                .await(Duration.ofHours(1));
        // end
        return done;
    }
}
