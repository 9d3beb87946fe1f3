package io.github.hpccachecmk.testkit.loopback;

import java.time.InstantSource;

/**
 * How a world is served. Immutable.
 *
 * @param time how time passes; real by default
 * @param https whether the port speaks TLS; false by default
 * @param port the port; 0, the default, takes any that is free
 * @param clock the clock that real and scaled time follow and that dates the certificate; the system's by default
 */
public record LoopbackOptions(LoopbackTime time, boolean https, int port, InstantSource clock) {
    /** Checks the port. */
    public LoopbackOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Port " + port + "; legal are 0 (any free one) to 65535");
        }
    }

    /** A builder that begins with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private LoopbackTime time = LoopbackTime.real();
        private boolean isHttps;
        private int port;
        private InstantSource clock = InstantSource.system();

        private Builder() {}

        /** Sets how time passes. */
        public Builder time(LoopbackTime mode) {
            time = mode;
            return this;
        }

        /** Sets whether the port speaks TLS, with a certificate made at the start. */
        public Builder https(boolean on) {
            isHttps = on;
            return this;
        }

        /** Sets the port; 0 takes any that is free. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** Sets the clock that real and scaled time follow. */
        public Builder clock(InstantSource source) {
            clock = source;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException when the port is none
         */
        public LoopbackOptions build() {
            return new LoopbackOptions(time, isHttps, port, clock);
        }
    }
}
