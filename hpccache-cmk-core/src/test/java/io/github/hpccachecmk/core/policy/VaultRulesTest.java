package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.FindingAssert.assertOnly;
import static io.github.hpccachecmk.core.policy.Given.VAULT;
import static io.github.hpccachecmk.core.policy.VaultSketch.vault;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.DeletedVault;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.AuthorizeCache;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultRulesTest {
    private static final String HOW =
            "Switch it on yourself, or consent in the request: .vaultProtection(VaultProtection.enableIfMissing("
                    + "IrreversibleChange.purgeProtectionOf(VaultId.parse(\"" + VAULT + "\"))))";

    private static List<Finding> judge(Rule rule, Consumer<VaultSketch> change) {
        return Given.request(Given.cache()).with(vault(change)).judgedBy(rule);
    }

    @Test
    void vaultFound_isOk() {
        assertOnly(judge(new VaultExistsRule(), v -> {}))
                .isOk("The vault exists.")
                .isAbout(VAULT);
    }

    @Test
    void vaultMissing_blocksAndOtherVaultRulesAreSilent() {
        var given = Given.request(Given.cache()).withoutVault();
        assertOnly(given.judgedBy(new VaultExistsRule()))
                .isBlocking(
                        ErrorCode.RESOURCE_MISSING,
                        "There is no vault of this id; the key has to be in an existing vault.")
                .hasRemedy(
                        "Create the vault, recover it if it was deleted, or correct subscription, resource group and name.");
        assertThat(given.judgedBy(new VaultRegionRule())).isEmpty();
        assertThat(given.judgedBy(new VaultPurgeProtectionRule())).isEmpty();
    }

    @Test
    void sameSubscription_isOk() {
        assertOnly(Given.request(Given.cache()).judgedBy(new VaultSubscriptionRule()))
                .isOk("The vault is in the subscription of the HPC cache.");
    }

    @Test
    void otherSubscription_blocksWithoutAnyRead() {
        var other = VaultId.of("99999999-9999-9999-9999-999999999999", "keys-rg", "contoso-cmk");
        var given = Given.request(Given.cacheBuilder().vault(other).build());
        assertOnly(given.judgedBy(new VaultSubscriptionRule()))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The vault is in subscription 99999999-9999-9999-9999-999999999999, the HPC cache in "
                                + Given.SUBSCRIPTION + "; both must be in the same one.")
                .hasRemedy("Use a vault of subscription " + Given.SUBSCRIPTION + ".");
        assertThat(new VaultSubscriptionRule().facts(given.situation())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eastus", "East US", "EASTUS", "EastUS", " east us"})
    void regionInAnySpelling_isOk(String location) {
        assertOnly(judge(new VaultRegionRule(), v -> v.location = location))
                .isOk("The vault is in the region of the HPC cache.");
    }

    @Test
    void otherRegion_blocks() {
        assertOnly(judge(new VaultRegionRule(), v -> v.location = "East US 2"))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The vault is in region 'eastus2', the HPC cache in 'eastus'; both must be in the same one.")
                .hasRemedy("Use a vault in region 'eastus', or create the HPC cache in the vault's region.");
    }

    @Test
    void regionNotTold_isUnknown() {
        assertOnly(judge(new VaultRegionRule(), v -> v.location = ""))
                .isUnknown("The answer does not tell the region of the vault; both must be in the same region.");
        var waiting = Given.request(Given.authorize())
                .with(TargetSketch.target(t -> t.location = Optional.empty()))
                .with(VaultSketch.good());
        assertOnly(waiting.judgedBy(new VaultRegionRule()))
                .isUnknown("The answer does not tell the region of the HPC cache; both must be in the same region.");
    }

    @Test
    void regionOfWaitingCache_isComparedWithTheCachesOwn() {
        var waiting =
                Given.request(Given.authorize()).with(TargetSketch.waiting()).with(VaultSketch.good());
        assertOnly(waiting.judgedBy(new VaultRegionRule())).isOk("The vault is in the region of the HPC cache.");
    }

    @Test
    void regionWithControlCharacters_isShownEscaped() {
        assertOnly(judge(new VaultRegionRule(), v -> v.location = "west\u001b[31m\u202eus"))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The vault is in region 'west\\u001b[31m\\u202eus', the HPC cache in 'eastus'; both must be in the"
                                + " same one.");
    }

    @Test
    void tierStandardAndPremium_areOk() {
        assertOnly(judge(new VaultTierRule(), v -> {})).isOk("The vault's tier is Standard, which is sufficient.");
        assertOnly(judge(new VaultTierRule(), v -> v.sku = Optional.of("Premium")))
                .isOk("The vault's tier is Premium, which works.");
    }

    @Test
    void tierOtherOrNotTold_isUnknown() {
        assertOnly(judge(new VaultTierRule(), v -> v.sku = Optional.of("gold")))
                .isUnknown("The vault's tier is 'gold'; Standard and Premium are known to work.");
        assertOnly(judge(new VaultTierRule(), v -> v.sku = Optional.empty()))
                .isUnknown("The answer does not tell the vault's tier; Standard and Premium are known to work.");
    }

    @Test
    void softDeleteOn_isOk() {
        assertOnly(judge(new VaultSoftDeleteRule(), v -> {})).isOk("Soft delete is on.");
    }

    @Test
    void softDeleteOffWithoutConsent_blocks() {
        assertOnly(judge(new VaultSoftDeleteRule(), v -> v.softDelete = Optional.of(false)))
                .isBlocking(
                        ErrorCode.CONSENT_MISSING,
                        "Soft delete is off; it must be on. Once on it cannot be switched off, and a deleted vault or key"
                                + " stays recoverable for 30 days.")
                .hasRemedy(HOW + ".");
    }

    @Test
    void softDeleteOffWithConsent_willBeFixed() {
        var given = Given.request(
                        Given.cacheBuilder().vaultProtection(Given.CONSENT).build())
                .with(vault(v -> v.softDelete = Optional.of(false)));
        assertOnly(given.judgedBy(new VaultSoftDeleteRule()))
                .isWillFix(
                        "Soft delete is off and will be switched on, as the request consents; this cannot be undone. A"
                                + " deleted vault or key then stays recoverable for 30 days.");
    }

    @Test
    void softDeleteNotToldWithPurgeProtectionOn_isOk() {
        assertOnly(judge(new VaultSoftDeleteRule(), v -> v.softDelete = Optional.empty()))
                .isOk("Soft delete is on.");
    }

    @Test
    void purgeProtectionOn_isOk() {
        assertOnly(judge(new VaultPurgeProtectionRule(), v -> {})).isOk("Purge protection is on.");
    }

    @Test
    void purgeProtectionOffWithoutConsent_blocksAndSaysHowAndForHowLong() {
        assertOnly(judge(new VaultPurgeProtectionRule(), v -> v.purgeProtection = Optional.empty()))
                .isBlocking(
                        ErrorCode.CONSENT_MISSING,
                        "Purge protection is off; it must be on. Switching it on cannot be undone, so the request has to"
                                + " consent for this vault.")
                .hasRemedy(HOW + ". From then on a deleted vault or key stays, and keeps its name, for 30 days.");
    }

    @Test
    void purgeProtectionOffWithConsent_willBeFixedAndSaysForHowLong() {
        var given = Given.request(
                Given.cacheBuilder().vaultProtection(Given.CONSENT).build());
        assertOnly(given.with(vault(v -> v.purgeProtection = Optional.of(false)))
                        .judgedBy(new VaultPurgeProtectionRule()))
                .isWillFix(
                        "Purge protection is off and will be switched on, as the request consents; this cannot be undone."
                                + " A deleted vault or key then stays, and keeps its name, for 30 days.");
        assertOnly(given.with(vault(v -> {
                            v.purgeProtection = Optional.empty();
                            v.retentionDays = OptionalInt.empty();
                        }))
                        .judgedBy(new VaultPurgeProtectionRule()))
                .isWillFix(
                        "Purge protection is off and will be switched on, as the request consents; this cannot be undone."
                                + " A deleted vault or key then stays, and keeps its name, for 90 days (the default; the vault does"
                                + " not tell).");
    }

    @Test
    void consentOfAuthorizeRequest_countsToo() {
        var request = Given.authorize();
        var consenting = AuthorizeCache.builder()
                .from(request)
                .vaultProtection(Given.CONSENT)
                .build();
        var bare = vault(v -> v.purgeProtection = Optional.empty());
        assertThat(Given.request(request)
                        .with(TargetSketch.waiting())
                        .with(bare)
                        .judgedBy(new VaultPurgeProtectionRule()))
                .allMatch(Finding::isBlocking)
                .hasSize(1);
        assertThat(Given.request(consenting)
                        .with(TargetSketch.waiting())
                        .with(bare)
                        .judgedBy(new VaultPurgeProtectionRule()))
                .noneMatch(Finding::isBlocking)
                .hasSize(1);
    }

    @Test
    void accessModel_isOkForCacheEitherWay() {
        assertOnly(judge(new VaultAccessModelRule(), v -> {})).isOk("The vault gives access by access policies.");
        assertOnly(judge(new VaultAccessModelRule(), v -> v.model = AccessModel.RBAC))
                .isOk("The vault gives access by Azure RBAC.");
    }

    @Test
    void accessPoliciesForFileSystem_warn() {
        assertOnly(Given.request(Given.fileSystem()).with(VaultSketch.good()).judgedBy(new VaultAccessModelRule()))
                .isWarning(
                        "The vault gives access by access policies; the article on this service asks for Azure RBAC. Access"
                                + " policies are known to work too.");
    }

    @Test
    void provisioningState_isOkOnlyWhenSucceeded() {
        assertOnly(judge(new VaultStateRule(), v -> {})).isOk("The vault's provisioning state is Succeeded.");
        assertOnly(judge(new VaultStateRule(), v -> v.state = Optional.of("RegisteringDns")))
                .isWarning(
                        "The vault is new: its provisioning state is RegisteringDns, so its address may not resolve yet; it"
                                + " should be Succeeded.");
        assertOnly(judge(new VaultStateRule(), v -> v.state = Optional.of("Moving")))
                .isUnknown("The vault's provisioning state is 'Moving'; it should be Succeeded.");
        assertOnly(judge(new VaultStateRule(), v -> v.state = Optional.empty()))
                .isUnknown("The answer does not tell the vault's provisioning state; it should be Succeeded.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso-cmk.vault.azure.net/",
                "https://Contoso-CMK.vault.azure.net",
                "https://contoso-cmk.vault.azure.net:443/"
            })
    void uriOfTheKeysHost_isOk(String uri) {
        assertOnly(judge(new VaultUriRule(), v -> v.uri = Optional.of(uri)))
                .isOk("The key URL's host is the vault's own address.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso-cmk.vault.azure.cn/",
                "https://contoso-cmk.vault.azure.net.evil.example/",
                "http://contoso-cmk.vault.azure.net/",
                "https://contoso-cmk",
                ""
            })
    void uriOfAnotherHost_blocks(String uri) {
        assertOnly(judge(new VaultUriRule(), v -> v.uri = Optional.of(uri)))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The vault's address is '" + uri
                                + "', the key URL's host is 'contoso-cmk.vault.azure.net'; they must be the same.")
                .hasRemedy("Copy the key identifier from this vault, or name the vault that holds the key.");
    }

    @Test
    void uriNotTold_isUnknown() {
        assertOnly(judge(new VaultUriRule(), v -> v.uri = Optional.empty()))
                .isUnknown(
                        "The answer does not tell the vault's address; it should be https://contoso-cmk.vault.azure.net/.");
    }

    @Test
    void deletedState_isAskedOnlyForMissingVault() {
        var rule = new VaultDeletedRule();
        var found = Given.request(Given.cache()).with(VaultSketch.good());
        assertThat(rule.facts(found.situation())).containsExactly(new FactKey.Vault(VAULT));
        assertThat(found.judgedBy(rule)).isEmpty();
        var missing = Given.request(Given.cache()).withoutVault();
        assertThat(rule.facts(missing.situation()))
                .containsExactlyInAnyOrder(new FactKey.Vault(VAULT), new FactKey.VaultInDeletedState(VAULT, "eastus"));
        assertOnly(missing.judgedBy(rule)).isUnknown("Not checked: nobody has looked yet.");
    }

    @Test
    void deletedState_blocksWhenTheNameIsHeld() {
        var key = new FactKey.VaultInDeletedState(VAULT, "eastus");
        var until = Optional.of(Instant.parse("2026-05-01T00:00:00Z"));
        var missing = Given.request(Given.cache()).withoutVault();
        assertOnly(missing.with(key, Optional.empty()).judgedBy(new VaultDeletedRule()))
                .isOk("No deleted vault of this subscription and region holds the name.");
        assertOnly(missing.with(key, Optional.of(new DeletedVault(VAULT, "eastus", until)))
                        .judgedBy(new VaultDeletedRule()))
                .isBlocking(
                        ErrorCode.NAME_TAKEN,
                        "The vault is in deleted state and keeps its name until 2026-05-01T00:00:00Z.")
                .hasRemedy("Recover the vault; role assignments on it are not recovered and have to be made again.");
        var other = VaultId.of(Given.SUBSCRIPTION, "other-rg", "contoso-cmk");
        assertOnly(missing.with(key, Optional.of(new DeletedVault(other, "eastus", Optional.empty())))
                        .judgedBy(new VaultDeletedRule()))
                .isBlocking(ErrorCode.NAME_TAKEN, "The name is held by a deleted vault, " + other + ".");
    }

    @Test
    void waitingCacheInVaultThatIsNotAllowed_isNotJudged() {
        var elsewhere = TargetSketch.target(t -> t.encryption = Optional.empty());
        var given = Given.request(Given.authorize()).with(elsewhere);
        assertThat(given.judgedBy(new VaultExistsRule())).isEmpty();
        assertThat(new VaultExistsRule().facts(given.situation())).containsExactly(new FactKey.Target(Given.CACHE));
    }
}
