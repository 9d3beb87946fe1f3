package io.github.hpccachecmk.examples.readme;

import com.azure.identity.DefaultAzureCredentialBuilder;
import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.azure.CmkClient;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.core.render.PlanText;
import io.github.hpccachecmk.model.Cloud;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;

/** The five-minute path: a client, a request, a plan, and the run. */
final class Quickstart {
    private Quickstart() {}

    static CmkClient client() {
        // region client
        CmkClient keys = new CmkClientBuilder()
                .credential(new DefaultAzureCredentialBuilder().build()) // any TokenCredential
                .cloud(Cloud.PUBLIC) // or US_GOVERNMENT, CHINA
                .buildClient(); // makes no call
        // endregion
        return keys;
    }

    static CreateEncryptedFileSystem fileSystem(String subscription) {
        // region file-system
        VaultId vault = VaultId.of(subscription, "security-rg", "contoso-cmk");

        CreateEncryptedFileSystem request = CreateEncryptedFileSystem.builder()
                .fileSystem(FileSystemId.of(subscription, "render-rg", "scratch"))
                .location("eastus")
                .sku("AMLFS-Durable-Premium-250")
                .storageCapacityTib(8)
                .addZone("1")
                .maintenanceWindow(new MaintenanceWindow(DayOfWeek.SUNDAY, LocalTime.of(22, 30)))
                .subnet(SubnetId.of(subscription, "network-rg", "render-vnet", "lustre"))
                .identity(ManagedIdentity.userAssigned(
                        UserAssignedIdentityId.of(subscription, "render-rg", "scratch-identity")))
                .vault(vault)
                .key(KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/scratch/0123456789abcdef0123456789abcdef"))
                // Purge protection cannot be undone: without this consent, which names the vault, a plan blocks.
                .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vault)))
                .build();
        // endregion
        return request;
    }

    static EncryptedResource run(CustomerManagedKeys keys, CreateEncryptedFileSystem request)
            throws InterruptedException {
        // region plan-and-run
        var plan = keys.plan(request); // reads only
        System.out.print(PlanText.of(plan)); // every finding with its remedy, every write to come

        EncryptedResource done = keys.begin(
                        request, OperationOptions.approved(plan).onProgress(System.out::println))
                .await(Duration.ofHours(1));
        System.out.println(done.target().name() + " is " + done.health() + " under " + done.key());
        // endregion
        return done;
    }
}
