package io.github.hpccachecmk.examples.readme;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.azure.CmkClient;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.core.port.ImportMaterial;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.PreparedVault;
import io.github.hpccachecmk.request.PrepareVault;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** What an administrator does before a create: a vault and a key, made or chosen. */
final class VaultPreparation {
    private VaultPreparation() {}

    static PreparedVault prepare(CustomerManagedKeys keys, VaultId vault, TenantId tenant)
            throws CmkException, InterruptedException {
        // region prepare
        PrepareVault request = PrepareVault.builder()
                .vault(vault)
                .location("eastus")
                .tenant(tenant)
                .keyName("render-key")
                .keyRotation(KeyRotation.after(Period.ofDays(180)))
                // Purge protection cannot be undone, so it takes a consent that names the vault.
                .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vault)))
                .build();

        PreparedVault prepared = keys.begin(request).await(Duration.ofMinutes(15));
        System.out.println("create with " + prepared.key());
        // endregion
        return prepared;
    }

    static CmkClient withMaterial(CmkClientBuilder builder, RSAPrivateCrtKey privateKey) {
        // region material
        CmkClient client = builder.keyMaterial(name ->
                        name.equals("render-2026") ? Optional.of(ImportMaterial.rsaKey(privateKey)) : Optional.empty())
                .buildClient();
        // endregion
        return client;
    }

    static PrepareVault importing(PrepareVault.Builder builder) {
        // region import
        PrepareVault request = builder.keyImport(KeyImport.rsaKey("render-2026"))
                // The import goes to the vault itself, so a new vault has to be open to where the client runs.
                .network(VaultNetwork.ALL_NETWORKS)
                .build();
        // endregion
        return request;
    }

    static void choose(CustomerManagedKeys keys, TargetId target) {
        // region choose
        keys.eligibleVaults(target, "eastus").limit(100).forEach(candidate -> {
            System.out.println(candidate.vault().name() + (candidate.isEligible() ? " can be chosen" : " cannot"));
            candidate
                    .findings()
                    .forEach(finding -> System.out.println("  " + finding.rule() + ": " + finding.message()));
        });
        // endregion
    }
}
