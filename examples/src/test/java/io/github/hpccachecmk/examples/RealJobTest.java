package io.github.hpccachecmk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.Cloud;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program against the real Azure, up to the point where it would call. */
class RealJobTest {
    private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/render-rg";
    private static final String VAULT = GROUP + "/providers/Microsoft.KeyVault/vaults/contoso-cmk";
    private static final List<String> IDS = List.of(
            "--cmk.azure=real",
            "--cmk.subscription=" + SUBSCRIPTION,
            "--cmk.group=render-rg",
            "--cmk.name=render",
            "--cmk.location=East US",
            "--cmk.sku=Standard_2G",
            "--cmk.size=3072",
            "--cmk.subnet=" + GROUP + "/providers/Microsoft.Network/virtualNetworks/net/subnets/cache",
            "--cmk.vault=" + VAULT,
            "--cmk.key=https://contoso-cmk.vault.azure.net/keys/render-key/0123456789abcdef0123456789abcdef");

    private static Options options(String... more) {
        var all = new ArrayList<>(IDS);
        all.addAll(Arrays.asList(more));
        return Options.read(Map.of(), all);
    }

    private static String refusal(String... args) throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = new MainJob(out, RealWorld::open).run(Map.of(), List.of(args));
        assertThat(code).isEqualTo(1);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void cacheWithoutIds_saysRetirementFirstThenEveryMissingOption() throws InterruptedException {
        assertThat(refusal("--cmk.azure=real"))
                .containsSubsequence(
                        "retired on 2025-09-30",
                        "refuses new caches since 2025-03-21",
                        "Azure Managed Lustre: -Dcmk.target=filesystem",
                        "no call was made",
                        "missing: -Dcmk.subscription=",
                        "missing: -Dcmk.group=",
                        "missing: -Dcmk.name=",
                        "missing: -Dcmk.location=",
                        "missing: -Dcmk.sku=",
                        "missing: -Dcmk.size=",
                        "missing: -Dcmk.subnet=",
                        "virtualNetworks",
                        "missing: -Dcmk.vault=",
                        "Microsoft.KeyVault/vaults",
                        "missing: -Dcmk.key=",
                        "/keys/{key}/{version}")
                .doesNotContain("missing: -Dcmk.identityId=", "missing: -Dcmk.maintenance=");
    }

    @Test
    void fileSystemWithoutIds_alsoAsksForIdentityAndMaintenanceWindow() throws InterruptedException {
        assertThat(refusal("--cmk.azure=real", "--cmk.target=filesystem"))
                .contains("missing: -Dcmk.identityId=", "missing: -Dcmk.maintenance=")
                .doesNotContain("retired on");
    }

    @Test
    void malformedValues_areAllNamedAtOnceWithTheirForm() throws InterruptedException {
        assertThat(refusal("--cmk.azure=real", "--cmk.vault=contoso", "--cmk.key=http://x", "--cmk.target=disk"))
                .contains("cmk.vault is 'contoso'; legal is: /subscriptions/")
                .contains("cmk.key is 'http://x'; legal is: the key's URL with its version")
                .contains("cmk.target is 'disk'; legal is: cache (default) or filesystem");
    }

    @Test
    void keyOfAnotherCloud_isRefusedBeforeAnyCall() throws InterruptedException {
        var args = new ArrayList<>(IDS);
        args.add("--cmk.cloud=china");

        assertThat(refusal(args.toArray(String[]::new))).contains("no call was made", "vault.azure.cn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cmk.access=rbac", "--cmk.tagret=cache", "cmk.target=cache", "--cmk.planOnly=yes"})
    void optionThatMeansNothing_isRefusedRatherThanIgnored(String option) {
        assertThatThrownBy(() -> options(option)).isInstanceOf(UsageException.class);
    }

    @Test
    void idsOfARealAzure_areRefusedForTheOneInMemory() {
        assertThatThrownBy(() -> Options.read(Map.of("cmk.vault", VAULT), List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cmk.vault means something only with -Dcmk.azure=real");
    }

    @Test
    void propertiesOfTheBuild_areNotTakenForOptions() {
        assertThat(Options.read(Map.of("cmk.spec.dir", "x", "cmk.target", "filesystem", "user.home", "y"), List.of())
                        .target()
                        .displayName())
                .isEqualTo("Managed Lustre file system");
    }

    @Test
    void idsGiven_makeTheCacheThatTheyDescribe() {
        var request = (CreateEncryptedCache) RealRequest.of(options());

        assertThat(request.cache().toString()).endsWith("/render-rg/providers/Microsoft.StorageCache/caches/render");
        assertThat(request.location()).isEqualTo("eastus");
        assertThat(request.cacheSizeGb()).isEqualTo(3072);
        assertThat(request.identity().hasSystemAssigned()).isTrue();
        assertThat(request.tryDespiteRetirement()).isFalse();
        assertThat(request.vaultProtection().consent()).isEmpty();
    }

    @Test
    void idsGiven_makeTheFileSystemThatTheyDescribe() {
        var identity = GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/render";
        var request = (CreateEncryptedFileSystem) RealRequest.of(options(
                "--cmk.target=filesystem",
                "--cmk.sku=AMLFS-Durable-Premium-250",
                "--cmk.size=8",
                "--cmk.zone=2",
                "--cmk.maintenance=sunday@22:30",
                "--cmk.identityId=" + identity));

        assertThat(request.storageCapacityTib()).isEqualTo(8);
        assertThat(request.zones()).containsExactly("2");
        assertThat(request.maintenanceWindow().toString()).contains("SUNDAY", "22:30");
        assertThat(request.identity().userAssigned()).singleElement().hasToString(identity);
    }

    @Test
    void consentThatNamesTheVault_becomesTheRequests() {
        assertThat(RealRequest.of(options("--cmk.purgeProtectionConsent=" + VAULT))
                        .vaultProtection()
                        .consent())
                .contains(IrreversibleChange.purgeProtectionOf(VaultId.parse(VAULT)));
    }

    @Test
    void consentNotGiven_isAskedForByAnOptionThatNamesTheVault() throws InterruptedException {
        assertThat(refusal("--cmk.azure=real")).contains("name the vault: -Dcmk.purgeProtectionConsent={vault id}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3072.5", "NaN", "1e12", "-3072", "0"})
    void sizeOfACacheThatIsNoSize_isRefusedRatherThanRounded(String size) {
        assertThatThrownBy(() -> RealRequest.of(options("--cmk.size=" + size)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("size");
    }

    @Test
    void cloudByName_isTheCloud() {
        assertThat(RealRequest.cloud(options("--cmk.cloud=us-government"))).isEqualTo(Cloud.US_GOVERNMENT);
        assertThat(RealRequest.cloud(options())).isEqualTo(Cloud.PUBLIC);
    }
}
