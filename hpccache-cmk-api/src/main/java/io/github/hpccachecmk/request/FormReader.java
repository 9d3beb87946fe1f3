package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a portable form strictly: each member is taken once, by its type, and what is left over at the end is refused. */
final class FormReader {
    private final String path;
    private final Map<String, Object> left = new LinkedHashMap<>();

    FormReader(String path, @Nullable Map<?, ?> form) {
        this.path = path;
        Checks.present("portable form of " + path, form, "a map").forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw Checks.refused("name of a member of " + path, String.valueOf(name), "text");
            }
            if (value == null) {
                throw Checks.missing(member(text), "a value, or no such member");
            }
            left.put(text, value);
        });
    }

    String text(String name) {
        return required(name, optionalText(name));
    }

    Optional<String> optionalText(String name) {
        return take(name).map(value -> cast(name, value, String.class, "text"));
    }

    Optional<Boolean> optionalFlag(String name) {
        return take(name).map(value -> cast(name, value, Boolean.class, "true or false"));
    }

    Optional<Duration> optionalDuration(String name) {
        return optionalText(name).map(text -> {
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                throw refused(name, text, "an ISO 8601 duration such as PT10M");
            }
        });
    }

    double number(String name) {
        return cast(name, required(name, take(name)), Number.class, "a number").doubleValue();
    }

    Optional<Integer> optionalWholeNumber(String name) {
        return take(name).map(value -> {
            double number = cast(name, value, Number.class, "a whole number").doubleValue();
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw refused(name, value, "a whole number");
            }
            return (int) number;
        });
    }

    int wholeNumber(String name) {
        return required(name, optionalWholeNumber(name));
    }

    List<String> texts(String name) {
        List<?> values = take(name)
                .<List<?>>map(value -> cast(name, value, List.class, "a list of texts"))
                .orElse(List.of());
        return IntStream.range(0, values.size())
                .mapToObj(i -> cast(name + "[" + i + "]", values.get(i), String.class, "text"))
                .toList();
    }

    Optional<FormReader> optionalForm(String name) {
        return take(name).map(value -> new FormReader(member(name), cast(name, value, Map.class, "a map")));
    }

    FormReader form(String name) {
        return required(name, optionalForm(name));
    }

    /** The names of members that were not taken yet. */
    List<String> names() {
        return List.copyOf(left.keySet());
    }

    /** Refuses members that nobody took: a member that is ignored here could be one that matters to its writer. */
    void end() {
        if (!left.isEmpty()) {
            throw Checks.refused(
                    "member of " + path + " (unknown)", names().get(0), "the members that this version writes");
        }
    }

    InvalidInputException refused(String name, @Nullable Object actual, String legal) {
        return actual == null
                ? Checks.missing(member(name), legal)
                : Checks.refused(member(name), actual.toString(), legal);
    }

    private String member(String name) {
        return path + "." + Checks.label(name);
    }

    private Optional<Object> take(String name) {
        return Optional.ofNullable(left.remove(name));
    }

    private <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> Checks.missing(member(name), "a value"));
    }

    private <T> T cast(String name, @Nullable Object value, Class<T> type, String legal) {
        if (!type.isInstance(value)) {
            throw refused(name, value, legal);
        }
        return type.cast(value);
    }
}
