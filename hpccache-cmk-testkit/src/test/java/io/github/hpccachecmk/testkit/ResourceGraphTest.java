package io.github.hpccachecmk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.core.port.InventoryQuery;
import io.github.hpccachecmk.core.port.InventoryTable;
import io.github.hpccachecmk.core.wire.InventoryDocuments;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Azure Resource Graph as far as it is served: the queries that this library sends, and what goes wrong with them. */
class ResourceGraphTest {
    private final FakeAzure azure = FakeAzure.create(1);

    private WireResponse query(String version, Object body, String caller) {
        return azure.answer(
                WireRequest.arm("POST", "/providers/Microsoft.ResourceGraph/resources", version, body, caller));
    }

    private Doc body(InventoryTable table, AuditScope scope, Optional<String> page) {
        return Doc.copyOf(InventoryDocuments.body(new InventoryQuery(table, scope), page));
    }

    private WireResponse query(InventoryTable table, Optional<String> page) {
        return query("2022-10-01", body(table, AuditScope.subscription(azure.subscription()), page), FakeAzure.OWNER);
    }

    private static Optional<String> token(WireResponse page) {
        return page.document().text("$skipToken");
    }

    private static String reason(WireResponse refusal) {
        assertThat(refusal.status()).isEqualTo(400);
        return refusal.document()
                .objects("error.details")
                .get(0)
                .text("message")
                .orElseThrow();
    }

    @Test
    void pages_haveAThousandRowsAndEachRowOnce() {
        azure.assignmentsOfOthers(2_345);
        var ids = new HashSet<String>();
        var sizes = new ArrayList<Integer>();
        Optional<String> token = Optional.empty();
        do {
            var page = query(InventoryTable.ASSIGNMENTS, token);
            assertThat(page.document().number("totalRecords")).hasToString("Optional[2345]");
            sizes.add(page.document().objects("data").size());
            page.document()
                    .objects("data")
                    .forEach(row -> ids.add(row.text("id").orElseThrow()));
            token = token(page);
        } while (token.isPresent());

        assertThat(sizes).containsExactly(1000, 1000, 345);
        assertThat(ids).hasSize(2_345);
    }

    @Test
    void tokenOfAnotherQuery_isRefused() {
        azure.assignmentsOfOthers(1_001);
        var token = token(query(InventoryTable.ASSIGNMENTS, Optional.empty()));

        assertThat(token).isPresent();
        assertThat(reason(query(InventoryTable.VAULTS, token))).contains("of another query");
    }

    @Test
    void anyOtherQuery_isRefusedByName() {
        var asked = body(InventoryTable.VAULTS, AuditScope.subscription(azure.subscription()), Optional.empty())
                .with("query", "resources | where type =~ 'microsoft.keyvault/vaults'");

        assertThat(reason(query("2022-10-01", asked, FakeAzure.OWNER)))
                .contains("TARGETS, VAULTS, IDENTITIES, ASSIGNMENTS, ASSIGNMENT_COUNTS")
                .endsWith("Asked was: resources | where type =~ 'microsoft.keyvault/vaults'");
    }

    @Test
    void unknownApiVersion_isRefusedAsResourceManagerDoes() {
        var refused = query("2015-01-01", Doc.empty(), FakeAzure.OWNER);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.document().text("error.code")).contains("InvalidResourceType");
    }

    @Test
    void unknownManagementGroup_isRefused() {
        var asked = body(InventoryTable.TARGETS, AuditScope.managementGroup("nowhere"), Optional.empty());

        assertThat(reason(query("2022-10-01", asked, FakeAzure.OWNER))).contains("does not exist");
    }

    @Test
    void whatTheCallerMayNotRead_isLeftOutWithoutAWord() {
        azure.vault("contoso-cmk").withRsaKey("disk", 2048);
        azure.principal("reader")
                .add(RightGrant.actions("/subscriptions/" + azure.subscription(), "Microsoft.StorageCache/*/read"));
        var scope = AuditScope.subscription(azure.subscription());

        var page = query("2022-10-01", body(InventoryTable.VAULTS, scope, Optional.empty()), "reader");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().objects("data")).isEmpty();
        assertThat(query(InventoryTable.VAULTS, Optional.empty()).document().objects("data"))
                .hasSize(1);
    }

    @Test
    void lag_showsWhatWasThere() {
        azure.vault("contoso-cmk").withRsaKey("disk", 2048);
        azure.advance(Duration.ofMinutes(1));
        azure.inventoryLag(Duration.ofMinutes(2));

        assertThat(query(InventoryTable.VAULTS, Optional.empty()).document().objects("data"))
                .isEmpty();
        azure.advance(Duration.ofMinutes(2));
        assertThat(query(InventoryTable.VAULTS, Optional.empty()).document().objects("data"))
                .hasSize(1);
    }

    /** Figures of Microsoft's article "Guidance for throttled requests in Azure Resource Graph". */
    @Test
    void queries_are15InFiveSecondsForEachPrincipal() {
        azure.principal("other").may("*");
        for (int i = 0; i < 15; i++) {
            var page = query(InventoryTable.VAULTS, Optional.empty());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("x-ms-user-quota-remaining")).contains(Integer.toString(14 - i));
        }
        azure.advance(Duration.ofSeconds(2));

        var refused = query(InventoryTable.VAULTS, Optional.empty());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("x-ms-user-quota-resets-after")).contains("00:00:03");
        var scope = AuditScope.subscription(azure.subscription());
        assertThat(query("2022-10-01", body(InventoryTable.VAULTS, scope, Optional.empty()), "other")
                        .status())
                .isEqualTo(200);
        azure.advance(Duration.ofSeconds(3));
        assertThat(query(InventoryTable.VAULTS, Optional.empty()).status()).isEqualTo(200);
    }
}
