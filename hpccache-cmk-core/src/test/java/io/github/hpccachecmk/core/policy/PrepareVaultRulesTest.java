package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.FindingAssert.assertOnly;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.PrepareVault;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules say of a vault that is prepared. */
class PrepareVaultRulesTest {
    private static final PrepareVault REQUEST = Given.prepareBuilder().build();
    private static final PrepareVault CONSENTING = Given.prepareBuilder()
            .vaultProtection(Given.CONSENT)
            .retentionDays(30)
            .build();
    private static final FactKey.Permissions RIGHTS =
            new FactKey.Permissions(Given.VAULT.group().toString());

    private static Given with(PrepareVault request, String... actions) {
        return Given.request(request)
                .with(RIGHTS, List.of(new PermissionEntry(List.of(actions), List.of(), List.of(), List.of())));
    }

    @Test
    void newVaultWithoutConsent_blocks() {
        assertOnly(Given.request(REQUEST).withoutVault().judgedBy(new VaultPurgeProtectionRule()))
                .isBlocking(
                        ErrorCode.CONSENT_MISSING,
                        "The vault is to be made with purge protection, without which no customer-managed key works. It cannot"
                                + " be undone, so the request has to consent for this vault.");
    }

    @Test
    void newVaultWithConsent_willBeProtectedForTheDaysAskedFor() {
        assertOnly(Given.request(CONSENTING).withoutVault().judgedBy(new VaultPurgeProtectionRule()))
                .isWillFix(
                        "The vault will be made with purge protection, as the request consents; this cannot be undone. A"
                                + " deleted vault or key then stays, and keeps its name, for 30 days.");
    }

    @Test
    void rightsToMakeBoth_areNotKnownToBeMissing() {
        assertOnly(with(REQUEST, "Microsoft.KeyVault/*").withoutVault().judgedBy(new CallerPrepareRightsRule()))
                .isOk(
                        "Not known to be missing: Microsoft.KeyVault/vaults/write, Microsoft.KeyVault/vaults/keys/write.");
    }

    @Test
    void rightToMakeTheKey_isNeededWhereOnlyTheKeyIsMissing() {
        assertOnly(with(REQUEST, "*/read").with(VaultSketch.good()).judgedBy(new CallerPrepareRightsRule()))
                .isBlocking(
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "The caller lacks Microsoft.KeyVault/vaults/keys/write on this scope;"
                                + " Microsoft.KeyVault/vaults/keys/write is needed.");
    }

    @Test
    void nothingMissing_needsNoRight() {
        assertOnly(with(REQUEST)
                        .with(VaultSketch.good())
                        .with(KeySketch.good())
                        .judgedBy(new CallerPrepareRightsRule()))
                .isOk("Nothing has to be written.");
    }

    @Test
    void rightsNotReadable_areUnknown() {
        assertOnly(Given.request(REQUEST)
                        .withoutVault()
                        .withFailure(RIGHTS, Given.refused(PortOperation.LIST_PERMISSIONS))
                        .judgedBy(new CallerPrepareRightsRule()))
                .isUnknown("Not checked: LIST_PERMISSIONS answered 403 AuthorizationFailed (The client has no right).");
    }

    @Test
    void firewallWithTheBypass_isAsTheLivingServiceAsks() {
        var vault = VaultSketch.vault(v -> {
            v.defaultAction = java.util.Optional.of("Deny");
            v.bypass = java.util.Optional.of("AzureServices");
        });
        assertOnly(Given.request(REQUEST).with(vault).judgedBy(new VaultNetworkRule()))
                .isOk("The firewall denies by default; trusted services pass, as the article on the service asks.");
    }

    @Test
    void rulesAboutTargets_areNotAsked() {
        var findings = RuleCatalogue.standard()
                .evaluate(Given.request(REQUEST).situation(), EnumSet.allOf(Rule.Tier.class))
                .findings();

        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactly(
                        "vault.tier",
                        "vault.soft-delete",
                        "vault.purge-protection",
                        "vault.network",
                        "vault.provisioning-state",
                        "caller.prepare-rights");
    }
}
