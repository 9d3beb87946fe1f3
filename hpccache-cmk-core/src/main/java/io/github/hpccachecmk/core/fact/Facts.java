package io.github.hpccachecmk.core.fact;

import io.github.hpccachecmk.core.port.RemoteFailure;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that is known at a moment. Immutable; every change is a new value. */
public final class Facts {
    private static final Facts NONE = new Facts(Map.of());

    private final Map<FactKey<?>, Fact<?>> facts;

    private Facts(Map<FactKey<?>, Fact<?>> facts) {
        this.facts = facts;
    }

    /** Knows nothing. */
    public static Facts none() {
        return NONE;
    }

    /** What is known of {@code key}; {@link Fact#unread()} when nothing is. */
    @SuppressWarnings("unchecked") // the typed with… methods are the only writers
    public <T> Fact<T> get(FactKey<T> key) {
        return (Fact<T>) facts.getOrDefault(key, Fact.unread());
    }

    /** The value seen for {@code key}, if any. */
    public <T> Optional<T> value(FactKey<T> key) {
        return get(key).value();
    }

    /** The keys that were looked at. */
    public Set<FactKey<?>> keys() {
        return facts.keySet();
    }

    /** The same knowledge with one more observation. */
    public <T> Facts with(FactKey<T> key, T value, Instant at) {
        return put(key, Fact.seen(value, at));
    }

    /** The same knowledge with what another look made of {@code key}. */
    public <T> Facts with(FactKey<T> key, Fact<T> fact) {
        return put(key, fact);
    }

    /** The same knowledge with one more read that failed. */
    public Facts withFailure(FactKey<?> key, RemoteFailure failure) {
        return put(key, Fact.unreadable(failure));
    }

    /** The same knowledge without {@code key}: it has to be read again before it is used. */
    public Facts without(FactKey<?> key) {
        if (!facts.containsKey(key)) {
            return this;
        }
        var copy = new HashMap<>(facts);
        copy.remove(key);
        return new Facts(copy);
    }

    private Facts put(FactKey<?> key, Fact<?> fact) {
        var copy = new HashMap<>(facts);
        copy.put(key, fact);
        return new Facts(copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts that && that.facts.equals(facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return "Facts" + facts.keySet();
    }
}
