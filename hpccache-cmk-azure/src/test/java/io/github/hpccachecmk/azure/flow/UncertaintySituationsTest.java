package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that do not come, come late, or are not to be believed. */
class UncertaintySituationsTest {
    static Stream<Arguments> writes() {
        return Writing.onEachFace();
    }

    // ---- writes without an answer

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void lostAnswer_hasNoSecondEffect(Writing writing, Face face) throws InterruptedException {
        var expected = undisturbed(writing);
        var job = Job.of(face, writing.variant());
        job.azure.faults().on(writing.operation()).loseAnswerAfterEffect();

        job.succeeds();

        assertThat(EndState.of(job.azure, writing.variant())).as(job.timeline()).isEqualTo(expected);
        assertThat(effects(job, writing)).as(job.timeline()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void resetConnection_hasNoSecondEffect(Writing writing, Face face) throws InterruptedException {
        var expected = undisturbed(writing);
        var job = Job.of(face, writing.variant());
        job.azure.faults().on(writing.operation()).resetAfterEffect();

        job.succeeds();

        assertThat(EndState.of(job.azure, writing.variant())).as(job.timeline()).isEqualTo(expected);
        assertThat(effects(job, writing)).as(job.timeline()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void lostRequest_isSentAgain(Writing writing, Face face) throws InterruptedException {
        var expected = undisturbed(writing);
        var job = Job.of(face, writing.variant());
        job.azure.faults().on(writing.operation()).nextCalls(2).loseRequest();

        job.succeeds();

        assertThat(EndState.of(job.azure, writing.variant())).as(job.timeline()).isEqualTo(expected);
        assertThat(effects(job, writing)).as(job.timeline()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void lateEffect_endsAsIfItHadBeenInTime(Writing writing, Face face) throws InterruptedException {
        var expected = undisturbed(writing);
        var job = Job.of(face, writing.variant());
        job.azure.faults().on(writing.operation()).effectAfter(Duration.ofSeconds(25));

        job.succeeds();

        assertThat(EndState.of(job.azure, writing.variant())).as(job.timeline()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void lateEffectOfTheCreate_isWaitedForInsteadOfSecondCreate(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.faults().on(PortOperation.CREATE_TARGET).effectAfter(Duration.ofSeconds(40));

        job.succeeds();

        assertThat(job.calls(PortOperation.CREATE_TARGET)).as(job.timeline()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void veryLateEffectOfTheCreate_makesNoSecondResourceAndNoOtherEnd(Face face) throws InterruptedException {
        var expected = undisturbed(Writing.CREATE_CACHE);
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.faults().on(PortOperation.CREATE_TARGET).effectAfter(Duration.ofMinutes(5));

        job.succeeds();
        job.azure.advance(Duration.ofHours(1));

        assertThat(EndState.of(job.azure, Variant.CACHE_SYSTEM_POLICY))
                .as(job.timeline())
                .isEqualTo(expected);
        assertThat(job.calls(PortOperation.CREATE_TARGET)).as(job.timeline()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void lateEffectAfterTheNextCalls_endsAsIfItHadBeenInTime(Writing writing, Face face) throws InterruptedException {
        var expected = undisturbed(writing);
        var job = Job.of(face, writing.variant());
        job.azure.faults().on(writing.operation()).effectAfterCalls(2);

        job.succeeds();

        assertThat(EndState.of(job.azure, writing.variant())).as(job.timeline()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void internalServerErrorAfterTheEffect_hasNoSecondEffect(Writing writing, Face face) throws InterruptedException {
        var expected = undisturbed(writing);
        var job = Job.of(face, writing.variant());
        job.azure
                .faults()
                .on(writing.operation())
                .answerAfterEffect(new WireResponse(
                        500,
                        Map.of(),
                        Doc.of("error", Doc.of("code", "InternalServerError", "message", "Something went wrong."))));

        job.succeeds();

        assertThat(EndState.of(job.azure, writing.variant())).as(job.timeline()).isEqualTo(expected);
        assertThat(effects(job, writing)).as(job.timeline()).isEqualTo(1);
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                        PortOperation.GET_TARGET,
                        PortOperation.LIST_TARGETS,
                        PortOperation.GET_VAULT,
                        PortOperation.GET_KEY,
                        PortOperation.LIST_ROLE_ASSIGNMENTS,
                        PortOperation.GET_IDENTITY)
                .flatMap(operation -> Stream.of(Face.values()).map(face -> Arguments.of(operation, face)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("reads")
    void readWithoutAnswer_isReadAgainAndWritesNothingMore(PortOperation operation, Face face)
            throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_USER_RBAC);
        job.azure.faults().on(operation).call(1).resetBeforeEffect();
        job.azure.faults().on(operation).call(2).answer(503, "ServiceUnavailable", "Try again later.");
        job.azure.faults().on(operation).call(3).loseAnswerAfterEffect();

        job.succeeds();

        assertThat(job.calls(operation)).hasSizeGreaterThan(3);
        assertThat(job.writes()).as(job.timeline()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void vaultThatCannotBeReadForHours_endsWithItsReason(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure
                .faults()
                .on(PortOperation.GET_VAULT)
                .everyCall()
                .answer(503, "ServiceUnavailable", "Try again later.");

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(job.writes()).isZero();
        var calls = job.calls(PortOperation.GET_VAULT);
        assertThat(Duration.between(
                        calls.get(0).at(), calls.get(calls.size() - 1).at()))
                .as("an hour of tries")
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(62));
    }

    // ---- reads that are not to be believed

    @ParameterizedTest
    @EnumSource(Face.class)
    void staleNotFoundBeforeTheFirstPut_isNotBelieved(Face face) throws InterruptedException {
        var azure = existing(face, Variant.CACHE_SYSTEM_POLICY);
        azure.faults().on(PortOperation.GET_TARGET).nextCalls(3).notFound();
        var job = Job.in(azure, face, Variant.CACHE_SYSTEM_POLICY);

        job.succeeds();

        assertThat(job.writes()).as(job.timeline()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void oneNotFoundOfAResourceSeenBefore_makesNothingAgain(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.faults().on(PortOperation.GET_TARGET).call(4).notFound();

        job.succeeds();

        assertThat(job.calls(PortOperation.GET_TARGET)).hasSizeGreaterThan(4);
        assertThat(job.calls(PortOperation.CREATE_TARGET)).as(job.timeline()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void bothWitnessesGoneForAFewMinutes_makesNothingAgain(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.faults().on(PortOperation.GET_TARGET).calls(4, 9).notFound();
        job.azure.faults().on(PortOperation.LIST_TARGETS).calls(2, 7).staleRead(Duration.ofHours(1));

        job.succeeds();

        assertThat(job.calls(PortOperation.CREATE_TARGET)).as(job.timeline()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void resourceThatVanishesForGood_endsAndIsNotMadeAgain(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.later(Duration.ofMinutes(4), () -> job.azure.cache(Variant.NAME).vanish());

        var error = job.fails();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.RESOURCE_VANISHED);
        assertThat(error.message()).contains(Variant.NAME);
        assertThat(job.calls(PortOperation.CREATE_TARGET)).hasSize(1);
        assertThat(Duration.between(
                        job.at(PortOperation.CREATE_TARGET, 1),
                        job.made()
                                .entries()
                                .get(job.made().entries().size() - 1)
                                .at()))
                .as(job.timeline())
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(16));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void resourceThatVanished_isNotMadeAgainByAnotherProcessWithTheHint(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        var first = job.keys.begin(job.request);
        job.azure.advance(Duration.ofMinutes(3));
        assertThat(job.azure.cache(Variant.NAME).exists()).isTrue();
        var hint = first.hint();
        first.cancel();
        job.azure.cache(Variant.NAME).vanish();
        job.newChapter();

        var result = face.keys(job.azure)
                .begin(job.request, OperationOptions.defaults().resumingFrom(hint));
        job.azure.advance(Duration.ofHours(1));

        assertThat(result.completion().toCompletableFuture()).isCompletedExceptionally();
        assertThat(job.writes()).as(job.timeline()).isZero();
    }

    // ---- health

    @ParameterizedTest
    @EnumSource(Face.class)
    void healthUnknown_isPolled(Face face) throws InterruptedException {
        saysForAWhile(face, "Unknown");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void healthOfAnUnknownName_isPolled(Face face) throws InterruptedException {
        saysForAWhile(face, "Reticulating");
    }

    private static void saysForAWhile(Face face, String health) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        for (int call = 4; call < 7; call++) {
            job.azure.faults().on(PortOperation.GET_TARGET).call(call).answerAfterEffect(shown(job, health, call));
        }

        var outcome = job.succeeds();

        assertThat(outcome.health().toString()).isEqualTo("Healthy");
        assertThat(job.told())
                .as(job.timeline())
                .anyMatch(status -> status.message().contains(health));
        assertThat(job.writes()).as(job.timeline()).isEqualTo(2);
        assertThat(job.calls(PortOperation.CREATE_TARGET)).hasSize(1);
    }

    /** The resource as it was some minutes after its create, apart from its health. */
    private static WireResponse shown(Job job, String health, int call) {
        var rehearsal = Variant.CACHE_SYSTEM_POLICY.world(1);
        var keys = Face.PORTS.keys(rehearsal);
        keys.begin(Variant.CACHE_SYSTEM_POLICY.request(rehearsal));
        rehearsal.advance(Duration.ofMinutes(1));
        var document = rehearsal.cache(Variant.NAME).document();
        assertThat(document).as(job.timeline() + call).isNotEmpty();
        return WireResponse.of(200, document.withAt("properties.health.state", health));
    }

    // ---- helpers

    private static EndState undisturbed(Writing writing) throws InterruptedException {
        var job = Job.of(Face.PORTS, writing.variant());
        job.succeeds();
        return EndState.of(job.azure, writing.variant());
    }

    private static FakeAzure existing(Face face, Variant variant) throws InterruptedException {
        var made = Job.of(face, variant);
        made.succeeds();
        return made.azure;
    }

    private static long effects(Job job, Writing writing) {
        return job.calls(writing.operation()).stream()
                .filter(call -> call.hasChanged())
                .count();
    }
}
