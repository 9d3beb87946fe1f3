package io.github.hpccachecmk.testkit.world;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket at a point in time.
 *
 * @param capacity how many calls it allows at once
 * @param perSecond how many it regains each second
 * @param millitokens thousandths of the calls that are left
 * @param at as of when
 */
public record Bucket(int capacity, int perSecond, long millitokens, Instant at) {
    /** A full bucket. */
    public static Bucket full(int capacity, int perSecond, Instant at) {
        return new Bucket(capacity, perSecond, capacity * 1000L, at);
    }

    /** This bucket at a later time. */
    public Bucket at(Instant now) {
        long gained = Math.max(0, Duration.between(at, now).toMillis()) * perSecond;
        return new Bucket(capacity, perSecond, Math.min(capacity * 1000L, millitokens + gained), now);
    }

    /** Whether a call is left. */
    public boolean hasToken() {
        return millitokens >= 1000;
    }

    /** This bucket with a call taken. */
    public Bucket take() {
        return new Bucket(capacity, perSecond, millitokens - 1000, at);
    }

    /** How many whole calls are left. */
    public long tokens() {
        return millitokens / 1000;
    }
}
