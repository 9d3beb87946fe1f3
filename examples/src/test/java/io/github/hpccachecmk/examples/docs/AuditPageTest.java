package io.github.hpccachecmk.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.audit.AuditReport;
import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.audit.AuditVerdict;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.render.AuditText;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A small subscription in which much is wrong, as an audit through the real clients tells it. */
class AuditPageTest {
    private static final Path PAGE = Path.of("..", "docs", "AUDIT.md");
    private static final String REPORT = "```text\n";

    private final FakeAzure azure = FakeAzure.create(1);

    private CustomerManagedKeys keys() {
        var face = HttpFace.of(azure);
        return new CmkClientBuilder()
                .credential(face.credentialFor(FakeAzure.OWNER))
                .httpClient(face.client())
                .pacing(azure.pacing())
                .jitter(Jitter.none())
                .buildClient();
    }

    private AuditReport report() {
        var vault = azure.vault("contoso-cmk").purgeProtection(true).withRsaKey("render-key", 2048);
        put("plain", Doc.empty());
        put("works", settings());
        azure.advance(Duration.ofMinutes(2));
        vault.withKeyPermissions(azure.cache("works").principalId(), "get", "wrapKey", "unwrapKey", "delete");
        azure.advance(Duration.ofHours(2));
        vault.keyDates("render-key", Optional.empty(), Optional.of(azure.now().plus(Duration.ofDays(9))));
        put("waits", settings());
        azure.advance(Duration.ofMinutes(37));
        return keys().audit(AuditQuery.builder()
                .scope(AuditScope.subscription(azure.subscription()))
                .addAllowedVaults(VaultId.parse(vault.id()))
                .build());
    }

    private Doc settings() {
        var vault = azure.vault("contoso-cmk");
        var reference = Doc.of("keyUrl", vault.keyUrl("render-key"), "sourceVault", Doc.of("id", vault.id()));
        return Doc.of("encryptionSettings", Doc.of("keyEncryptionKey", reference));
    }

    private void put(String name, Doc encryption) {
        var body = Doc.of(
                "location", FakeAzure.DEFAULT_LOCATION,
                "sku", Doc.of("name", "Standard_2G"),
                "identity", Doc.of("type", "SystemAssigned"),
                "properties",
                        Doc.of("cacheSizeGB", 3072, "subnet", azure.subnet()).withAll(encryption));
        var answer = azure.answer(WireRequest.arm("PUT", azure.cache(name).id(), "2024-03-01", body, FakeAzure.OWNER));
        assertThat(answer.isSuccess()).as(answer.toString()).isTrue();
    }

    @Test
    void smallSubscription_isToldWithEachProblemItsRemedyAndItsRequest() {
        var report = report();

        assertThat(report.verdict()).isEqualTo(AuditVerdict.PROBLEMS);
        assertThat(azure.cache("works").isHealthy()).isTrue();
        assertThat(report.summary().problemsByRule())
                .containsKeys("resource.encryption", "resource.waiting", "access.grant", "access.width", "key.expiry");
        assertThat(report.summary().gaps()).isEmpty();
    }

    /** With {@code -Dcmk.docs.update=true} the report in the page is written anew. */
    @Test
    void page_showsTheReport() throws IOException {
        var page = Files.readString(PAGE);
        int begin = page.indexOf(REPORT) + REPORT.length();
        var expected = page.substring(0, begin) + AuditText.of(report()) + page.substring(page.indexOf("```", begin));
        if (Boolean.getBoolean("cmk.docs.update")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE).hasContent(expected);
    }
}
