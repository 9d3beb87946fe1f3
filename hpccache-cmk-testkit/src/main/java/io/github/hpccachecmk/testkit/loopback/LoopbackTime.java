package io.github.hpccachecmk.testkit.loopback;

/** How time passes in a world that is reached through a port. Immutable. */
public sealed interface LoopbackTime {
    /**
     * Time passes as on the clock, times a factor: each request first brings the world to its time.
     *
     * @param factor above 0; 1 is real time, 60 makes a minute of each second
     */
    record Scaled(double factor) implements LoopbackTime {
        /** Checks the factor. */
        public Scaled {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException(
                        "Time scaled by " + factor + "; legal is a finite number above 0, for example 60");
            }
        }
    }

    /**
     * Each read (a GET with a caller) first moves the world to its next change to come, so that a client that polls sees one
     * step a poll. Dates that somebody gave a key are no steps, nor are changes that only a test lets happen.
     */
    record StepPerRead() implements LoopbackTime {}

    /** Time stands still; only the control route, or the program that holds the world, moves it. */
    record Standing() implements LoopbackTime {}

    /** Time as on the clock. */
    static LoopbackTime real() {
        return new Scaled(1);
    }

    /** Time as on the clock, times a factor. */
    static LoopbackTime scaled(double factor) {
        return new Scaled(factor);
    }

    /** One step a read. */
    static LoopbackTime stepPerRead() {
        return new StepPerRead();
    }

    /** Time that stands still. */
    static LoopbackTime standing() {
        return new Standing();
    }
}
