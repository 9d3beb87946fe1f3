package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Drives a request pass by pass, as a durable engine does: between passes it keeps nothing but the stored hint. */
final class Stepper {
    private static final int TOO_MANY = 400;

    private final FakeAzure azure;
    private final Supplier<CustomerManagedKeys> process;
    private final CmkRequest<EncryptedResource> request;
    private final boolean keepsHint;
    private Hint hint = Hint.none();
    private Instant due;
    private Optional<StepResult<EncryptedResource>> last = Optional.empty();
    private int passes;

    /** One that makes each pass in whatever process it is given. */
    Stepper(
            FakeAzure azure,
            Supplier<CustomerManagedKeys> process,
            CmkRequest<EncryptedResource> request,
            boolean keepsHint) {
        this.azure = azure;
        this.process = process;
        this.request = request;
        this.keepsHint = keepsHint;
        this.due = azure.now();
    }

    boolean isOver() {
        return last.isPresent() && last.get().lookAgainAt().isEmpty();
    }

    boolean isDue() {
        return !isOver() && !due.isAfter(azure.now());
    }

    Instant due() {
        return due;
    }

    StepResult<EncryptedResource> last() {
        return last.orElseThrow();
    }

    int passes() {
        return passes;
    }

    void pass() {
        if (++passes > TOO_MANY) {
            throw new AssertionError("no end after " + passes + " passes: " + last() + "\n"
                    + azure.journal().timeline());
        }
        var result = process.get().step(request, hint);
        hint = keepsHint ? Hint.fromMap(result.hint().toMap()) : Hint.none();
        due = result.lookAgainAt().orElse(Instant.MAX);
        last = Optional.of(result);
    }

    /** Passes, each at the time the one before asked for, until one of them is the last. */
    StepResult<EncryptedResource> toTheEnd() {
        while (!isOver()) {
            if (!isDue()) {
                azure.advance(Duration.between(azure.now(), due));
            }
            pass();
        }
        return last();
    }
}
