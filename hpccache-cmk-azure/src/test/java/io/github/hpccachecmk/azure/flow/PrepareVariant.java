package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.PrepareVault;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;

/** What an administrator can start from, each with the writes that it takes. */
enum PrepareVariant {
    NEW_BY_ROLES,
    NEW_BY_POLICIES,
    OURS_WITHOUT_KEY,
    ADOPTED_UNPROTECTED,
    ADOPTED_COMPLETE,
    RECOVERED_WITH_KEY,
    NEW_IMPORTED,
    PREMIUM_IMPORTED_BLOB;

    static final String VAULT = "contoso-cmk";
    static final String KEY = "cache-key";

    List<WriteKind> writes() {
        return switch (this) {
            case NEW_BY_ROLES, NEW_BY_POLICIES -> List.of(WriteKind.CREATE_VAULT, WriteKind.CREATE_KEY);
            case OURS_WITHOUT_KEY -> List.of(WriteKind.CREATE_KEY);
            case ADOPTED_UNPROTECTED -> List.of(WriteKind.PROTECT_VAULT, WriteKind.CREATE_KEY);
            case ADOPTED_COMPLETE -> List.of();
            case RECOVERED_WITH_KEY -> List.of(WriteKind.RECOVER_VAULT);
            case NEW_IMPORTED -> List.of(WriteKind.CREATE_VAULT, WriteKind.IMPORT_KEY, WriteKind.SET_ROTATION_POLICY);
            case PREMIUM_IMPORTED_BLOB -> List.of(WriteKind.IMPORT_KEY, WriteKind.SET_ROTATION_POLICY);
        };
    }

    FakeAzure world(long seed) {
        var azure = FakeAzure.create(seed).keyMaterial(Face.MATERIAL);
        switch (this) {
            case NEW_BY_ROLES, NEW_BY_POLICIES -> {}
            case OURS_WITHOUT_KEY -> azure.customerManagedKeys().step(request(azure), Hint.none());
            case ADOPTED_UNPROTECTED -> azure.vault(VAULT).rbac();
            case ADOPTED_COMPLETE ->
                azure.vault(VAULT).rbac().purgeProtection(true).withRsaKey(KEY, 2048);
            case RECOVERED_WITH_KEY ->
                azure.vault(VAULT)
                        .rbac()
                        .purgeProtection(true)
                        .withRsaKey(KEY, 2048)
                        .deleted();
            case NEW_IMPORTED -> azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
            case PREMIUM_IMPORTED_BLOB -> {
                azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
                azure.vault(VAULT).rbac().premium().purgeProtection(true);
            }
        }
        return azure;
    }

    static VaultId id(FakeAzure azure) {
        return VaultId.parse(azure.id("Microsoft.KeyVault/vaults", VAULT));
    }

    PrepareVault request(FakeAzure azure) {
        return builder(azure).build();
    }

    PrepareVault.Builder builder(FakeAzure azure) {
        var builder = PrepareVault.builder()
                .vault(id(azure))
                .location("East US")
                .tenant(TenantId.of(azure.tenant()))
                .keyName(KEY)
                .keyExpires(Instant.parse("2027-02-19T08:00:00Z"))
                .keyRotation(KeyRotation.after(Period.ofDays(180)))
                .tags(Map.of("team", "render"))
                .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(id(azure))));
        return switch (this) {
            case NEW_BY_POLICIES -> builder.accessModel(AccessModel.ACCESS_POLICY);
            case NEW_IMPORTED -> builder.network(VaultNetwork.ALL_NETWORKS).keyImport(KeyImport.rsaKey("payroll"));
            case PREMIUM_IMPORTED_BLOB ->
                builder.existing(ExistingVault.ADOPT).keyImport(KeyImport.transferBlob("hsm"));
            case ADOPTED_UNPROTECTED, ADOPTED_COMPLETE -> builder.existing(ExistingVault.ADOPT);
            case RECOVERED_WITH_KEY -> builder.existing(ExistingVault.RECOVER);
            case NEW_BY_ROLES, OURS_WITHOUT_KEY -> builder;
        };
    }
}
