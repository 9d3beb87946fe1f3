package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two processes on one resource, neither knowing of the other. A seed says whose turn it is, when time passes, between
 * which two calls of one a whole pass of the other falls, and which of their writes to the vault collide.
 */
class TwoOrchestratorsTest {
    private static final String OTHER_KEY = "other-key";

    static Stream<Arguments> variants() {
        return Stream.of(Variant.values())
                .flatMap(
                        variant -> Stream.of(Arguments.of(variant, Face.PORTS), Arguments.of(variant, Face.AZURE_SDK)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variants")
    void sameRequest_bothEndInTheSameState(Variant variant, Face face) {
        var expected = alone(variant, face);
        assertThat(expected.targets()).hasSize(1);

        for (long seed : seeds(face)) {
            var azure = world(variant);
            var random = new Random(seed);
            var request = variant.request(azure);
            long before = azure.journal().last();
            collide(azure, random);
            var both = List.of(stepper(azure, face, request), stepper(azure, face, request));

            race(azure, both, random, true);

            Supplier<String> story = () -> variant + " " + face + " seed " + seed + "\n"
                    + azure.journal().after(before).timeline();
            assertThat(both)
                    .as(story)
                    .allSatisfy(process -> assertThat(process.last().state()).isEqualTo(StepResult.State.DONE));
            assertThat(EndState.of(azure, variant)).as(story).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void vaultWritesThatCollide_areSentAgain(Face face) {
        var variant = Variant.CACHE_SYSTEM_POLICY_UNPROTECTED;
        var expected = alone(variant, face);
        var azure = world(variant);
        long before = azure.journal().last();
        azure.faults()
                .on(PortOperation.PROTECT_VAULT)
                .nextCalls(2)
                .answer(409, "ConflictError", "A conflict occurred.");
        azure.faults()
                .on(PortOperation.ADD_ACCESS_POLICY)
                .nextCalls(2)
                .answer(409, "ConflictError", "A conflict occurred.");

        var result = stepper(azure, face, variant.request(azure)).toTheEnd();

        var made = azure.journal().after(before);
        assertThat(result.state()).as(made.timeline()).isEqualTo(StepResult.State.DONE);
        assertThat(EndState.of(azure, variant)).isEqualTo(expected);
        for (var write : List.of(PortOperation.PROTECT_VAULT, PortOperation.ADD_ACCESS_POLICY)) {
            var answers = made.calls(write);
            assertThat(answers)
                    .filteredOn(call -> call.outcome().startsWith("409"))
                    .hasSize(2);
            assertThat(answers).filteredOn(JournalEntry::hasChanged).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void otherKeyOnTheSameName_oneWinsAndTheOtherIsBlocked(Face face) {
        for (long seed : seeds(face)) {
            var azure = world(Variant.CACHE_SYSTEM_POLICY);
            azure.vault(Variant.VAULT).withRsaKey(OTHER_KEY, 2048);
            long before = azure.journal().last();
            var keys = List.of(azure.keyUrl(Variant.VAULT, Variant.KEY), azure.keyUrl(Variant.VAULT, OTHER_KEY));
            var both = keys.stream()
                    .map(key -> stepper(azure, face, create(azure, key)))
                    .toList();

            race(azure, both, new Random(seed), false);

            var made = azure.journal().after(before);
            Supplier<String> story = () -> face + " seed " + seed + "\n" + made.timeline();
            int winner = both.get(0).last().state() == StepResult.State.DONE ? 0 : 1;
            assertThat(both.get(winner).last().state()).as(story).isEqualTo(StepResult.State.DONE);
            var loser = both.get(1 - winner).last();
            assertThat(loser.state()).as(story).isEqualTo(StepResult.State.BLOCKED);
            assertThat(loser.error().orElseThrow().code()).as(story).isEqualTo(ErrorCode.DIFFERENT_KEY);
            assertThat(azure.cache(Variant.NAME).keyUrl()).as(story).isEqualTo(keys.get(winner));
            assertThat(made.calls(PortOperation.CREATE_TARGET)).as(story).hasSize(1);
            assertThat(made.calls(PortOperation.UPDATE_TARGET)).as(story).isEmpty();
        }
    }

    /** Turns by chance: whose pass is due, and how late it comes to it. */
    private static void race(FakeAzure azure, List<Stepper> both, Random random, boolean withinPasses) {
        while (!both.stream().allMatch(Stepper::isOver)) {
            var due = new ArrayList<>(both.stream().filter(Stepper::isDue).toList());
            if (due.isEmpty()) {
                var next = both.stream()
                        .filter(process -> !process.isOver())
                        .map(Stepper::due)
                        .min(Instant::compareTo)
                        .orElseThrow();
                azure.advance(Duration.between(azure.now(), next).plusSeconds(random.nextInt(20)));
                continue;
            }
            var turn = due.get(random.nextInt(due.size()));
            var other = turn == both.get(0) ? both.get(1) : both.get(0);
            if (withinPasses && random.nextInt(3) == 0) {
                azure.faults().onAny().call(1 + random.nextInt(4)).runBefore(() -> {
                    if (other.isDue()) {
                        other.pass();
                    }
                });
            }
            turn.pass();
        }
    }

    private static void collide(FakeAzure azure, Random random) {
        for (var write : List.of(PortOperation.PROTECT_VAULT, PortOperation.ADD_ACCESS_POLICY)) {
            azure.faults()
                    .on(write)
                    .when(request -> random.nextInt(3) == 0)
                    .nextCalls(3)
                    .answer(409, "ConflictError", "A conflict occurred.");
        }
    }

    private static EndState alone(Variant variant, Face face) {
        var azure = world(variant);
        stepper(azure, face, variant.request(azure)).toTheEnd();
        return EndState.of(azure, variant);
    }

    private static FakeAzure world(Variant variant) {
        return variant.world(1).timing(CrashMatrixTest.brisk());
    }

    private static Stepper stepper(FakeAzure azure, Face face, CmkRequest<EncryptedResource> request) {
        var process = face.keys(azure);
        return new Stepper(azure, () -> process, request, true);
    }

    private static CreateEncryptedCache create(FakeAzure azure, String key) {
        return CreateEncryptedCache.builder()
                .cache(CacheId.parse(azure.cache(Variant.NAME).id()))
                .location(FakeAzure.DEFAULT_LOCATION)
                .sku("Standard_2G")
                .cacheSizeGb(3072)
                .subnet(SubnetId.parse(azure.subnet()))
                .identity(ManagedIdentity.systemAssigned())
                .vault(VaultId.parse(azure.vault(Variant.VAULT).id()))
                .key(KeyUrl.parse(key))
                .build();
    }

    private static long[] seeds(Face face) {
        return LongStream.rangeClosed(1, face == Face.PORTS ? 30 : 3).toArray();
    }
}
