package io.github.hpccachecmk.core.flow;

import static io.github.hpccachecmk.core.flow.FlowSketch.NOW;
import static io.github.hpccachecmk.core.flow.FlowSketch.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.failure.ResourceDiagnosis;
import io.github.hpccachecmk.core.failure.Treatment;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A resource that failed: whose it is, when its create may be sent again, and what the user is told. */
class FailedResourceTest {
    private static final Duration SETTLE = Duration.ofMinutes(10);

    // ---- whose it is

    @Test
    void failedForAMissingGrantWithAllThatTheCreateSends_isSentAgain() {
        assertThat(decide(failed()).row()).isEqualTo("create-again");
    }

    static Stream<Arguments> differences() {
        return Stream.of(
                difference("region", sketch -> sketch.location = "westus2"),
                difference("SKU", sketch -> sketch.sku = "AMLFS-Durable-Premium-125"),
                difference("identities", sketch -> sketch.identities = List.of()),
                difference("capacity", sketch -> sketch.properties = with(sketch, "storageCapacityTiB", 32)),
                difference("subnet", sketch -> sketch.properties = with(sketch, "filesystemSubnet", "/another/subnet")),
                difference(
                        "day of maintenance",
                        sketch -> sketch.properties = with(
                                sketch, "maintenanceWindow", Map.of("dayOfWeek", "Tuesday", "timeOfDayUTC", "22:30"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void failedResourceThatDiffers_isSomebodyElsesAndNotSentOver(String member, Consumer<FlowSketch> change) {
        var sketch = failed();
        change.accept(sketch);

        var move = decide(sketch);

        assertThat(move.row()).as(member).isEqualTo("failed-for-good");
        assertThat(error(move).code()).isEqualTo(ErrorCode.RESOURCE_FAILED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void failedResourceThatThisFlowSent_isItsOwnWhateverItShows(String member, Consumer<FlowSketch> change) {
        var sketch = failed();
        sketch.memory = sketch.memory.with().createSentAt(minutesAgo(20)).build();
        change.accept(sketch);

        assertThat(decide(sketch).row()).as(member).isEqualTo("create-again");
    }

    @Test
    void spellingOfWhatTheServiceShows_makesNoDifference() {
        var sketch = failed();
        sketch.location = "East US";
        sketch.sku = sketch.sku.toLowerCase(Locale.ROOT);
        sketch.properties = with(sketch, "storageCapacityTiB", 16.0);
        sketch.properties.put("throughputProvisionedMBps", 4000);

        assertThat(decide(sketch).row()).isEqualTo("create-again");
    }

    // ---- when

    static Stream<Arguments> times() {
        return Stream.of(Arguments.of(20, 2), Arguments.of(2, 20));
    }

    @ParameterizedTest(name = "shown {0} minutes, remembered {1} minutes ago")
    @MethodSource("times")
    void nextCreate_comesASettleWindowAfterTheLaterOfBothTimes(int shown, int remembered) {
        var sketch = failed();
        sketch.modified = Optional.of(minutesAgo(shown));
        sketch.memory =
                sketch.memory.with().createSentAt(minutesAgo(remembered)).build();

        var move = decide(sketch);

        assertThat(move.row()).isEqualTo("settle-later");
        assertThat(((Decision.Wait) move.decision()).delay()).isEqualTo(SETTLE.minusMinutes(2));
    }

    // ---- what is told

    @Test
    void failureWithoutAnOperation_tellsTheReasonThatTheHealthGives() {
        var sketch = failed();
        sketch.memory = sketch.memory.with().resends(3).build();
        sketch.healthText = Optional.of("Not enough free addresses in the subnet");

        var error = error(decide(sketch));

        assertThat(error.code()).isEqualTo(ErrorCode.RESOURCE_FAILED);
        assertThat(error.message()).contains("render-fs").endsWith("it says: Not enough free addresses in the subnet");
    }

    @Test
    void failureWithoutAnyWords_saysSo() {
        var sketch = failed();
        sketch.memory = sketch.memory.with().resends(3).build();

        assertThat(error(decide(sketch)).message()).endsWith("it says: nothing");
    }

    @Test
    void reasonOfAFailedResource_isTheErrorsMessageWithItsCodeApart() {
        var diagnosis = new ResourceDiagnosis(
                ErrorCode.KEY_ACCESS_MISSING, Treatment.TERMINAL, "No access to the key", "Grant it", "Forbidden");

        var error = diagnosis.toError("correlation-1");

        assertThat(error.message()).isEqualTo("No access to the key");
        assertThat(error.serviceCode()).contains("Forbidden");
        assertThat(error.correlationId()).contains("correlation-1");
        assertThat(new ResourceDiagnosis(ErrorCode.RESOURCE_FAILED, Treatment.TERMINAL, "m", "r", "")
                        .toError("c")
                        .serviceCode())
                .isEmpty();
    }

    // ---- helpers

    /** Failed for a grant that came a quarter of an hour ago, five minutes after the create. */
    private static FlowSketch failed() {
        var sketch = FlowSketch.failedFileSystem();
        sketch.modified = Optional.of(minutesAgo(20));
        sketch.memory = Memory.none()
                .with()
                .putGrants(new Memory.GrantKey(AccessModel.ACCESS_POLICY, PRINCIPAL), minutesAgo(15))
                .build();
        return sketch;
    }

    private static Move decide(FlowSketch sketch) {
        return sketch.view().decide();
    }

    private static CmkError error(Move move) {
        assertThat(move.decision()).isInstanceOf(Decision.Failed.class);
        return ((Decision.Failed) move.decision()).error();
    }

    private static Arguments difference(String member, Consumer<FlowSketch> change) {
        return Arguments.of(member, change);
    }

    private static Map<String, Object> with(FlowSketch sketch, String member, Object value) {
        var properties = new LinkedHashMap<>(sketch.properties);
        properties.put(member, value);
        return properties;
    }

    private static Instant minutesAgo(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
