package io.github.hpccachecmk.implementation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes a portable form: members in a fixed order; ids, times and durations as text; absent members left out. Not thread-safe. */
public final class FormWriter {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Starts a form without members, for a value that is part of another. */
    public FormWriter() {}

    /** {@return a form that stands alone and so begins with its schema} */
    public static FormWriter withSchema() {
        return new FormWriter().plain(FormReader.SCHEMA_MEMBER, FormReader.SCHEMA);
    }

    /**
     * Writes a value that is portable as it is.
     *
     * @param name the member
     * @param value a text, number or truth value, or a list or map of such
     * @return this writer
     */
    public FormWriter plain(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /**
     * Writes a value as text.
     *
     * @param name the member
     * @param value a value whose {@code toString()} is its portable form
     * @return this writer
     */
    public FormWriter text(String name, Object value) {
        return plain(name, value.toString());
    }

    /**
     * Writes a value as text, or no member.
     *
     * @param name the member
     * @param value a value whose {@code toString()} is its portable form
     * @return this writer
     */
    public FormWriter textIfPresent(String name, Optional<?> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    /**
     * Writes a value that is portable as it is, or no member.
     *
     * @param name the member
     * @param value a text, number or truth value
     * @return this writer
     */
    public FormWriter plainIfPresent(String name, Optional<?> value) {
        value.ifPresent(present -> plain(name, present));
        return this;
    }

    /**
     * Writes values as a list of texts.
     *
     * @param name the member
     * @param values values whose {@code toString()} is their portable form
     * @return this writer
     */
    public FormWriter texts(String name, List<?> values) {
        return plain(name, values.stream().map(Object::toString).toList());
    }

    /**
     * Writes the names of constants; unlike {@code toString()} they never change.
     *
     * @param name the member
     * @param values the constants
     * @return this writer
     */
    public FormWriter names(String name, List<? extends Enum<?>> values) {
        return plain(name, values.stream().map(Enum::name).toList());
    }

    /**
     * Writes a form inside this one, or no member.
     *
     * @param name the member
     * @param value the value
     * @param form gives the value's form
     * @param <T> the type of the value
     * @return this writer
     */
    public <T> FormWriter formIfPresent(String name, Optional<T> value, Function<? super T, Map<String, Object>> form) {
        value.ifPresent(present -> plain(name, form.apply(present)));
        return this;
    }

    /**
     * Writes a list of forms.
     *
     * @param name the member
     * @param values the values
     * @param form gives a value's form
     * @param <T> the type of the values
     * @return this writer
     */
    public <T> FormWriter forms(String name, List<T> values, Function<? super T, Map<String, Object>> form) {
        return plain(name, values.stream().map(form).toList());
    }

    /** {@return the form, unmodifiable} */
    public Map<String, Object> done() {
        return Collections.unmodifiableMap(members);
    }
}
