package io.github.hpccachecmk.model;

import io.github.hpccachecmk.implementation.Checks;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a set that the service may extend at any time: one that this library has never heard of is kept, not refused. Methods
 * are not final for the reason given at {@link TypedId}.
 */
abstract class OpenValue {
    private final String value;
    private final boolean known;

    OpenValue(String value, boolean known) {
        this.value = value;
        this.known = known;
    }

    /** Known values by their lower-case spelling. */
    static <T extends OpenValue> Map<String, T> index(Stream<T> known) {
        return known.collect(
                Collectors.toUnmodifiableMap(value -> Checks.lower(value.toString()), Function.identity()));
    }

    /** The known value of that spelling without case, else a new one. */
    static <T extends OpenValue> T of(
            String what, @Nullable String value, Map<String, T> known, Function<String, T> unknown) {
        String text = Checks.text(what, value, "a word of the service");
        T constant = known.get(Checks.lower(text));
        return constant == null ? unknown.apply(text) : constant;
    }

    /** {@return whether this library knows the value} */
    public boolean isKnown() {
        return known;
    }

    // Values of different sets are different even when spelled alike, and all subclasses are final.
    @SuppressWarnings("EqualsGetClass")
    @Override
    public boolean equals(@Nullable Object other) {
        return other != null && getClass() == other.getClass() && value.equalsIgnoreCase(((OpenValue) other).value);
    }

    @Override
    public int hashCode() {
        return Checks.lower(value).hashCode();
    }

    /** The value as the service spells it. */
    @Override
    public String toString() {
        return value;
    }
}
