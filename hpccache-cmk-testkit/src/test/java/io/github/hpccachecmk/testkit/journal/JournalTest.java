package io.github.hpccachecmk.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.SmallFlow;
import io.github.hpccachecmk.testkit.StorageCacheCalls;
import io.github.hpccachecmk.testkit.journal.JournalEntry.Effect;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");
    private static final String ID = "/subscriptions/s/resourceGroups/g/providers/Microsoft.StorageCache/caches/c";
    private static final Pattern DIAGRAM_LINE =
            Pattern.compile("sequenceDiagram| {4}participant p\\d+ as .*| {4}p\\d+->>p\\d+: .*| {4}p\\d+-->>p\\d+: .*");

    @Test
    void writeAfterTheLastTargetWasShownDone_isAfterConvergence() {
        var journal = new Journal(List.of(
                write(1),
                read(2, "Transitioning", ""),
                write(3),
                read(4, "Healthy", "k"),
                read(5, "Healthy", "k"),
                write(6)));

        assertThat(journal.convergence()).hasValue(4);
        assertThat(journal.writesAfterConvergence())
                .extracting(JournalEntry::sequence)
                .containsExactly(6L);
    }

    @Test
    void writeAfterTheTargetGotWorseAgain_isBeforeConvergence() {
        var journal =
                new Journal(List.of(read(1, "Healthy", "k"), read(2, "Down", "k"), write(3), read(4, "Healthy", "k")));

        assertThat(journal.convergence()).hasValue(4);
        assertThat(journal.writesAfterConvergence()).isEmpty();
    }

    @Test
    void switchToAnotherKey_isBeforeConvergence() {
        var journal = new Journal(List.of(read(1, "Healthy", "k1"), write(2), read(3, "Healthy", "k2")));

        assertThat(journal.convergence()).hasValue(3);
    }

    @Test
    void targetThatIsNotHealthyInTheEnd_hasNotConverged() {
        assertThat(new Journal(List.of(read(1, "Healthy", "k"), read(2, "Down", "k"))).convergence())
                .isEmpty();
        assertThat(new Journal(List.of(write(1))).convergence()).isEmpty();
    }

    @Test
    void wholeFlow_convergesAtItsLastReadAndWritesNothingAfterwards() throws InterruptedException {
        var azure = FakeAzure.create();

        SmallFlow.run(azure, azure.customerManagedKeys());

        assertThat(azure.journal().convergence()).hasValue(azure.journal().last());
        assertThat(azure.journal().writesAfterConvergence()).isEmpty();
    }

    @Test
    void inferredBehaviourThatDecidedWhatAScriptLetsHappen_isToldWithTheNextCall() {
        var azure = FakeAzure.create();
        azure.timing(Change.KEY_FIRST_TRIED, Delay.manual());
        var calls = new StorageCacheCalls(azure);
        var vault = azure.vault("contoso-cmk").purgeProtection(true).withRsaKey("cache-key", 2048);
        var cache = calls.cache("render-cache");
        calls.send("PUT", cache, calls.encryptedCache(vault, "cache-key"));
        azure.advance(Duration.ofMinutes(1));
        azure.call(WireRequest.arm("GET", vault.id(), "2023-07-01", null, FakeAzure.OWNER));
        long before = azure.journal().last();

        azure.happen(Change.KEY_FIRST_TRIED);

        azure.call(WireRequest.arm("GET", vault.id(), "2023-07-01", null, FakeAzure.OWNER));
        assertThat(azure.journal().after(before).entries())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.decidedBy()).contains(Behaviour.CREATE_OPERATION_WAITS_FOR_GRANT.name()));
    }

    @Test
    void inferredBehaviourThatDecidedALateCall_isToldWithTheNextCall() {
        var azure = FakeAzure.create();
        var vault = azure.vault("contoso-cmk");
        azure.faults().on("PROTECT_VAULT").effectAfterCalls(1);
        azure.call(WireRequest.arm("PATCH", vault.id(), "2023-07-01", Doc.empty(), FakeAzure.OWNER));
        vault.failOver();

        azure.call(WireRequest.arm("GET", vault.id(), "2023-07-01", null, FakeAzure.OWNER));
        azure.call(WireRequest.arm("GET", vault.id(), "2023-07-01", null, FakeAzure.OWNER));

        assertThat(azure.journal().entries())
                .anySatisfy(entry ->
                        assertThat(entry.decidedBy()).contains(Behaviour.FAILED_OVER_VAULT_REFUSES_WRITES.name()));
    }

    @Property(tries = 300)
    void anyNameInACall_staysInItsPlaceInDiagramAndTimeline(@ForAll String principal, @ForAll String name) {
        var journal = new Journal(List.of(entry(1, "GET_TARGET", principal, "/x/" + name, name, Optional.empty())));

        assertThat(journal.sequenceDiagram().split("\n", -1))
                .hasSizeBetween(5, 6)
                .allSatisfy(line -> assertThat(line)
                        .matches(text ->
                                text.isEmpty() || DIAGRAM_LINE.matcher(text).matches()));
        assertThat(journal.timeline().lines()).hasSize(1);
    }

    @Test
    void nameMadeToBreakTheDiagram_isShownByCodes() {
        var journal = new Journal(List.of(entry(
                1, "GET_TARGET", "owner\n    p0->>p1: forged", "/x/a;b#c%%{init}%%<b>`", "200", Optional.empty())));

        assertThat(journal.sequenceDiagram())
                .contains(
                        "participant p0 as owner#92;u000a    p0-#62;#62;p1#58; forged\n".replace("p0-#62", "p0#45;#62"))
                .contains("GET_TARGET a#59;b#35;c#37;#37;#123;init#125;#37;#37;#60;b#62;#96;\n");
    }

    @Test
    void changesOfAFlow_tellWhatAndThroughWhom() throws InterruptedException {
        var azure = FakeAzure.create();

        SmallFlow.run(azure, azure.customerManagedKeys());

        String cache = azure.cache(SmallFlow.CACHE).id();
        assertThat(azure.changes().of(cache).changes())
                .anySatisfy(change -> {
                    assertThat(change.what()).isEqualTo("resource");
                    assertThat(change.cause()).startsWith("call ");
                })
                .anySatisfy(change -> {
                    assertThat(change.what()).isEqualTo("state");
                    assertThat(change.after()).isEqualTo("Healthy");
                    assertThat(change.cause()).isEqualTo("service");
                });
        assertThat(azure.changes().of(azure.vault(SmallFlow.VAULT).id()).changes())
                .extracting(WorldChange::what)
                .contains("policy of " + azure.cache(SmallFlow.CACHE).principalId());
        assertThat(azure.transcript())
                .contains("Calls\n", "Changes of the world\n", "caches/render-cache", "sequenceDiagram\n");
    }

    @Test
    void memberThatMayHoldASecret_isNotTold() {
        var azure = FakeAzure.create();
        azure.vault("contoso-cmk").document(doc -> doc.withAt("properties.note", "CANARY"));

        assertThat(azure.transcript()).contains("other members").doesNotContain("CANARY");
    }

    private static JournalEntry write(long sequence) {
        return entry(sequence, "ADD_ACCESS_POLICY", "owner", "/x", "200", Optional.empty());
    }

    private static JournalEntry read(long sequence, String health, String key) {
        var body = Doc.empty()
                .withAt("properties.provisioningState", "Succeeded")
                .withAt("properties.health.state", health)
                .withAt("properties.encryptionSettings.keyEncryptionKey.keyUrl", key);
        return entry(sequence, "GET_TARGET", "owner", ID, "200", Optional.of(ShownTarget.of(ID, body)));
    }

    private static JournalEntry entry(
            long sequence,
            String operation,
            String principal,
            String path,
            String outcome,
            Optional<ShownTarget> shown) {
        boolean isWrite = operation.equals("ADD_ACCESS_POLICY");
        return new JournalEntry(
                sequence,
                operation,
                principal,
                isWrite ? "PUT" : "GET",
                "management.azure.com",
                path,
                START,
                isWrite,
                Effect.NONE,
                outcome,
                "",
                Set.of(),
                shown);
    }
}
