package io.github.hpccachecmk.core.fact;

import io.github.hpccachecmk.core.failure.Diagnosis;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.failure.Treatment;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.RemoteException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How often a read is tried when the service fails for a moment or asks to slow down. Nobody else retries. Thread-safe. */
public final class Patience {
    private static final int TRIES = 3;
    private static final Duration MOMENT = Duration.ofSeconds(2);

    /** The window in which Azure Resource Graph counts queries; its answers to one too many name no time for sure. */
    private static final Duration UNTOLD = Duration.ofSeconds(5);

    /** A service that keeps somebody out for longer does not serve this question today. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final int tries;
    private final Optional<Pause> pause;

    private Patience(int tries, Optional<Pause> pause) {
        this.tries = tries;
        this.pause = pause;
    }

    /** Tries once: for what comes again by itself. */
    public static Patience once() {
        return new Patience(1, Optional.empty());
    }

    /** Tries once more at once after a momentary failure: for what a person waits for. */
    public static Patience twice() {
        return new Patience(2, Optional.empty());
    }

    /** Waits two seconds after a momentary failure, three tries in all, and as long as asked when throttled, ten minutes in all. */
    public static Patience waiting(Pause pause) {
        return new Patience(TRIES, Optional.of(pause));
    }

    /**
     * Asks until there is an answer or no more patience.
     *
     * @throws RemoteException the last failure
     */
    public <T> Answer<T> ask(Supplier<Answer<T>> call) {
        int failed = 0;
        var waited = Duration.ZERO;
        while (true) {
            try {
                return call.get();
            } catch (RemoteException refused) {
                var diagnosis = FailureClassifier.classify(refused.failure());
                boolean isThrottled = diagnosis.treatment() == Treatment.SLOW_DOWN;
                var next = isThrottled ? afterThrottling(diagnosis) : afterMoment(diagnosis, ++failed);
                if (next.isEmpty() || waited.plus(next.get()).compareTo(LONGEST) > 0) {
                    throw refused;
                }
                waited = waited.plus(next.get());
                pause.ifPresent(wait -> wait.pause(next.get(), isThrottled));
            }
        }
    }

    private Optional<Duration> afterThrottling(Diagnosis diagnosis) {
        return pause.map(able -> diagnosis
                .retryAfter()
                .filter(asked -> asked.compareTo(Duration.ZERO) > 0)
                .orElse(UNTOLD));
    }

    private Optional<Duration> afterMoment(Diagnosis diagnosis, int failed) {
        return diagnosis.treatment() == Treatment.RESEND_LATER && failed < tries
                ? Optional.of(pause.isPresent() ? MOMENT : Duration.ZERO)
                : Optional.empty();
    }
}
