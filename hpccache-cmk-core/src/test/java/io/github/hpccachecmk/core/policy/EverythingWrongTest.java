package io.github.hpccachecmk.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.SkuList;
import io.github.hpccachecmk.core.policy.Rule.Tier;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.ManagementLock;
import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.port.ProviderSnapshot;
import io.github.hpccachecmk.core.port.SkuOffer;
import io.github.hpccachecmk.core.port.SubnetSnapshot;
import io.github.hpccachecmk.core.port.Usage;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A user who gets everything wrong at once reads all of it at once. */
class EverythingWrongTest {
    private static final String ELSEWHERE = "99999999-9999-9999-9999-999999999999";
    private static final VaultId VAULT = VaultId.of(ELSEWHERE, "keys-rg", "contoso-cmk");
    private static final RuleCatalogue CATALOGUE = RuleCatalogue.standard();

    private static Report report(RuleCatalogue catalogue) {
        var request = Given.cacheBuilder()
                .vault(VAULT)
                .identity(ManagedIdentity.systemAndUserAssigned(Given.IDENTITY))
                .cacheSizeGb(5000)
                .build();
        var vault = VaultSketch.vault(v -> {
            v.location = "westus2";
            v.softDelete = Optional.of(false);
            v.purgeProtection = Optional.empty();
            v.publicAccess = Optional.of("Disabled");
            v.bypass = Optional.of("None");
            v.state = Optional.of("RegisteringDns");
            v.uri = Optional.of("https://other.vault.azure.net/");
        });
        var newest = KeySketch.key(k -> k.url = Given.KEY.withVersion(Given.NEW));
        var key = KeySketch.key(k -> {
            k.type = "RSA-HSM";
            k.size = OptionalInt.of(3072);
            k.enabled = false;
            k.notBefore = Optional.of(Given.NOW.plusSeconds(60));
            k.expires = Optional.of(Given.NOW.minusSeconds(60));
            k.operations = Set.of("wrapKey");
        });
        var situation = Given.request(request)
                .with(new FactKey.Vault(VAULT), Optional.of(vault))
                .with(new FactKey.Locks(VAULT.toString()), List.of(new ManagementLock("/locks/freeze", "ReadOnly")))
                .with(new FactKey.NewestKey(VAULT, "cache-key"), Optional.of(newest))
                .with(new FactKey.KeyVersion(VAULT, "cache-key", Given.OLD), Optional.of(key))
                .with(
                        new FactKey.Identity(Given.IDENTITY),
                        Optional.of(new IdentitySnapshot(
                                Given.IDENTITY, Given.PRINCIPAL, Given.OTHER_TENANT, Optional.empty())))
                .with(
                        new FactKey.Provider(Given.SUBSCRIPTION, "Microsoft.StorageCache"),
                        new ProviderSnapshot(
                                "Microsoft.StorageCache", "NotRegistered", Map.of("caches", List.of("West US 2"))))
                .with(
                        new FactKey.Skus(Given.SUBSCRIPTION),
                        SkuList.of(List.of(new SkuOffer(
                                "caches",
                                "Standard_2G",
                                List.of("eastus"),
                                Map.of("cache sizes(GB)", "3072,6144,12288"),
                                List.of("NotAvailableForSubscription")))))
                .with(new FactKey.Usages(Given.SUBSCRIPTION, "eastus"), List.of(new Usage("Cache", 4, 4)))
                .with(
                        new FactKey.Subnet(Given.SUBNET),
                        Optional.of(new SubnetSnapshot(Given.SUBNET, List.of("10.0.0.0/28"))))
                .with(new FactKey.Permissions(VAULT.toString()), List.<PermissionEntry>of())
                .with(new FactKey.Permissions(Given.CACHE.group().toString()), List.<PermissionEntry>of())
                .situation();
        return catalogue.evaluate(situation, EnumSet.allOf(Tier.class));
    }

    @Test
    void everythingWrong_isInOneReportMostSevereFirst() {
        assertThat(report(CATALOGUE).findings())
                .filteredOn(finding -> finding.severity() != Severity.OK)
                .extracting(Finding::severity, Finding::rule)
                .containsExactly(
                        tuple(Severity.BLOCKING, "target.retired"),
                        tuple(Severity.BLOCKING, "vault.subscription"),
                        tuple(Severity.BLOCKING, "vault.region"),
                        tuple(Severity.BLOCKING, "vault.soft-delete"),
                        tuple(Severity.BLOCKING, "vault.purge-protection"),
                        tuple(Severity.BLOCKING, "vault.network"),
                        tuple(Severity.BLOCKING, "vault.uri"),
                        tuple(Severity.BLOCKING, "vault.lock"),
                        tuple(Severity.BLOCKING, "key.size"),
                        tuple(Severity.BLOCKING, "key.enabled"),
                        tuple(Severity.BLOCKING, "key.not-before"),
                        tuple(Severity.BLOCKING, "key.expiry"),
                        tuple(Severity.BLOCKING, "key.operations"),
                        tuple(Severity.BLOCKING, "identity.tenant"),
                        tuple(Severity.BLOCKING, "provider.registered"),
                        tuple(Severity.BLOCKING, "target.region"),
                        tuple(Severity.BLOCKING, "target.sku"),
                        tuple(Severity.BLOCKING, "target.size"),
                        tuple(Severity.BLOCKING, "target.quota"),
                        tuple(Severity.BLOCKING, "target.subnet"),
                        tuple(Severity.BLOCKING, "caller.target-rights"),
                        tuple(Severity.BLOCKING, "caller.vault-rights"),
                        tuple(Severity.BLOCKING, "caller.grant-right"),
                        tuple(Severity.WARNING, "vault.provisioning-state"),
                        tuple(Severity.WARNING, "key.type"),
                        tuple(Severity.WARNING, "key.version"));
    }

    @Test
    void everyBlocker_hasCodeRemedyAndLink() {
        assertThat(report(CATALOGUE).blockers()).allSatisfy(finding -> {
            assertThat(finding.code()).isPresent();
            assertThat(finding.remedy()).isNotBlank();
            assertThat(finding.documentation())
                    .hasValueSatisfying(link -> assertThat(link).startsWith("https://learn.microsoft.com/"));
        });
        assertThat(report(CATALOGUE).blockers().stream()
                        .flatMap(finding -> finding.code().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        ErrorCode.SERVICE_RETIRED,
                        ErrorCode.PREFLIGHT_BLOCKED,
                        ErrorCode.CONSENT_MISSING,
                        ErrorCode.SCOPE_LOCKED,
                        ErrorCode.PROVIDER_NOT_REGISTERED,
                        ErrorCode.LIMIT_REACHED,
                        ErrorCode.CALLER_NOT_AUTHORIZED);
    }

    @Test
    void mutingAndRaising_changeOnlyTheWarnings() {
        var changed = report(CATALOGUE.mute("key.type").mute("key.size").raise("key.version"));
        assertThat(changed.of(Severity.WARNING)).extracting(Finding::rule).containsExactly("vault.provisioning-state");
        assertThat(changed.blockers()).hasSize(report(CATALOGUE).blockers().size() + 1);
        assertThat(changed.blockers()).extracting(Finding::rule).contains("key.size", "key.version");
    }
}
