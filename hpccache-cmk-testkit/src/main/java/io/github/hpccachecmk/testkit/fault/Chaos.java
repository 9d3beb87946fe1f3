package io.github.hpccachecmk.testkit.fault;

import io.github.hpccachecmk.testkit.fault.Fault.Loss;
import io.github.hpccachecmk.testkit.fault.Fault.StopPoint;
import io.github.hpccachecmk.testkit.world.ArmErrors;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Faults by chance. Each call is struck with the same probability, by a fault drawn from those that fit it; the same seed
 * gives the same faults to the same calls in the same order. Not thread-safe: guarded by {@link Faults}.
 */
final class Chaos {
    private static final List<Integer> DELAYS = List.of(1, 20, 300);

    private final Random random;
    private final double probability;
    private final boolean stops;

    Chaos(long seed, double probability, boolean stops) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A probability of %s; legal are 0 to 1", probability));
        }
        this.random = new Random(seed);
        this.probability = probability;
        this.stops = stops;
    }

    /** Always draws the same number of times, so that one call's fault does not move those of later calls. */
    Optional<Fault> strike(boolean isWrite) {
        double hit = random.nextDouble();
        int which = random.nextInt(1000);
        int detail = random.nextInt(1000);
        if (hit >= probability) {
            return Optional.empty();
        }
        return Optional.of(isWrite ? onWrite(which, detail) : onRead(which, detail));
    }

    private Fault onRead(int which, int detail) {
        int kinds = stops ? 6 : 5;
        return switch (which % kinds) {
            case 0 -> new Fault.RequestLost(loss(detail));
            case 1 -> throttled(detail);
            case 2 -> refused(503, "ServiceUnavailable", "The service is unavailable for a moment.");
            case 3 -> new Fault.Slow(delay(detail));
            case 4 -> new Fault.Stale(delay(detail));
            default -> new Fault.Stop(StopPoint.BEFORE_CALL);
        };
    }

    private Fault onWrite(int which, int detail) {
        int kinds = stops ? 8 : 6;
        return switch (which % kinds) {
            case 0 -> new Fault.RequestLost(loss(detail));
            case 1 -> new Fault.AnswerLost(loss(detail));
            case 2 -> throttled(detail);
            case 3 -> refused(500, "InternalServerError", "An internal error occurred.");
            case 4 -> refused(409, "ConflictError", "A conflict occurred.");
            case 5 -> new Fault.LateByTime(delay(detail));
            case 6 -> new Fault.Stop(StopPoint.AFTER_EFFECT);
            default -> new Fault.Stop(StopPoint.BEFORE_CALL);
        };
    }

    private static Fault refused(int status, String code, String message) {
        return new Fault.Refused(ArmErrors.of(status, code, message));
    }

    private static Fault throttled(int detail) {
        return new Fault.Refused(ArmErrors.of(429, "TooManyRequests", "The request is being throttled.")
                .withHeader("Retry-After", Integer.toString(1 + detail % 60)));
    }

    private static Loss loss(int detail) {
        return detail % 2 == 0 ? Loss.TIME_OUT : Loss.RESET;
    }

    private static Duration delay(int detail) {
        return Duration.ofSeconds(DELAYS.get(detail % DELAYS.size()));
    }
}
