package io.github.hpccachecmk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.StepResult.State;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.SampleReports;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.report.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OperationValuesTest {
    private static final Hint HINT = Hint.of(Map.of("a", "1"));

    @Test
    void defaultOptions_bindNothingAndTellNobody() {
        var options = OperationOptions.defaults();
        assertThat(options.approvedPlan()).isEmpty();
        assertThat(options.hint()).isEqualTo(Hint.none());
        assertThat(options.listeners()).isEmpty();
    }

    @Test
    void eachChangeOfOptions_keepsTheOthersAndTheOriginal() {
        var plan = SampleReports.plan().build();
        Consumer<Status> first = status -> {};
        Consumer<Object> second = status -> {};
        var approved = OperationOptions.approved(plan);
        var all = approved.onProgress(first).resumingFrom(HINT).onProgress(second);
        assertThat(all.approvedPlan()).contains(plan);
        assertThat(all.hint()).isEqualTo(HINT);
        assertThat(all.listeners()).hasSize(2);
        assertThat(all.listeners().get(0)).isSameAs(first);
        assertThat(all.listeners().get(1)).isSameAs(second);
        assertThat(approved.listeners()).isEmpty();
        assertThat(approved.hint()).isEqualTo(Hint.none());
        assertThat(OperationOptions.defaults().resumingFrom(HINT).approvedPlan())
                .isEmpty();
    }

    @Test
    void listenersOfOptions_cannotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> OperationOptions.defaults().listeners().add(status -> {}));
    }

    @Test
    void stepResult_countsEachMember() {
        var status = SampleReports.status().build();
        var other = SampleReports.status().phase(Phase.CREATING).build();
        var at = Optional.of(SampleReports.NOON);
        var done = Optional.of(SampleReports.resource().build());
        var error = Optional.of(SampleReports.error());
        var blockers = List.of(SampleReports.finding(Severity.BLOCKING));
        ValueContract.check(
                () -> new StepResult<>(State.BLOCKED, status, HINT, at, done, error, blockers),
                List.of(
                        new StepResult<>(State.FAILED, status, HINT, at, done, error, blockers),
                        new StepResult<>(State.BLOCKED, other, HINT, at, done, error, blockers),
                        new StepResult<>(State.BLOCKED, status, Hint.none(), at, done, error, blockers),
                        new StepResult<>(State.BLOCKED, status, HINT, Optional.empty(), done, error, blockers),
                        new StepResult<>(State.BLOCKED, status, HINT, at, Optional.empty(), error, blockers),
                        new StepResult<>(State.BLOCKED, status, HINT, at, done, Optional.empty(), blockers),
                        new StepResult<>(State.BLOCKED, status, HINT, at, done, error, List.of())));
    }

    @Test
    void listsGivenToResultAndException_areCopied() {
        var findings = new ArrayList<Finding>(List.of(SampleReports.finding(Severity.BLOCKING)));
        var error = CmkError.of(ErrorCode.PREFLIGHT_BLOCKED, "purge protection is off");
        var result = new StepResult<EncryptedResource>(
                State.BLOCKED,
                SampleReports.status().build(),
                HINT,
                Optional.empty(),
                Optional.empty(),
                Optional.of(error),
                findings);
        var exception = new OperationBlockedException(error, findings);
        findings.clear();
        assertThat(result.blockers()).containsExactly(SampleReports.finding(Severity.BLOCKING));
        assertThat(exception.findings()).containsExactly(SampleReports.finding(Severity.BLOCKING));
        assertThat(exception.error()).isEqualTo(error);
        assertThat(exception).hasMessage(error.toString());
    }
}
