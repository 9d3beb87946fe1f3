package io.github.hpccachecmk;

import static io.github.hpccachecmk.report.SampleReports.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.StepResult.State;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.ErrorForm;
import io.github.hpccachecmk.report.Awaited;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.SampleReports;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.report.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report that an engine may store comes back equal, and a damaged one is refused by the name of the member. */
class PortableReportsTest {
    /** A value, its portable form, how to read it, and the members that may be missing. */
    record Sample<T>(
            String name, T value, Map<String, Object> form, Function<Map<String, ?>, T> read, Set<String> optional) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample<?>> samples() {
        var error = SampleReports.error();
        var bareError = CmkError.of(error.code(), "m");
        var finding = SampleReports.finding(Severity.BLOCKING);
        var plainFinding = SampleReports.plainFinding();
        var write = SampleReports.grant();
        var awaited = SampleReports.awaited();
        var plan = SampleReports.plan().build();
        var status = SampleReports.status().build();
        var bareStatus = SampleReports.barelyStatus().build();
        var resource = SampleReports.resource().build();
        var bareResource = SampleReports.resource().createdAt(Optional.empty()).build();
        var ids = Set.of("serviceCode", "requestId", "correlationId");
        var details = Set.of("code", "documentation");
        var progress = Set.of("deadline", "awaited", "lastError");
        var ends = Set.of("lookAgainAt", "outcome", "error");
        return Stream.of(
                new Sample<>("error", error, ErrorForm.write(error), ErrorForm::read, ids),
                new Sample<>("bare error", bareError, ErrorForm.write(bareError), ErrorForm::read, ids),
                new Sample<>("finding", finding, finding.toMap(), Finding::fromMap, details),
                new Sample<>("plain finding", plainFinding, plainFinding.toMap(), Finding::fromMap, details),
                new Sample<>("write", write, write.toMap(), PlannedWrite::fromMap, Set.of()),
                new Sample<>("awaited", awaited, awaited.toMap(), Awaited::fromMap, Set.of()),
                new Sample<>("plan", plan, plan.toMap(), Plan::fromMap, Set.of()),
                new Sample<>("status", status, status.toMap(), Status::fromMap, progress),
                new Sample<>("bare status", bareStatus, bareStatus.toMap(), Status::fromMap, progress),
                new Sample<>("resource", resource, resource.toMap(), EncryptedResource::fromMap, Set.of("createdAt")),
                new Sample<>("outcome", bareResource, bareResource.toMap(), Outcome::fromMap, Set.of()),
                result("done", result(State.DONE, Optional.of(resource), Optional.empty(), List.of()), ends),
                result("blocked", result(State.BLOCKED, Optional.empty(), Optional.of(error), List.of(finding)), ends),
                result("failed", result(State.FAILED, Optional.empty(), Optional.of(error), List.of()), ends),
                result("in progress", result(State.IN_PROGRESS, Optional.empty(), Optional.empty(), List.of()), ends));
    }

    private static Sample<?> result(String name, StepResult<Outcome> result, Set<String> optional) {
        return new Sample<>("result " + name, result, result.toMap(), StepResult::fromMap, optional);
    }

    private static StepResult<Outcome> result(
            State state, Optional<Outcome> outcome, Optional<CmkError> error, List<Finding> blockers) {
        return new StepResult<>(
                state,
                SampleReports.status().build(),
                Hint.of(Map.of("createdAt", NOON.toString())),
                state == State.IN_PROGRESS ? Optional.of(NOON) : Optional.empty(),
                outcome,
                error,
                blockers);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void portableForm_givesAnEqualValueBack(Sample<?> sample) {
        var back = sample.read().apply(sample.form());
        assertThat(back).isEqualTo(sample.value()).hasSameHashCodeAs(sample.value());
        assertThat(back).hasToString(sample.value().toString());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void formThatWentThroughJson_givesAnEqualValueBack(Sample<?> sample) {
        List<UnaryOperator<Number>> jsonNumbers = List.of(Number::longValue, Number::doubleValue);
        for (var numbers : jsonNumbers) {
            assertThat(sample.read().apply(JsonLike.object(sample.form(), numbers)))
                    .isEqualTo(sample.value());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void portableForm_holdsNothingButPlainValues(Sample<?> sample) {
        JsonLike.assertPlain(sample.form());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> sample.form().put("x", "y"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void missingMember_isRefusedByName(Sample<?> sample) {
        for (var name : sample.form().keySet()) {
            if (!sample.optional().contains(name)) {
                var form = new LinkedHashMap<>(sample.form());
                form.remove(name);
                assertRefused(sample, form, "." + name + " is missing", name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void memberOfAnotherType_isRefusedByName(Sample<?> sample) {
        for (var name : sample.form().keySet()) {
            assertRefused(sample, with(sample.form(), name, Map.class), name, name);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unknownMember_isRefusedByName(Sample<?> sample) {
        assertRefused(sample, with(sample.form(), "surprise", "x"), "'surprise'", "surprise");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anotherSchema_isRefused(Sample<?> sample) {
        assertRefused(sample, with(sample.form(), "schema", 2), "schema", "schema");
    }

    @Test
    void reportsThatStandAlone_nameTheirSchema() {
        assertThat(samples()
                        .filter(sample -> sample.form().containsKey("schema"))
                        .map(Sample::name))
                .containsExactly(
                        "plan",
                        "status",
                        "bare status",
                        "resource",
                        "outcome",
                        "result done",
                        "result blocked",
                        "result failed",
                        "result in progress");
    }

    @Test
    void constantOfAnotherVersion_isRefusedWithTheKnownOnes() {
        var form = with(SampleReports.grant().toMap(), "kind", "FORMAT_DISK");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> PlannedWrite.fromMap(form))
                .withMessageContaining("planned write.kind is 'FORMAT_DISK'")
                .withMessageContaining("PROTECT_VAULT, ADD_ACCESS_POLICY");
    }

    @Test
    void unknownKindOfOutcome_isRefused() {
        var form = with(SampleReports.resource().build().toMap(), "outcome", "paintedResource");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Outcome.fromMap(form))
                .withMessageContaining("outcome.outcome is 'paintedResource'");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> EncryptedResource.fromMap(form))
                .withMessageContaining("outcome.outcome is 'paintedResource'");
    }

    @Test
    void outcomeOfAResultThatIsNotDone_isRefused() {
        var done = result(State.DONE, Optional.of(SampleReports.resource().build()), Optional.empty(), List.of());
        for (var state : List.of(State.IN_PROGRESS, State.BLOCKED, State.FAILED)) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> StepResult.fromMap(with(done.toMap(), "state", state.name())))
                    .withMessageContaining("result.state is '" + state + "'");
        }
    }

    @Test
    void resultThatIsDoneWithoutAnOutcome_isRefused() {
        var failed = result(State.FAILED, Optional.empty(), Optional.empty(), List.of());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> StepResult.fromMap(with(failed.toMap(), "state", "DONE")))
                .withMessageContaining("result.state is 'DONE'");
    }

    @Test
    void resultOfTypedOutcome_equalsItsReadForm() {
        var resource = SampleReports.resource().build();
        StepResult<EncryptedResource> typed = new StepResult<>(
                State.DONE,
                SampleReports.status().build(),
                Hint.none(),
                Optional.empty(),
                Optional.of(resource),
                Optional.empty(),
                List.of());
        StepResult<Outcome> read = StepResult.fromMap(typed.toMap());
        assertThat(read).isEqualTo(typed);
        assertThat(read.outcome()).containsInstanceOf(EncryptedResource.class);
    }

    @Test
    void hintOfAnotherSchemaInAResult_isForgotten() {
        var result = result(State.IN_PROGRESS, Optional.empty(), Optional.empty(), List.of());
        var form = with(result.toMap(), "hint", Map.of("schema", 99, "createdAt", "x"));
        assertThat(StepResult.fromMap(form).hint()).isEqualTo(Hint.none());
    }

    @Test
    void approvedPlanReadTomorrow_hasTheSameDigestAndHoldsTheSameWrites() {
        var plan = SampleReports.plan().build();
        var read = Plan.fromMap(JsonLike.object(plan.toMap(), Number::doubleValue));
        assertThat(read.digest()).isEqualTo(plan.digest());
        assertThat(plan.toMap()).containsEntry("digest", plan.digest());
        assertThat(plan.writes()).allMatch(read::holds);
    }

    @Test
    void approvedPlanWithAWriteAddedByHand_isRefused() {
        var plan = SampleReports.plan().build();
        var writes = List.of(
                SampleReports.protect().toMap(),
                SampleReports.grant().toMap(),
                SampleReports.grant().toMap());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Plan.fromMap(with(plan.toMap(), "writes", writes)))
                .withMessageContaining("plan.digest is '" + plan.digest() + "'")
                .withMessageContaining("make and approve a new plan");
    }

    private static Map<String, Object> with(Map<String, Object> form, String name, Object value) {
        var changed = new LinkedHashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    private static void assertRefused(Sample<?> sample, Map<String, ?> form, String part, String as) {
        assertThatExceptionOfType(InvalidInputException.class)
                .as(as)
                .isThrownBy(() -> sample.read().apply(form))
                .withMessageContaining(part)
                .withMessageContaining("legal is: ");
    }
}
