package io.github.hpccachecmk.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.StorageCacheCalls;
import io.github.hpccachecmk.testkit.journal.JournalEntry.Effect;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final FakeAzure azure = FakeAzure.create();
    private final StorageCacheCalls calls = new StorageCacheCalls(azure);
    private final String path = calls.cache("render-cache");
    private final WireRequest put = WireRequest.arm("PUT", path, "2026-01-01", calls.plainCache(), FakeAzure.OWNER);
    private final WireRequest get = WireRequest.arm("GET", path, "2026-01-01", null, FakeAzure.OWNER);

    private int status(WireRequest request) {
        return azure.answer(request).status();
    }

    @Test
    void lostAnswer_leavesTheEffect() {
        azure.faults().on(PortOperation.CREATE_TARGET).call(1).loseAnswerAfterEffect();

        assertThat(azure.call(put)).isInstanceOf(WireOutcome.TimedOut.class);

        assertThat(azure.cache("render-cache").exists()).isTrue();
        assertThat(azure.journal().entries().get(0).effect()).isEqualTo(Effect.CHANGED);
        assertThat(azure.journal().entries().get(0).outcome()).contains("201", "answer lost");
    }

    @Test
    void lostRequest_leavesNothing() {
        azure.faults().on(PortOperation.CREATE_TARGET).resetBeforeEffect();

        assertThat(azure.call(put)).isInstanceOf(WireOutcome.Reset.class);
        assertThat(azure.cache("render-cache").exists()).isFalse();
        assertThat(status(put)).isEqualTo(201);
    }

    @Test
    void nthCall_isStruckAndNoOther() {
        azure.faults().on("GET_TARGET").call(2).notFound();
        azure.answer(put);

        assertThat(List.of(status(get), status(get), status(get))).containsExactly(200, 404, 200);
    }

    @Test
    void condition_countsMatchingCallsOnly() {
        azure.faults()
                .on("GET_TARGET")
                .when(request -> request.path().endsWith("other"))
                .call(1)
                .answer(500, "InternalServerError", "Oops.");
        azure.answer(put);

        assertThat(status(get)).isEqualTo(200);
        assertThat(status(WireRequest.arm("GET", calls.cache("other"), "2026-01-01", null, FakeAzure.OWNER)))
                .isEqualTo(500);
    }

    @Test
    void everyCall_isStruckUntilCleared() {
        azure.faults().on("GET_TARGET").everyCall().throttle(17);
        azure.answer(put);

        WireResponse throttled = azure.answer(get);
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.header("Retry-After")).contains("17");
        assertThat(throttled.header("x-ms-request-id")).isPresent();
        assertThat(throttled.header("Date")).isPresent();
        azure.faults().clear();
        assertThat(status(get)).isEqualTo(200);
    }

    @Test
    void lateEffect_landsAfterLaterCalls() {
        azure.faults().on("CREATE_TARGET").effectAfterCalls(2);

        assertThat(azure.call(put)).isInstanceOf(WireOutcome.TimedOut.class);

        assertThat(List.of(status(get), status(get), status(get))).containsExactly(404, 404, 200);
        assertThat(azure.journal().entries().get(0).effect()).isEqualTo(Effect.LATER);
    }

    @Test
    void lateEffect_landsAfterAWhile() {
        azure.faults().on("CREATE_TARGET").effectAfter(Duration.ofSeconds(40));
        azure.call(put);

        azure.advance(Duration.ofSeconds(39));
        assertThat(status(get)).isEqualTo(404);
        azure.advance(Duration.ofSeconds(1));
        assertThat(status(get)).isEqualTo(200);
    }

    @Test
    void latency_passesVirtualTime() {
        azure.faults().on("GET_TARGET").delay(Duration.ofSeconds(9));
        Instant before = azure.now();

        azure.call(get);

        assertThat(azure.now()).isEqualTo(before.plusSeconds(9));
    }

    @Test
    void staleRead_showsTheWorldAsItWas() {
        azure.answer(put);
        azure.advance(Duration.ofMinutes(30));
        azure.faults().on("GET_TARGET").call(1).staleRead(Duration.ofMinutes(29));
        azure.faults().on("GET_TARGET").call(2).staleRead(Duration.ofHours(1));

        Doc stale = azure.answer(get).document();
        assertThat(stale.text("properties.provisioningState")).contains("Creating");
        assertThat(status(get)).isEqualTo(404);
        assertThat(azure.answer(get).document().text("properties.provisioningState"))
                .contains("Succeeded");
    }

    @Test
    void thirdParty_actsBetweenTwoCalls() {
        azure.answer(put);
        azure.faults()
                .on("GET_TARGET")
                .runBefore(() -> azure.cache("render-cache").vanish());

        assertThat(status(get)).isEqualTo(404);
    }

    @Test
    void stopBeforeTheCall_leavesNothingAndStopsAllLaterCalls() {
        azure.faults().on("CREATE_TARGET").stopBeforeCall();

        assertThatThrownBy(() -> azure.call(put)).isInstanceOf(ProcessStopped.class);
        assertThatThrownBy(() -> azure.call(get)).isInstanceOf(ProcessStopped.class);
        azure.faults().restart();
        assertThat(status(get)).isEqualTo(404);
    }

    @Test
    void stopAfterTheEffect_leavesIt() {
        azure.faults().on("CREATE_TARGET").stopAfterEffect();

        assertThatThrownBy(() -> azure.call(put)).isInstanceOf(ProcessStopped.class);
        azure.faults().restart();
        assertThat(status(get)).isEqualTo(200);
    }

    @Test
    void stopAfterTheAnswer_strikesTheNextCall() {
        azure.faults().on("CREATE_TARGET").stopAfterAnswer();

        assertThat(status(put)).isEqualTo(201);
        assertThatThrownBy(() -> azure.call(get)).isInstanceOf(ProcessStopped.class);
    }

    @Test
    void severalFaults_strikeInTheirOrder() {
        List<String> order = new ArrayList<>();
        azure.faults().onAny().runBefore(() -> order.add("first"));
        azure.faults().onAny().runAfter(() -> order.add("third"));
        azure.faults().onAny().runBefore(() -> order.add("second"));

        azure.call(get);

        assertThat(order).containsExactly("first", "second", "third");
    }

    @Test
    void journal_countsAndHidesWhatIsSecret() {
        azure.answer(put.withHeader("x-ms-correlation-request-id", "11111111-2222-4333-8444-555555555555"));
        azure.answer(get.withQuery("s", "CANARY"));
        azure.answer(get);

        assertThat(azure.journal().countByOperation()).isEqualTo(Map.of("CREATE_TARGET", 1, "GET_TARGET", 2));
        assertThat(azure.journal().writes()).hasSize(1);
        assertThat(azure.journal().calls(PortOperation.GET_TARGET)).noneMatch(entry -> entry.hasChanged());
        assertThat(azure.journal().calls("CREATE_TARGET").get(0).correlationId())
                .isEqualTo("11111111-2222-4333-8444-555555555555");
        assertThat(azure.journal().timeline())
                .contains("CREATE_TARGET", "201", "[changed]")
                .doesNotContain("CANARY");
    }
}
