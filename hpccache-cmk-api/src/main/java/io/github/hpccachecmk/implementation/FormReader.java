package io.github.hpccachecmk.implementation;

import io.github.hpccachecmk.error.InvalidInputException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a portable form strictly: each member is taken once, by its type, and what is left over at the end is refused. A member
 * that is missing or malformed is refused by its name. Not thread-safe.
 */
public final class FormReader {
    static final String SCHEMA_MEMBER = "schema";
    static final int SCHEMA = 1;

    private final String path;
    private final Map<String, Object> left = new LinkedHashMap<>();

    /**
     * Reads a form.
     *
     * @param path what the form is, for messages
     * @param form the members
     */
    public FormReader(String path, @Nullable Map<?, ?> form) {
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

    /**
     * Reads a form that stands alone; one of another schema is refused.
     *
     * @param path what the form is, for messages
     * @param form the members
     * @return the reader of the other members
     */
    public static FormReader withSchema(String path, @Nullable Map<?, ?> form) {
        FormReader reader = new FormReader(path, form);
        int schema = reader.wholeNumber(SCHEMA_MEMBER);
        if (schema != SCHEMA) {
            throw reader.refused(SCHEMA_MEMBER, schema, "schema " + SCHEMA + ", the only one that this version reads");
        }
        return reader;
    }

    /**
     * Reads a form that stands alone and names its kind; one of another schema or kind is refused.
     *
     * @param member what names the kind, and what the form is, for messages
     * @param kind the only one to accept
     * @param form the members
     * @return the reader of the other members
     */
    public static FormReader withKind(String member, String kind, @Nullable Map<?, ?> form) {
        FormReader reader = withSchema(member, form);
        String named = reader.text(member);
        if (!named.equals(kind)) {
            throw reader.refused(member, named, kind);
        }
        return reader;
    }

    /**
     * {@return a text}
     *
     * @param name the member
     */
    public String text(String name) {
        return required(name, optionalText(name));
    }

    /**
     * {@return a text, or nothing}
     *
     * @param name the member
     */
    public Optional<String> optionalText(String name) {
        return take(name).map(value -> cast(name, value, String.class, "text"));
    }

    /**
     * {@return a truth value}
     *
     * @param name the member
     */
    public boolean flag(String name) {
        return required(name, optionalFlag(name));
    }

    /**
     * {@return a truth value, or nothing}
     *
     * @param name the member
     */
    public Optional<Boolean> optionalFlag(String name) {
        return take(name).map(value -> cast(name, value, Boolean.class, "true or false"));
    }

    /**
     * {@return a duration}
     *
     * @param name the member
     */
    public Duration duration(String name) {
        return required(name, optionalDuration(name));
    }

    /**
     * {@return a duration, or nothing}
     *
     * @param name the member
     */
    public Optional<Duration> optionalDuration(String name) {
        return parsed(name, Duration::parse, "an ISO 8601 duration such as PT10M");
    }

    /**
     * {@return a period}
     *
     * @param name the member
     */
    public Period period(String name) {
        return required(name, optionalPeriod(name));
    }

    /**
     * {@return a period, or nothing}
     *
     * @param name the member
     */
    public Optional<Period> optionalPeriod(String name) {
        return parsed(name, Period::parse, "a period such as P90D");
    }

    /**
     * {@return a time}
     *
     * @param name the member
     */
    public Instant instant(String name) {
        return required(name, optionalInstant(name));
    }

    /**
     * {@return a time, or nothing}
     *
     * @param name the member
     */
    public Optional<Instant> optionalInstant(String name) {
        return parsed(name, Instant::parse, "a time in UTC such as 2026-01-31T10:15:30Z");
    }

    /**
     * {@return a number}
     *
     * @param name the member
     */
    public double number(String name) {
        return cast(name, required(name, take(name)), Number.class, "a number").doubleValue();
    }

    /**
     * {@return a whole number}
     *
     * @param name the member
     */
    public int wholeNumber(String name) {
        return required(name, optionalWholeNumber(name));
    }

    /**
     * {@return a whole number, of whatever type of number, or nothing}
     *
     * @param name the member
     */
    public Optional<Integer> optionalWholeNumber(String name) {
        return take(name).map(value -> {
            double number = cast(name, value, Number.class, "a whole number").doubleValue();
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw refused(name, value, "a whole number");
            }
            return (int) number;
        });
    }

    /**
     * {@return the constant of that name}
     *
     * @param name the member
     * @param type the type of the constant
     * @param <E> the type of the constant
     */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(name, text(name), type);
    }

    /**
     * {@return the constant of that name, or nothing}
     *
     * @param name the member
     * @param type the type of the constant
     * @param <E> the type of the constant
     */
    public <E extends Enum<E>> Optional<E> optionalConstant(String name, Class<E> type) {
        return optionalText(name).map(text -> constant(name, text, type));
    }

    /**
     * {@return the constants of those names}
     *
     * @param name the member
     * @param type the type of the constants
     * @param <E> the type of the constants
     */
    public <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return texts(name).stream().map(text -> constant(name, text, type)).toList();
    }

    /**
     * {@return a list of texts}
     *
     * @param name the member
     */
    public List<String> texts(String name) {
        return list(name, required(name, take(name)), String.class, "text");
    }

    /**
     * {@return a list of texts; empty when it is missing}
     *
     * @param name the member
     */
    public List<String> optionalTexts(String name) {
        return take(name).map(value -> list(name, value, String.class, "text")).orElse(List.of());
    }

    /**
     * {@return the reader of a form inside this one}
     *
     * @param name the member
     */
    public FormReader form(String name) {
        return required(name, optionalForm(name));
    }

    /**
     * {@return the reader of a form inside this one, or nothing}
     *
     * @param name the member
     */
    public Optional<FormReader> optionalForm(String name) {
        return take(name).map(value -> new FormReader(member(name), cast(name, value, Map.class, "a map")));
    }

    /**
     * {@return the value of a form inside this one}
     *
     * @param name the member
     * @param read reads all of the form
     * @param <T> the type of the value
     */
    public <T> T form(String name, Function<Map<String, ?>, T> read) {
        return required(name, optionalForm(name, read));
    }

    /**
     * {@return the value of a form inside this one, or nothing}
     *
     * @param name the member
     * @param read reads all of the form
     * @param <T> the type of the value
     */
    public <T> Optional<T> optionalForm(String name, Function<Map<String, ?>, T> read) {
        return optionalForm(name).map(form -> read.apply(form.left));
    }

    /**
     * {@return the values of a list of forms inside this one}
     *
     * @param name the member
     * @param read reads all of a form
     * @param <T> the type of the values
     */
    public <T> List<T> forms(String name, Function<Map<String, ?>, T> read) {
        var forms = list(name, required(name, take(name)), Map.class, "a map");
        return IntStream.range(0, forms.size())
                .mapToObj(i -> new FormReader(member(name) + "[" + i + "]", forms.get(i)))
                .map(form -> read.apply(form.left))
                .toList();
    }

    /** {@return the names of members that were not taken yet} */
    public List<String> names() {
        return List.copyOf(left.keySet());
    }

    /** Refuses members that nobody took: a member that is ignored here could be one that matters to its writer. */
    public void end() {
        if (!left.isEmpty()) {
            throw Checks.refused(
                    "member of " + path + " (unknown)", names().get(0), "the members that this version writes");
        }
    }

    /**
     * {@return the exception for a bad or missing member}
     *
     * @param name the member
     * @param actual the value as given
     * @param legal the legal form
     */
    public InvalidInputException refused(String name, @Nullable Object actual, String legal) {
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

    private <T> Optional<T> parsed(String name, Function<String, T> parse, String legal) {
        return optionalText(name).map(text -> {
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw refused(name, text, legal);
            }
        });
    }

    private <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        String legal = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw refused(name, text, "one of " + legal);
    }

    private <T> List<T> list(String name, Object value, Class<T> type, String legal) {
        List<?> values = cast(name, value, List.class, "a list, each " + legal);
        return IntStream.range(0, values.size())
                .mapToObj(i -> cast(name + "[" + i + "]", values.get(i), type, legal))
                .toList();
    }

    private <T> T cast(String name, @Nullable Object value, Class<T> type, String legal) {
        if (!type.isInstance(value)) {
            throw refused(name, value, legal);
        }
        return type.cast(value);
    }
}
