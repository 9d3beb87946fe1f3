package io.github.hpccachecmk.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.StorageCacheCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorldTest {
    private final FakeAzure azure = FakeAzure.create();
    private final StorageCacheCalls calls = new StorageCacheCalls(azure);
    private final String path = calls.cache("render-cache");
    private final WireRequest put = WireRequest.arm("PUT", path, "2026-01-01", calls.plainCache(), FakeAzure.OWNER);
    private final WireRequest get = WireRequest.arm("GET", path, "2026-01-01", null, FakeAzure.OWNER);

    @Test
    void sameCallsOnEqualWorlds_giveEqualWorldsAndAnswers() {
        World first = azure.world();
        World second = FakeAzure.create().world();
        Instant now = azure.now();

        Step one = azure.kernel().handle(first, put, now);
        Step other = azure.kernel().handle(second, put, now);

        assertThat(one.world()).isEqualTo(other.world()).hasSameHashCodeAs(other.world());
        assertThat(one.response()).isEqualTo(other.response());
        assertThat(one.world()).isNotEqualTo(first);
        assertThat(first.exists(path)).isFalse();
    }

    @Test
    void forks_goTheirOwnWays() {
        Instant now = azure.now();
        World made = azure.kernel().handle(azure.world(), put, now).world();

        World deleted = azure.kernel()
                .handle(made, WireRequest.arm("DELETE", path, "2026-01-01", null, FakeAzure.OWNER), now)
                .world();
        World kept = azure.kernel().at(made, now.plus(Duration.ofHours(1)));

        assertThat(azure.kernel().at(deleted, now.plus(Duration.ofHours(1))).exists(path))
                .isFalse();
        assertThat(azure.kernel()
                        .handle(kept, get, now.plus(Duration.ofHours(1)))
                        .response()
                        .document()
                        .text("properties.health.state"))
                .contains("Healthy");
    }

    @Test
    void reads_leaveTheWorldAsItIs() {
        World made = azure.kernel().handle(azure.world(), put, azure.now()).world();

        assertThat(azure.kernel().handle(made, get, azure.now()).world()).isSameAs(made);
    }

    @Test
    void laterTime_appliesAllThatIsDueInOrder() {
        World made = azure.kernel().handle(azure.world(), put, azure.now()).world();
        Instant end = azure.now().plus(Duration.ofMinutes(30));

        World stepwise = made;
        for (Instant time = azure.now(); !time.isAfter(end); time = time.plusSeconds(60)) {
            stepwise = azure.kernel().at(stepwise, time);
        }

        assertThat(azure.kernel().at(made, end)).isEqualTo(stepwise);
    }

    @Test
    void manualTiming_leavesTheOrderToTheSearch() {
        azure.timing(Timing.manual());
        World made = azure.kernel().handle(azure.world(), put, azure.now()).world();
        assertThat(made.pending()).allMatch(Pending::isManual);
        Pending allocated = made.pending(Change.CACHE_ALLOCATED, World.canonical(path))
                .findFirst()
                .orElseThrow();

        World next = azure.kernel().fire(made, allocated, azure.now());

        assertThat(next.pending()).hasSize(made.pending().size() - 1).doesNotContain(allocated);
        assertThat(made.pending()).contains(allocated);
    }

    @Test
    void inferredBehaviour_isReportedWhereItDecided() {
        var vault = azure.vault("contoso-cmk").purgeProtection(true).withRsaKey("cache-key", 2048);
        azure.answer(
                WireRequest.arm("PUT", path, "2026-01-01", calls.encryptedCache(vault, "cache-key"), FakeAzure.OWNER));
        azure.advance(Duration.ofMinutes(3));

        assertThat(azure.kernel().handle(azure.world(), get, azure.now()).decidedBy())
                .contains(Behaviour.WAITING_FOR_KEY_TEXT);
    }

    @Test
    void doc_isAMapWithoutCaseInItsNamesAndInTheOrderOfWriting() {
        Doc doc = Doc.of("b", 1, "a", Map.of("X", List.of(true)));

        assertThat(doc).isEqualTo(Map.of("a", Map.of("X", List.of(true)), "b", 1));
        assertThat(doc.keySet()).containsExactly("b", "a");
        assertThat(doc.list("A.x")).isEqualTo(List.of(true));
        assertThat(doc.with("B", 2).keySet()).containsExactly("b", "a");
        assertThat(doc.without("B")).isEqualTo(Map.of("a", Map.of("X", List.of(true))));
    }

    @Test
    void table_givesItselfBackWhenNothingChanges() {
        Table<String, Integer> table = Table.of("a", 1).with("b", 2);

        assertThat(table.with("a", 1)).isSameAs(table);
        assertThat(table.without("c")).isSameAs(table);
        assertThat(table.with("a", 3).without("b")).isEqualTo(Table.of("a", 3));
        assertThat(table.with("0", 0).keys()).containsExactly("0", "a", "b");
    }

    @Test
    void wildcards_matchAsInRoleDefinitions() {
        assertThat(RightGrant.matches("Microsoft.KeyVault/vaults/*", "microsoft.keyvault/vaults/keys/read"))
                .isTrue();
        assertThat(RightGrant.matches("*/read", "Microsoft.KeyVault/vaults/keys/read"))
                .isTrue();
        assertThat(RightGrant.matches("*/read", "Microsoft.KeyVault/vaults/keys/write"))
                .isFalse();
        assertThat(RightGrant.covers("/subscriptions/A", "/subscriptions/ab")).isFalse();
    }
}
