package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.FindingAssert.assertOnly;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.MaterialSnapshot;
import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.PrepareVault;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
            v.defaultAction = Optional.of("Deny");
            v.bypass = Optional.of("AzureServices");
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

    private static final PrepareVault IMPORT = Given.prepareBuilder()
            .keyImport(KeyImport.rsaKey("payroll"))
            .network(VaultNetwork.ALL_NETWORKS)
            .build();
    private static final PrepareVault BLOB = Given.prepareBuilder()
            .keyImport(KeyImport.transferBlob("hsm"))
            .network(VaultNetwork.ALL_NETWORKS)
            .build();

    private static Given source(PrepareVault request, Optional<MaterialSnapshot> found) {
        return Given.request(request)
                .with(new FactKey.Material(request.keyImport().orElseThrow()), found);
    }

    @Test
    void newVaultForAnImport_hasToLetItIn() {
        assertOnly(Given.request(IMPORT).withoutVault().judgedBy(new VaultImportRule()))
                .isOk("The new vault will let the import in.");
        var closed =
                Given.prepareBuilder().keyImport(KeyImport.rsaKey("payroll")).build();
        assertOnly(Given.request(closed).withoutVault().judgedBy(new VaultImportRule()))
                .isBlocking(
                        ErrorCode.VAULT_FIREWALL,
                        "The new vault is to be open to trusted services only, which refuses the import.");
        var byPolicies = Given.prepareBuilder()
                .keyImport(KeyImport.rsaKey("payroll"))
                .network(VaultNetwork.ALL_NETWORKS)
                .accessModel(AccessModel.ACCESS_POLICY)
                .build();
        assertOnly(Given.request(byPolicies).withoutVault().judgedBy(new VaultImportRule()))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "A new vault with access policies has none, so nobody may import into it.");
    }

    @Test
    void existingVaultForAnImport_isJudgedByTierAndFirewall() {
        assertOnly(Given.request(IMPORT).with(VaultSketch.good()).judgedBy(new VaultImportRule()))
                .isOk("The vault lets all networks in, and so the import.");
        assertOnly(Given.request(IMPORT)
                        .with(VaultSketch.vault(v -> v.defaultAction = Optional.of("Deny")))
                        .judgedBy(new VaultImportRule()))
                .isWarning("The vault's firewall is on; the import is refused unless it lets this client in.");
        assertOnly(Given.request(IMPORT)
                        .with(VaultSketch.vault(v -> v.publicAccess = Optional.of("Disabled")))
                        .judgedBy(new VaultImportRule()))
                .isWarning("The vault's firewall is on; the import is refused unless it lets this client in.");
        assertOnly(Given.request(BLOB).with(VaultSketch.good()).judgedBy(new VaultImportRule()))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The vault's tier is Standard; a transfer blob becomes a key in hardware, which only Premium"
                                + " holds.");
        assertOnly(Given.request(BLOB)
                        .with(VaultSketch.vault(v -> v.sku = Optional.of("premium")))
                        .judgedBy(new VaultImportRule()))
                .isOk("The vault lets all networks in, and so the import.");
    }

    @Test
    void keyThatIsThere_needsNoImport() {
        var given = Given.request(IMPORT).with(VaultSketch.good()).with(KeySketch.good());
        assertOnly(given.judgedBy(new VaultImportRule())).isOk("Nothing has to be imported.");
        assertOnly(given.judgedBy(new KeyMaterialRule())).isOk("Nothing has to be imported.");
        assertOnly(given.with(RIGHTS, List.of()).judgedBy(new CallerPrepareRightsRule()))
                .isOk("Nothing has to be written.");
    }

    @Test
    void material_hasToBeThereInItsFormAndSize() {
        var rsa = new MaterialSnapshot(KeyImport.Form.RSA_KEY, OptionalInt.of(2048));
        var blob = new MaterialSnapshot(KeyImport.Form.TRANSFER_BLOB, OptionalInt.empty());
        assertOnly(source(IMPORT, Optional.of(rsa)).judgedBy(new KeyMaterialRule()))
                .isOk("The client's source has an RSA key of 2048 bits.")
                .isAbout("key material payroll");
        assertOnly(source(BLOB, Optional.of(blob)).judgedBy(new KeyMaterialRule()))
                .isOk("The client's source has a transfer blob; what it holds shows after the import.");
        assertOnly(source(IMPORT, Optional.empty()).judgedBy(new KeyMaterialRule()))
                .isBlocking(ErrorCode.PREFLIGHT_BLOCKED, "The client's source has no material of this name.")
                .hasRemedy("Give the client a source that has it: CmkClientBuilder.keyMaterial(source).");
        assertOnly(source(IMPORT, Optional.of(blob)).judgedBy(new KeyMaterialRule()))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The client's source has a TRANSFER_BLOB of this name; the request asks for a RSA_KEY.");
        assertOnly(source(IMPORT, Optional.of(new MaterialSnapshot(KeyImport.Form.RSA_KEY, OptionalInt.of(4096))))
                        .judgedBy(new KeyMaterialRule()))
                .isBlocking(ErrorCode.PREFLIGHT_BLOCKED, "The RSA key has 4096 bits; it must have 2048.");
    }

    @Test
    void rightsToImport_areAskedOfTheDataPlane() {
        var rotating = Given.prepareBuilder()
                .keyImport(KeyImport.rsaKey("payroll"))
                .keyRotation(KeyRotation.after(Period.ofDays(90)))
                .build();
        var entry =
                new PermissionEntry(List.of("*"), List.of(), List.of("Microsoft.KeyVault/vaults/keys/*"), List.of());
        assertOnly(Given.request(rotating)
                        .with(RIGHTS, List.of(entry))
                        .with(VaultSketch.good())
                        .judgedBy(new CallerPrepareRightsRule()))
                .isBlocking(
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        "The caller lacks Microsoft.KeyVault/vaults/keyrotationpolicies/read,"
                                + " Microsoft.KeyVault/vaults/keyrotationpolicies/write on this scope;"
                                + " Microsoft.KeyVault/vaults/keys/import/action, Microsoft.KeyVault/vaults/keys/read,"
                                + " Microsoft.KeyVault/vaults/keyrotationpolicies/read,"
                                + " Microsoft.KeyVault/vaults/keyrotationpolicies/write are needed.");
        assertOnly(Given.request(IMPORT)
                        .with(RIGHTS, List.of(entry))
                        .with(VaultSketch.good())
                        .judgedBy(new CallerPrepareRightsRule()))
                .isOk("Not known to be missing: Microsoft.KeyVault/vaults/keys/import/action,"
                        + " Microsoft.KeyVault/vaults/keys/read.");
    }
}
