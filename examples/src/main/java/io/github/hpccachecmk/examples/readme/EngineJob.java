package io.github.hpccachecmk.examples.readme;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.Requests;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One pass in a job engine that stores plain maps between calls. */
abstract class EngineJob {
    private final CustomerManagedKeys keys;

    EngineJob(CustomerManagedKeys keys) {
        this.keys = keys;
    }

    /** Asks the engine to run {@link #pass} again. */
    abstract void again(Instant when, Map<String, Object> hint);

    abstract void finished(Optional<? extends Outcome> outcome);

    abstract void failed(StepResult<?> result);

    // region step
    void pass(Map<String, ?> storedRequest, Map<String, ?> storedHint) {
        CmkRequest<?> request = Requests.fromMap(storedRequest);
        StepResult<?> result = keys.step(request, Hint.fromMap(storedHint)); // one pass, at most one write, no waiting
        switch (result.state()) {
            case DONE -> finished(result.outcome());
            case FAILED -> failed(result);
            case IN_PROGRESS, BLOCKED ->
                result.lookAgainAt()
                        .ifPresentOrElse(
                                when -> again(when, result.hint().toMap()), () -> failed(result)); // somebody must act
        }
    }
    // endregion
}
