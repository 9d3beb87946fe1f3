package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.request.PrepareVault;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.FakeKeyMaterial;
import java.util.Optional;

/** What a vault can be like when somebody begins to prepare it. */
enum VaultStart {
    NOTHING,
    NOTHING_WITHOUT_CONSENT,
    OURS_WITHOUT_KEY,
    FOREIGN,
    ADOPTED_UNPROTECTED,
    ADOPTED_WITHOUT_CONSENT,
    ADOPTED_COMPLETE,
    DELETED,
    DELETED_TO_BE_RECOVERED,
    ADOPTED_FOR_AN_IMPORT;

    static final String NAME = "contoso-cmk";
    static final String KEY = "cache-key";
    static final KeyMaterialSource MATERIAL = FakeKeyMaterial.empty().withRsaKey("payroll", 2048);

    FakeAzure azure() {
        var azure = FakeAzure.create(7).timing(Timings.BRISK).keyMaterial(MATERIAL);
        switch (this) {
            case NOTHING, NOTHING_WITHOUT_CONSENT -> {}
            case OURS_WITHOUT_KEY -> azure.customerManagedKeys().step(request(azure), Hint.none());
            case FOREIGN, ADOPTED_UNPROTECTED, ADOPTED_WITHOUT_CONSENT ->
                azure.vault(NAME).rbac();
            case ADOPTED_COMPLETE ->
                azure.vault(NAME).rbac().purgeProtection(true).withRsaKey(KEY, 2048);
            case ADOPTED_FOR_AN_IMPORT -> {
                azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
                azure.vault(NAME).rbac().purgeProtection(true);
            }
            case DELETED, DELETED_TO_BE_RECOVERED ->
                azure.vault(NAME)
                        .rbac()
                        .purgeProtection(true)
                        .withRsaKey(KEY, 2048)
                        .deleted();
        }
        return azure;
    }

    boolean hasConsent() {
        return this != NOTHING_WITHOUT_CONSENT && this != ADOPTED_WITHOUT_CONSENT;
    }

    /** Whether the request leaves a vault of somebody else alone. */
    boolean refusesOthers() {
        return switch (this) {
            case NOTHING, NOTHING_WITHOUT_CONSENT, OURS_WITHOUT_KEY, FOREIGN, DELETED -> true;
            case ADOPTED_UNPROTECTED,
                    ADOPTED_WITHOUT_CONSENT,
                    ADOPTED_COMPLETE,
                    ADOPTED_FOR_AN_IMPORT,
                    DELETED_TO_BE_RECOVERED -> false;
        };
    }

    /** Whether the request ends well as long as nobody else interferes. */
    boolean endsWell() {
        return hasConsent() && this != FOREIGN && this != DELETED;
    }

    PrepareVault request(FakeAzure azure) {
        var vault = VaultId.parse(azure.id("Microsoft.KeyVault/vaults", NAME));
        return PrepareVault.builder()
                .vault(vault)
                .location("eastus")
                .tenant(TenantId.of(azure.tenant()))
                .keyName(KEY)
                .existing(
                        switch (this) {
                            case ADOPTED_UNPROTECTED,
                                    ADOPTED_WITHOUT_CONSENT,
                                    ADOPTED_COMPLETE,
                                    ADOPTED_FOR_AN_IMPORT -> ExistingVault.ADOPT;
                            case DELETED_TO_BE_RECOVERED -> ExistingVault.RECOVER;
                            default -> ExistingVault.REFUSE;
                        })
                .vaultProtection(
                        hasConsent()
                                ? VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vault))
                                : VaultProtection.requireAlreadyOn())
                .keyImport(this == ADOPTED_FOR_AN_IMPORT ? Optional.of(KeyImport.rsaKey("payroll")) : Optional.empty())
                .build();
    }
}
