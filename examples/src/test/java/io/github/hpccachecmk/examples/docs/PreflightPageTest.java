package io.github.hpccachecmk.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.render.PlanText;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One who gets everything wrong at once reads all of it at once, through the real clients. */
class PreflightPageTest {
    private static final Path PAGE = Path.of("..", "docs", "PREFLIGHT.md");
    private static final String OTHER_SUBSCRIPTION = "99999999-8888-7777-6666-555555555555";
    private static final String READER = "reader";
    private static final String NAME = "render-cache";

    private final FakeAzure azure = FakeAzure.create(1);

    private VaultId everythingWrong() {
        var vault = azure.vaultAt(OTHER_SUBSCRIPTION, "security-rg", "contoso-cmk")
                .in("westeurope")
                .firewall("Deny", "None")
                .withRsaKey("render-key", 3072)
                .keyOperations("render-key", "wrapKey")
                .keyDates(
                        "render-key", Optional.empty(), Optional.of(azure.now().minus(Duration.ofDays(3))))
                .keyEnabled("render-key", false);
        azure.lock(vault.id(), "ReadOnly");
        azure.principal(READER).may("*/read").mayAt("/subscriptions/" + OTHER_SUBSCRIPTION, "*/read");
        // Somebody's cache of that name, under a key of their own.
        azure.vault("other-team").purgeProtection(true).withRsaKey("their-key", 2048);
        azure.customerManagedKeys()
                .step(
                        cache(VaultId.parse(azure.vault("other-team").id()), azure.keyUrl("other-team", "their-key"))
                                .build(),
                        Hint.none(),
                        OperationOptions.defaults());
        return VaultId.parse(vault.id());
    }

    private CreateEncryptedCache.Builder cache(VaultId vault, String key) {
        return CreateEncryptedCache.builder()
                .cache(CacheId.of(azure.subscription(), FakeAzure.DEFAULT_GROUP, NAME))
                .location(FakeAzure.DEFAULT_LOCATION)
                .sku("Standard_2G")
                .cacheSizeGb(3072)
                .subnet(SubnetId.parse(azure.subnet()))
                .identity(ManagedIdentity.systemAssigned())
                .vault(vault)
                .key(KeyUrl.parse(key));
    }

    private Plan plan() {
        var vault = everythingWrong();
        var face = HttpFace.of(azure);
        return new CmkClientBuilder()
                .credential(face.credentialFor(READER))
                .httpClient(face.client())
                .pacing(azure.pacing())
                .jitter(Jitter.none())
                .rules(RuleCatalogue.standard(new PolicySettings(false)))
                .buildClient()
                .plan(cache(
                                vault,
                                azure.vaultAt(OTHER_SUBSCRIPTION, "security-rg", "contoso-cmk")
                                        .keyUrl("render-key"))
                        .sku("Standard_9G")
                        .build());
    }

    @Test
    void everythingWrongAtOnce_isAllToldAndNothingWritten() {
        var plan = plan();
        var writes = azure.journal().writes().size();

        assertThat(plan.blockers())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        "flow.different-key",
                        "vault.subscription",
                        "vault.region",
                        "vault.purge-protection",
                        "vault.network",
                        "vault.lock",
                        "key.size",
                        "key.enabled",
                        "key.expiry",
                        "key.operations",
                        "target.sku",
                        "caller.target-rights",
                        "caller.grant-right");
        assertThat(plan.writes()).isEmpty();
        assertThat(plan.findings()).extracting(Finding::severity).isSorted();
        assertThat(azure.journal().writes()).hasSize(writes);
        assertThat(plan.findings()).extracting(Finding::severity).contains(Severity.OK);
    }

    @Test
    void page_showsTheReport() throws IOException {
        var page = """
                # Everything that is wrong, at once

                A plan looks at all of it before one write is sent: the name, the vault, the key, the network, the offer and the caller's own
                rights. One finding does not hide another, and each says what is wrong, the value found, the legal one and what to do. The
                most severe stand first.

                Here somebody asks for an HPC cache whose name another team has taken, with a SKU that does not exist, under a key that is
                too long, expired, disabled and may not unwrap, in a vault of another subscription and region that nothing outside may
                reach, that is locked and not protected against purging; and may only read. The rules behind the ids are in
                [RULES.md](RULES.md).

                A test makes this report through the real clients, and fails when it differs. Write it anew with `./mvnw -pl examples -am test
                -Dtest=PreflightPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dcmk.docs.update=true`.

                ```text
                %s```
                """.formatted(PlanText.of(plan()));
        if (Boolean.getBoolean("cmk.docs.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }
}
