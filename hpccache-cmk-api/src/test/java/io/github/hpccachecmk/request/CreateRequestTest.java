package io.github.hpccachecmk.request;

import static io.github.hpccachecmk.request.SampleRequests.CACHE;
import static io.github.hpccachecmk.request.SampleRequests.CONSENT;
import static io.github.hpccachecmk.request.SampleRequests.FILE_SYSTEM;
import static io.github.hpccachecmk.request.SampleRequests.IDENTITY;
import static io.github.hpccachecmk.request.SampleRequests.KEY;
import static io.github.hpccachecmk.request.SampleRequests.OTHER_KEY;
import static io.github.hpccachecmk.request.SampleRequests.OTHER_SUBSCRIPTION;
import static io.github.hpccachecmk.request.SampleRequests.OTHER_VAULT;
import static io.github.hpccachecmk.request.SampleRequests.SUBSCRIPTION;
import static io.github.hpccachecmk.request.SampleRequests.VAULT;
import static io.github.hpccachecmk.request.SampleRequests.VERSION;
import static io.github.hpccachecmk.request.SampleRequests.cache;
import static io.github.hpccachecmk.request.SampleRequests.fileSystem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.hpccachecmk.ValueContract;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.Authorizer;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.NetworkSettings;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateRequestTest {
    private static final VaultId SAME_NAME_ELSEWHERE = VaultId.of(OTHER_SUBSCRIPTION, "g", "contoso-cmk");

    @Test
    void setterGivenNull_throwsWithTheMembersName() {
        assertThatNullPointerException().isThrownBy(() -> cache().sku(null)).withMessage("sku");
        assertThatNullPointerException().isThrownBy(() -> cache().key(null)).withMessage("key");
        assertThatNullPointerException()
                .isThrownBy(() -> fileSystem().vault(null))
                .withMessage("vault");
    }

    @Test
    void cacheWithNothingButTheRequired_hasTheDefaults() {
        CreateEncryptedCache request = cache().build();
        assertThat(request.kind()).isEqualTo(RequestKind.CREATE_ENCRYPTED_CACHE);
        assertThat(request.target()).isEqualTo(CACHE);
        assertThat(request.vaultProtection()).isEqualTo(VaultProtection.requireAlreadyOn());
        assertThat(request.authorizer()).isEqualTo(Authorizer.thisCaller());
        assertThat(request.autoRotation()).isFalse();
        assertThat(request.tryDespiteRetirement()).isFalse();
        assertThat(request.expiryHorizon()).isEqualTo(Duration.ofDays(30));
        assertThat(request.settleWindow()).isEqualTo(Duration.ofMinutes(10));
        assertThat(request.zones()).isEmpty();
        assertThat(request.tags()).isEmpty();
        assertThat(request.network()).isEmpty();
    }

    @Test
    void fileSystemWithNothingButTheRequired_hasTheDefaults() {
        CreateEncryptedFileSystem request = fileSystem().build();
        assertThat(request.kind()).isEqualTo(RequestKind.CREATE_ENCRYPTED_FILE_SYSTEM);
        assertThat(request.target()).isEqualTo(FILE_SYSTEM);
        assertThat(request.vaultProtection()).isEqualTo(VaultProtection.requireAlreadyOn());
        assertThat(request.authorizer()).isEqualTo(Authorizer.thisCaller());
        assertThat(request.autoRotation()).isFalse();
        assertThat(request.expiryHorizon()).isEqualTo(Duration.ofDays(30));
        assertThat(request.settleWindow()).isEqualTo(Duration.ofMinutes(10));
        assertThat(request.zones()).isEmpty();
    }

    @Test
    void eachMemberOfACache_countsForEquality() {
        ValueContract.check(
                () -> cache().build(),
                List.of(
                        cache().cache(CacheId.of(SUBSCRIPTION, "render-rg", "other"))
                                .build(),
                        cache().location("westus2").build(),
                        cache().sku("Standard_4G").build(),
                        cache().cacheSizeGb(6144).build(),
                        cache().subnet(SubnetId.of(SUBSCRIPTION, "net-rg", "vnet", "other"))
                                .build(),
                        cache().addZone("1").build(),
                        cache().putTag("team", "render").build(),
                        cache().putTag("team", "other").build(),
                        cache().identity(ManagedIdentity.userAssigned(IDENTITY)).build(),
                        cache().vault(SAME_NAME_ELSEWHERE).build(),
                        cache().key(KEY.withVersion(VERSION.replace('0', '1'))).build(),
                        cache().vaultProtection(CONSENT).build(),
                        cache().authorizer(Authorizer.someoneElse("x")).build(),
                        cache().autoRotation(true).build(),
                        cache().expiryHorizon(Duration.ofDays(1)).build(),
                        cache().settleWindow(Duration.ZERO).build(),
                        cache().tryDespiteRetirement(true).build(),
                        cache().network(NetworkSettings.builder().build()).build()));
    }

    @Test
    void eachMemberOfAFileSystem_countsForEquality() {
        ValueContract.check(
                () -> fileSystem().build(),
                List.of(
                        fileSystem()
                                .fileSystem(FileSystemId.of(SUBSCRIPTION, "render-rg", "other"))
                                .build(),
                        fileSystem().location("westus2").build(),
                        fileSystem().sku("AMLFS-Durable-Premium-40").build(),
                        fileSystem().storageCapacityTib(8).build(),
                        fileSystem()
                                .maintenanceWindow(new MaintenanceWindow(DayOfWeek.MONDAY, LocalTime.NOON))
                                .build(),
                        fileSystem()
                                .subnet(SubnetId.of(SUBSCRIPTION, "net-rg", "vnet", "other"))
                                .build(),
                        fileSystem().addZone("1").build(),
                        fileSystem().putTag("team", "render").build(),
                        fileSystem()
                                .identity(ManagedIdentity.userAssigned(SampleRequests.SECOND_IDENTITY))
                                .build(),
                        fileSystem().vault(SAME_NAME_ELSEWHERE).build(),
                        fileSystem()
                                .key(KEY.withVersion(VERSION.replace('0', '1')))
                                .build(),
                        fileSystem().vaultProtection(CONSENT).build(),
                        fileSystem().authorizer(Authorizer.someoneElse("x")).build(),
                        fileSystem().expiryHorizon(Duration.ofDays(1)).build(),
                        fileSystem().settleWindow(Duration.ZERO).build()));
    }

    @ParameterizedTest
    @CsvSource({"East US,eastus", "EASTUS,eastus", "eastus2,eastus2", "West Central US,westcentralus"})
    void location_isNormalised(String given, String normal) {
        assertThat(cache().location(given).build().location()).isEqualTo(normal);
        assertThat(cache().location(given).build())
                .isEqualTo(cache().location(normal).build());
        assertThat(fileSystem().location(given).build().location()).isEqualTo(normal);
    }

    @Test
    void tagsInOrder_areKeptAndCannotBeChanged() {
        Map<String, String> tags =
                cache().putTag("b", "1").putTag("a", "2").build().tags();
        assertThat(tags).containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> tags.put("c", "3"));
    }

    @Test
    void vaultOfAnotherSubscription_isNoErrorOfTheBuilder() {
        assertThat(cache().vault(SAME_NAME_ELSEWHERE).build().vault()).isEqualTo(SAME_NAME_ELSEWHERE);
    }

    @Test
    void unknownSkuSizeAndRegion_areNoErrorsOfTheBuilder() {
        CreateEncryptedCache request =
                cache().sku("Turbo_1T").cacheSizeGb(1).location("atlantis").build();
        assertThat(request.sku()).isEqualTo("Turbo_1T");
        assertThat(request.cacheSizeGb()).isEqualTo(1);
        assertThat(request.location()).isEqualTo("atlantis");
    }

    static Stream<Arguments> badCaches() {
        return Stream.of(
                Arguments.of(cache().location(" "), "location", "eastus"),
                Arguments.of(cache().location("east\nus"), "location", "eastus"),
                Arguments.of(cache().location("../eastus"), "'../eastus'", "eastus"),
                Arguments.of(cache().sku(""), "SKU", "the name of an SKU"),
                Arguments.of(cache().sku("a\u0000b"), "SKU", "the name of an SKU"),
                Arguments.of(cache().cacheSizeGb(0), "cache size in GB is '0'", "greater than 0"),
                Arguments.of(cache().cacheSizeGb(-3072), "'-3072'", "greater than 0"),
                Arguments.of(cache().addZone(""), "zone", "an availability zone such as 1"),
                Arguments.of(
                        cache().addZone("1").addZone("2"), "zones (more than one) is '[1, 2]'", "one availability"),
                Arguments.of(cache().putTag(" ", "x"), "tag name", "without control characters"),
                Arguments.of(cache().putTag("a\tb", "x"), "tag name", "without control characters"),
                Arguments.of(cache().putTag("a", "x\ny"), "value of tag a", "without control characters"),
                Arguments.of(cache().putTag("Team", "x").putTag("team", "y"), "'team'", "differ in more than case"),
                Arguments.of(cache().key(OTHER_KEY), "not in vault contoso-cmk", VAULT.toString()),
                Arguments.of(cache().key(KEY.withoutVersion()), "without a version", "32 hexadecimal digits"),
                Arguments.of(
                        cache().vaultProtection(VaultProtection.enableIfMissing(
                                IrreversibleChange.purgeProtectionOf(OTHER_VAULT))),
                        OTHER_VAULT.toString(),
                        VAULT.toString()),
                Arguments.of(cache().settleWindow(Duration.ofSeconds(-1)), "'PT-1S'", "PT0S to PT24H"),
                Arguments.of(cache().settleWindow(Duration.ofHours(25)), "'PT25H'", "PT0S to PT24H"),
                Arguments.of(cache().expiryHorizon(Duration.ofDays(-1)), "'PT-24H'", "a duration from PT0S"),
                Arguments.of(
                        cache().expiryHorizon(Duration.ofSeconds(Long.MAX_VALUE)),
                        "expiry horizon",
                        "PT0S to PT87600H"));
    }

    @ParameterizedTest
    @MethodSource("badCaches")
    void badMemberOfACache_isRefusedWithValueAndLegalForm(
            CreateEncryptedCache.Builder builder, String value, String legal) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(builder::build)
                .withMessageContaining(value)
                .withMessageContaining(legal)
                .withMessageNotContaining("\n");
    }

    static Stream<Arguments> badFileSystems() {
        return Stream.of(
                Arguments.of(fileSystem().location(" "), "location", "eastus"),
                Arguments.of(fileSystem().sku(""), "SKU", "the name of an SKU"),
                Arguments.of(fileSystem().storageCapacityTib(0), "storage capacity in TiB is '0.0'", "greater than 0"),
                Arguments.of(fileSystem().storageCapacityTib(-1), "'-1.0'", "greater than 0"),
                Arguments.of(fileSystem().storageCapacityTib(Double.NaN), "'NaN'", "greater than 0"),
                Arguments.of(fileSystem().storageCapacityTib(Double.POSITIVE_INFINITY), "'Infinity'", "greater than 0"),
                Arguments.of(fileSystem().addZone("1").addZone("2"), "zones (more than one)", "one availability zone"),
                Arguments.of(fileSystem().key(OTHER_KEY), "not in vault contoso-cmk", VAULT.toString()),
                Arguments.of(fileSystem().key(KEY.withoutVersion()), "without a version", "32 hexadecimal digits"),
                Arguments.of(
                        fileSystem().identity(ManagedIdentity.systemAssigned()),
                        "identity of a Managed Lustre file system is 'SystemAssigned'",
                        "have no system-assigned identity"),
                Arguments.of(
                        fileSystem().identity(ManagedIdentity.systemAndUserAssigned(IDENTITY)),
                        "'SystemAssigned, UserAssigned'",
                        "legal is: UserAssigned"));
    }

    @ParameterizedTest
    @MethodSource("badFileSystems")
    void badMemberOfAFileSystem_isRefusedWithValueAndLegalForm(
            CreateEncryptedFileSystem.Builder builder, String value, String legal) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(builder::build)
                .withMessageContaining(value)
                .withMessageContaining(legal);
    }

    @Test
    void missingMembers_areAllNamedAtOnce() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> CreateEncryptedCache.builder().build())
                .withMessageContaining("CreateEncryptedCache")
                .withMessageContaining("cache, cacheSizeGb")
                .withMessageContaining("location")
                .withMessageContaining("key")
                .withMessageNotContaining("tags");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> CreateEncryptedFileSystem.builder().build())
                .withMessageContaining("CreateEncryptedFileSystem")
                .withMessageContaining("maintenanceWindow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary?sig=SECRET", "user:SECRET@host"})
    void secretPastedIntoAMember_isNotEchoed(String location) {
        CreateEncryptedCache.Builder builder = cache().location(location);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(builder::build)
                .withMessageNotContaining("SECRET");
    }
}
