package io.github.hpccachecmk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cache and its key, as Microsoft's articles on customer-managed keys for HPC Cache describe them. */
class CustomerKeyTest {
    private static final String FLAG = "rotationToLatestKeyVersionEnabled";

    private final FakeAzure azure = FakeAzure.create();
    private final StorageCacheCalls calls = new StorageCacheCalls(azure);
    private final String path = calls.cache("render-cache");
    private final TargetProbe cache = azure.cache("render-cache");
    private VaultScript vault = azure.vault("contoso-cmk");

    @BeforeEach
    void protectedVaultWithKey() {
        vault = vault.purgeProtection(true).withRsaKey("cache-key", 2048);
    }

    private void createAndGrant() {
        calls.send("PUT", path, calls.encryptedCache(vault, "cache-key"));
        calls.grant(vault, cache.principalId());
        calls.pass("20:00");
        assertThat(cache.isHealthy()).isTrue();
    }

    private WireResponse patchKey(String url, boolean flag) {
        Doc settings =
                Doc.of("keyEncryptionKey", Doc.of("keyUrl", url, "sourceVault", Doc.of("id", vault.id())), FLAG, flag);
        return calls.send("PATCH", path, Doc.of("properties", Doc.of("encryptionSettings", settings)));
    }

    @Test
    void systemAssignedCache_waitsForItsKeyAndTheOperationGoesOn() {
        String url = calls.send("PUT", path, calls.encryptedCache(vault, "cache-key"))
                .header("Azure-AsyncOperation")
                .orElseThrow();
        calls.pass("30:00");

        assertThat(cache.health()).isEqualTo("WaitingForKey");
        assertThat(cache.provisioningState()).isEqualTo("Creating");
        assertThat(calls.follow(url).document().text("status")).contains("InProgress");
    }

    @Test
    void olderApiVersion_answersUnknownForWaitingForKey() {
        calls.send("PUT", path, calls.encryptedCache(vault, "cache-key"));
        calls.pass("30:00");

        assertThat(new StorageCacheCalls(azure, "2022-01-01")
                        .get(path)
                        .document()
                        .text("properties.health.state"))
                .contains("Unknown");
        assertThat(new StorageCacheCalls(azure, "2022-05-01")
                        .get(path)
                        .document()
                        .text("properties.health.state"))
                .contains("WaitingForKey");
    }

    @Test
    void grantOnAPolicyVault_letsTheCacheBecomeHealthyByItself() {
        calls.send("PUT", path, calls.encryptedCache(vault, "cache-key"));
        calls.pass("30:00");
        calls.grant(vault, cache.principalId());

        calls.pass("0:29");
        assertThat(cache.health()).isEqualTo("WaitingForKey");
        calls.pass("0:01");
        assertThat(cache.health()).isEqualTo("Transitioning");
        calls.pass("12:00");
        assertThat(cache.health()).isEqualTo("Degraded");
        calls.pass("5:00");
        assertThat(cache.isHealthy()).isTrue();
        assertThat(cache.keyUrl()).isEqualTo(vault.keyUrl("cache-key"));
    }

    @Test
    void ungrantedFor90Minutes_failsAndCannotBeFixed() {
        String url = calls.send("PUT", path, calls.encryptedCache(vault, "cache-key"))
                .header("Azure-AsyncOperation")
                .orElseThrow();
        calls.pass("89:59");
        assertThat(cache.health()).isEqualTo("WaitingForKey");

        calls.pass("0:01");

        assertThat(cache.provisioningState()).isEqualTo("Failed");
        assertThat(calls.follow(url).document().text("status")).contains("Failed");
        calls.grant(vault, cache.principalId());
        calls.pass("60:00");
        assertThat(cache.provisioningState()).isEqualTo("Failed");
        assertThat(calls.send("PUT", path, calls.encryptedCache(vault, "cache-key"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void userAssignedCacheWithoutAccess_waitsUnlessSwitchedOff() {
        calls.send("PUT", path, calls.encryptedCache(vault, "cache-key", azure.identity("render-id")));
        calls.pass("3:00");
        assertThat(cache.health()).isEqualTo("WaitingForKey");

        azure.behaviour(Behaviour.USER_ASSIGNED_CACHE_WAITS, false);
        String second = calls.cache("second");
        calls.send("PUT", second, calls.encryptedCache(vault, "cache-key", azure.identity("render-id")));
        calls.pass("3:00");
        assertThat(azure.cache("second").provisioningState()).isEqualTo("Failed");
    }

    @Test
    void vaultWithoutPurgeProtection_keepsTheCacheWaiting() {
        vault.purgeProtection(false);
        calls.send("PUT", path, calls.encryptedCache(vault, "cache-key"));
        calls.grant(vault, cache.principalId());
        calls.pass("10:00");
        assertThat(cache.health()).isEqualTo("WaitingForKey");

        vault.purgeProtection(true);

        calls.pass("17:00");
        assertThat(cache.isHealthy()).isTrue();
    }

    @Test
    void firewall_letsTrustedServicesPassOnlyWithBypass() {
        vault.firewall("Deny", "None");
        calls.send("PUT", path, calls.encryptedCache(vault, "cache-key"));
        calls.grant(vault, cache.principalId());
        calls.pass("10:00");
        assertThat(cache.health()).isEqualTo("WaitingForKey");

        vault.firewall("Deny", "AzureServices");

        calls.pass("17:00");
        assertThat(cache.isHealthy()).isTrue();
    }

    @Test
    void keyThatIsNoRsa2048_keepsTheCacheWaiting() {
        vault.withRsaKey("big-key", 4096);
        calls.send("PUT", path, calls.encryptedCache(vault, "big-key"));
        calls.grant(vault, cache.principalId());
        calls.pass("60:00");

        assertThat(cache.health()).isEqualTo("WaitingForKey");
    }

    @Test
    void disabledKey_stopsAHealthyCacheAfterAnHour() {
        createAndGrant();
        vault.keyEnabled("cache-key", false);

        calls.pass("59:59");
        assertThat(cache.isHealthy()).isTrue();
        calls.pass("0:01");
        assertThat(cache.health()).isEqualTo("Down");

        vault.keyEnabled("cache-key", true);
        calls.pass("5:00");
        assertThat(cache.isHealthy()).isTrue();
    }

    @Test
    void keyEnabledAgainInTime_stopsNothing() {
        createAndGrant();
        vault.keyEnabled("cache-key", false);
        calls.pass("59:00");
        vault.keyEnabled("cache-key", true);

        calls.pass("120:00");

        assertThat(cache.isHealthy()).isTrue();
    }

    @Test
    void keyThatExpires_stopsAHealthyCacheAnHourLaterWithoutAnyCall() {
        createAndGrant();
        vault.keyDates("cache-key", Optional.empty(), Optional.of(azure.now().plus(Duration.ofHours(10))));

        calls.pass("659:00");
        assertThat(cache.isHealthy()).isTrue();
        calls.pass("1:00");
        assertThat(cache.health()).isEqualTo("Down");
    }

    @Test
    void rotationFlagSentWithTheCreate_hasNoEffect() {
        Doc body = calls.encryptedCache(vault, "cache-key").withAt("properties.encryptionSettings." + FLAG, true);
        calls.send("PUT", path, body);
        calls.grant(vault, cache.principalId());
        calls.pass("20:00");
        assertThat(cache.autoRotation()).isFalse();

        assertThat(patchKey(vault.keyUrl("cache-key"), true).status()).isEqualTo(200);

        assertThat(cache.autoRotation()).isTrue();
    }

    @Test
    void changeOfKey_resetsTheRotationFlag() {
        createAndGrant();
        patchKey(vault.keyUrl("cache-key"), true);
        vault.withRsaKey("next-key", 2048);

        WireResponse answer = patchKey(vault.keyUrl("next-key"), true);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(cache.keyUrl()).isEqualTo(vault.keyUrl("next-key"));
        assertThat(cache.autoRotation()).isFalse();
    }

    @Test
    void newVersionWithRotationFlag_isTakenWithinAnHour() {
        createAndGrant();
        patchKey(vault.keyUrl("cache-key"), true);
        String old = vault.keyUrl("cache-key");
        vault.withNewVersion("cache-key");

        calls.pass("59:59");
        assertThat(cache.keyUrl()).isEqualTo(old);
        calls.pass("0:01");

        assertThat(cache.keyUrl()).isEqualTo(vault.keyUrl("cache-key")).isNotEqualTo(old);
        assertThat(cache.autoRotation()).isTrue();
    }

    @Test
    void newVersionWithoutRotationFlag_isNotTaken() {
        createAndGrant();
        String old = vault.keyUrl("cache-key");
        vault.withNewVersion("cache-key");

        calls.pass("600:00");

        assertThat(cache.keyUrl()).isEqualTo(old);
    }

    @Test
    void changeToAKeyWithoutAccess_isRefusedAndTheOldKeyStays() {
        createAndGrant();
        VaultScript other = azure.vault("other-cmk").purgeProtection(true).withRsaKey("other-key", 2048);

        WireResponse answer = patchKey(other.keyUrl("other-key"), false);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).contains("KeyVaultAccessForbidden");
        assertThat(cache.keyUrl()).isEqualTo(vault.keyUrl("cache-key"));
    }

    @Test
    void principalThatAppearsLater_isNotInTheFirstAnswer() {
        azure.behaviour(Behaviour.PRINCIPAL_IN_CREATE_ANSWER, false)
                .timing(Change.IDENTITY_APPEARS, Delay.after(Duration.ofSeconds(30)));

        Doc first = calls.send("PUT", path, calls.encryptedCache(vault, "cache-key"))
                .document();
        assertThat(first.text("identity.type")).contains("SystemAssigned");
        assertThat(first.has("identity.principalId")).isFalse();
        calls.pass("0:30");

        assertThat(calls.get(path).document().text("identity.principalId")).contains(cache.principalId());
    }

    @Test
    void manualGrant_becomesEffectiveWhenTheScriptSaysSo() {
        azure.timing(Change.ACCESS_POLICY_EFFECTIVE, Delay.manual());
        calls.send("PUT", path, calls.encryptedCache(vault, "cache-key"));
        calls.grant(vault, cache.principalId());
        calls.pass("80:00");
        assertThat(cache.health()).isEqualTo("WaitingForKey");

        azure.happen(Change.ACCESS_POLICY_EFFECTIVE);

        calls.pass("17:00");
        assertThat(cache.isHealthy()).isTrue();
    }

    @Test
    void identityMadeAgainUnderTheSameId_doesNotHelpAResourceThatKnowsTheOldPrincipal() {
        IdentityScript identity = azure.identity("render-id");
        calls.send("PUT", path, calls.encryptedCache(vault, "cache-key", identity));
        identity.madeAgain();
        calls.grant(vault, identity.principalId());

        calls.pass("60:00");

        assertThat(cache.health()).isEqualTo("WaitingForKey");
    }
}
