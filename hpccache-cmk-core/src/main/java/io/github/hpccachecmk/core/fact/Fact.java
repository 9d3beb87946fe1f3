package io.github.hpccachecmk.core.fact;

import io.github.hpccachecmk.core.port.RemoteFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One piece of knowledge: not looked at yet, seen, or not readable. Immutable.
 *
 * @param value what was seen; empty when unread or unreadable
 * @param failure why it could not be read
 * @param at the service's time of the answer; {@link Instant#MIN} when unread
 * @param <T> the kind of value
 */
public record Fact<T>(Optional<T> value, Optional<RemoteFailure> failure, Instant at) {
    private static final Fact<?> UNREAD = new Fact<>(Optional.empty(), Optional.empty(), Instant.MIN);

    /** A fact that nobody looked at yet. */
    @SuppressWarnings("unchecked") // an empty fact holds no T
    public static <T> Fact<T> unread() {
        return (Fact<T>) UNREAD;
    }

    /** A fact that was seen. */
    public static <T> Fact<T> seen(T value, Instant at) {
        return new Fact<>(Optional.of(value), Optional.empty(), at);
    }

    /** A fact that could not be read. */
    public static <T> Fact<T> unreadable(RemoteFailure failure) {
        return new Fact<>(Optional.empty(), Optional.of(failure), failure.at());
    }

    /** Whether nobody looked yet. */
    public boolean isUnread() {
        return value.isEmpty() && failure.isEmpty();
    }

    /** Whether it was looked at, with whatever result, and not longer than {@code age} before {@code now}. */
    public boolean isFresh(Instant now, Duration age) {
        return !isUnread() && !at.isBefore(now.minus(age));
    }
}
