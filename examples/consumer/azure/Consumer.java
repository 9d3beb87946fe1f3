import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.core.render.PlanText;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.NetworkSettings;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.request.Requests;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import reactor.core.publisher.Mono;

/** A program of somebody else's, that has nothing but the published modules: builds every request and a client; makes no call. */
public final class Consumer {
    private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";
    private static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "security-rg", "contoso-cmk");
    private static final KeyUrl KEY =
            KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/cache-key/0123456789abcdef0123456789abcdef");

    private Consumer() {}

    public static void main(String[] args) {
        TokenCredential credential = context -> Mono.just(new AccessToken("none", OffsetDateTime.MAX));
        CustomerManagedKeys keys = new CmkClientBuilder().credential(credential).buildClient();
        for (CmkRequest<EncryptedResource> request : java.util.List.of(cache(), fileSystem(), authorize())) {
            if (!request.equals(Requests.fromMap(request.toMap()))) {
                throw new AssertionError(request.kind() + " does not survive its portable form");
            }
        }
        try {
            new CmkClientBuilder().buildClient();
            throw new AssertionError("a client without a credential");
        } catch (InvalidInputException expected) {
            System.out.println("built " + keys.getClass().getSimpleName() + "; " + expected.code());
        }
    }

    private static CreateEncryptedCache cache() {
        return CreateEncryptedCache.builder()
                .cache(CacheId.of(SUBSCRIPTION, "render-rg", "render-cache"))
                .location("East US")
                .sku("Standard_2G")
                .cacheSizeGb(3072)
                .subnet(SubnetId.of(SUBSCRIPTION, "network-rg", "vnet", "cache"))
                .network(NetworkSettings.builder().mtu(1500).addDnsServer("10.0.0.4").build())
                .identity(ManagedIdentity.systemAssigned())
                .putTag("team", "render")
                .vault(VAULT)
                .key(KEY)
                .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(VAULT)))
                .build();
    }

    private static CreateEncryptedFileSystem fileSystem() {
        return CreateEncryptedFileSystem.builder()
                .fileSystem(FileSystemId.of(SUBSCRIPTION, "render-rg", "scratch"))
                .location("eastus")
                .sku("AMLFS-Durable-Premium-250")
                .storageCapacityTib(8)
                .addZone("1")
                .maintenanceWindow(new MaintenanceWindow(DayOfWeek.SUNDAY, LocalTime.of(22, 30)))
                .subnet(SubnetId.of(SUBSCRIPTION, "network-rg", "vnet", "lustre"))
                .identity(ManagedIdentity.userAssigned(UserAssignedIdentityId.of(SUBSCRIPTION, "render-rg", "scratch")))
                .vault(VAULT)
                .key(KEY)
                .build();
    }

    private static AuthorizeCache authorize() {
        return AuthorizeCache.builder()
                .cache(CacheId.of(SUBSCRIPTION, "render-rg", "render-cache"))
                .addAllowedVault(VAULT)
                .build();
    }

    /** Never called: the shapes that callers write. */
    static EncryptedResource run(CustomerManagedKeys keys) throws InterruptedException {
        var plan = keys.plan(cache());
        System.out.print(PlanText.of(plan));
        StepResult<EncryptedResource> step = keys.step(cache(), Hint.none());
        Map<String, Object> stored = step.toMap();
        System.out.println(stored);
        return keys.begin(cache(), OperationOptions.approved(plan).onProgress(System.out::println))
                .await(Duration.ofHours(1));
    }
}
