package io.github.hpccachecmk.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** How a user tests code that uses this library. */
class RenderFarmTest {
    // region fake
    @Test
    void fileSystem_isHealthyUnderTheKey() throws InterruptedException {
        FakeAzure azure = FakeAzure.create();
        azure.vault("contoso-cmk").purgeProtection(true).withRsaKey("scratch", 2048);
        CustomerManagedKeys keys = azure.customerManagedKeys(); // the real flow over the Azure in memory

        EncryptedResource done = new RenderFarm(keys).provision(scratch(azure)); // the code under test

        assertThat(azure.fileSystem("scratch").isHealthy()).isTrue();
        assertThat(done.key()).hasToString(azure.keyUrl("contoso-cmk", "scratch"));
        assertThat(azure.journal().countByOperation()).containsEntry("CREATE_TARGET", 1);
    }
    // endregion

    @Test
    void azureBinding_worksOnTheSameWorld() throws InterruptedException {
        // region http
        FakeAzure azure = FakeAzure.create();
        azure.vault("contoso-cmk").purgeProtection(true).withRsaKey("scratch", 2048);
        HttpFace http = HttpFace.of(azure);

        CustomerManagedKeys keys = new CmkClientBuilder()
                .httpClient(http.client())
                .credential(http.credentialFor(FakeAzure.OWNER))
                .pacing(azure.pacing()) // virtual time
                .buildClient();
        // endregion

        assertThat(new RenderFarm(keys).provision(scratch(azure)).health()).hasToString("Available");
    }

    private static CreateEncryptedFileSystem scratch(FakeAzure azure) {
        return CreateEncryptedFileSystem.builder()
                .fileSystem(FileSystemId.of(azure.subscription(), FakeAzure.DEFAULT_GROUP, "scratch"))
                .location(FakeAzure.DEFAULT_LOCATION)
                .sku("AMLFS-Durable-Premium-250")
                .storageCapacityTib(8)
                .addZone("1")
                .maintenanceWindow(new MaintenanceWindow(DayOfWeek.SUNDAY, LocalTime.of(22, 30)))
                .subnet(SubnetId.parse(azure.subnet("lustre", "10.3.1.0/24")))
                .identity(ManagedIdentity.userAssigned(UserAssignedIdentityId.parse(
                        azure.identity("scratch-identity").id())))
                .vault(VaultId.parse(azure.vault("contoso-cmk").id()))
                .key(KeyUrl.parse(azure.keyUrl("contoso-cmk", "scratch")))
                .build();
    }

    /** The user's own code. */
    private record RenderFarm(CustomerManagedKeys keys) {
        EncryptedResource provision(CreateEncryptedFileSystem request) throws InterruptedException {
            return keys.begin(request).await(Duration.ofHours(2));
        }
    }
}
