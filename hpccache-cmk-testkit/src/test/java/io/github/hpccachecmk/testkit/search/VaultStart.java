package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.request.PrepareVault;
import io.github.hpccachecmk.testkit.FakeAzure;

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
    DELETED_TO_BE_RECOVERED;

    static final String NAME = "contoso-cmk";
    static final String KEY = "cache-key";

    FakeAzure azure() {
        var azure = FakeAzure.create(7).timing(Timings.BRISK);
        switch (this) {
            case NOTHING, NOTHING_WITHOUT_CONSENT -> {}
            case OURS_WITHOUT_KEY -> azure.customerManagedKeys().step(request(azure), Hint.none());
            case FOREIGN, ADOPTED_UNPROTECTED, ADOPTED_WITHOUT_CONSENT ->
                azure.vault(NAME).rbac();
            case ADOPTED_COMPLETE ->
                azure.vault(NAME).rbac().purgeProtection(true).withRsaKey(KEY, 2048);
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
            case ADOPTED_UNPROTECTED, ADOPTED_WITHOUT_CONSENT, ADOPTED_COMPLETE, DELETED_TO_BE_RECOVERED -> false;
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
                            case ADOPTED_UNPROTECTED, ADOPTED_WITHOUT_CONSENT, ADOPTED_COMPLETE -> ExistingVault.ADOPT;
                            case DELETED_TO_BE_RECOVERED -> ExistingVault.RECOVER;
                            default -> ExistingVault.REFUSE;
                        })
                .vaultProtection(
                        hasConsent()
                                ? VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vault))
                                : VaultProtection.requireAlreadyOn())
                .build();
    }
}
