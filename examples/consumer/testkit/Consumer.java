import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** A test of somebody else's, without azure-core, JUnit and AssertJ: runs a whole flow, and lets reflection look at the test kit. */
public final class Consumer {
    private static final List<String> OPTIONAL = List.of(
            "com.azure.core.http.HttpClient", "org.junit.jupiter.api.Test", "org.assertj.core.api.Assertions");

    private Consumer() {}

    public static void main(String[] args) throws InterruptedException {
        OPTIONAL.forEach(Consumer::mustBeAbsent);
        int members = FakeAzure.class.getMethods().length
                + FakeAzure.class.getDeclaredMethods().length
                + FakeAzure.class.getDeclaredConstructors().length
                + FakeAzure.class.getDeclaredFields().length
                + FakeAzure.class.getDeclaredClasses().length;

        FakeAzure azure = FakeAzure.create();
        azure.vault("contoso-cmk").purgeProtection(true).withRsaKey("scratch", 2048);
        CustomerManagedKeys keys = azure.customerManagedKeys();
        var done = keys.begin(request(azure)).await(Duration.ofHours(2));
        System.out.println("FakeAzure shows " + (members > 0) + "; " + done.health());
    }

    private static CreateEncryptedFileSystem request(FakeAzure azure) {
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

    private static void mustBeAbsent(String type) {
        try {
            Class.forName(type);
        } catch (ClassNotFoundException expected) {
            return;
        }
        throw new AssertionError(type + " is on the class path of a user who does without it");
    }
}
