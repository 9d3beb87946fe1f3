package io.github.hpccachecmk.testkit.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.testkit.search.Sketch.Grant;
import io.github.hpccachecmk.testkit.search.Sketch.Guard;
import io.github.hpccachecmk.testkit.search.Sketch.Job;
import io.github.hpccachecmk.testkit.search.Sketch.Model;
import io.github.hpccachecmk.testkit.search.Sketch.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A process that sleeps between two passes, and comes to the next one long after it was due. Found by the simulations. */
class LateProcessTest {
    private static final Optional<Instant> LONG_GRANTED = Optional.of(Instant.EPOCH);

    @Test
    void otherMadeTheResourceMeanwhile_noSecondCreate() {
        var sketch = Sketch.of(Job.FILE_SYSTEM, Who.USER, Model.POLICY)
                .with(Grant.EFFECTIVE)
                .with(Guard.CONSENTED);
        var stage = Scenery.stage(sketch, 1, Timings.BRISK);
        var azure = stage.azure();
        var late = new LivingProcess(azure, stage.start(), 0, Mutation.NONE);
        assertThat(late.pass(LONG_GRANTED, List.of())).isPresent();
        assertThat(azure.journal().calls(PortOperation.PROTECT_VAULT)).hasSize(1);

        toTheEnd(stage, new LivingProcess(azure, stage.start(), 0, Mutation.NONE));
        azure.advance(Duration.ofHours(2));
        var result = late.pass(LONG_GRANTED, List.of()).orElseThrow();

        assertThat(azure.journal().calls(PortOperation.CREATE_TARGET))
                .as(azure.journal().timeline())
                .hasSize(1);
        assertThat(result.state()).isEqualTo(StepResult.State.DONE);
        assertThat(late.breaches()).isEmpty();
    }

    private static void toTheEnd(Scenery.Stage stage, LivingProcess process) {
        var azure = stage.azure();
        for (int pass = 0; pass < 50; pass++) {
            var again = process.pass(LONG_GRANTED, List.of()).flatMap(StepResult::lookAgainAt);
            if (again.isEmpty()) {
                return;
            }
            azure.advance(Duration.between(azure.now(), again.get()));
        }
        throw new AssertionError("no end\n" + azure.journal().timeline());
    }
}
