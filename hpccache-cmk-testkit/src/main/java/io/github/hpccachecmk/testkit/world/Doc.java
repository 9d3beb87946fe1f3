package io.github.hpccachecmk.testkit.world;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object: members in the order of writing, values are text, truth values, numbers, lists, other
 * documents or {@link JsonNull#NULL}. Member names are looked up without case, as Azure does. Equality is that of
 * {@link Map}; the hash is computed once, so that worlds stay cheap to compare. Safe for use by several threads.
 */
public final class Doc extends AbstractMap<String, Object> {
    private static final Doc EMPTY = new Doc(new String[0], new Object[0]);

    private final String[] names;
    private final Object[] values;
    private int hash;

    private Doc(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** The document without members. */
    public static Doc empty() {
        return EMPTY;
    }

    /**
     * A document of name, value, name, value.
     *
     * @throws IllegalArgumentException when a name is not a text or the last value is missing
     */
    public static Doc of(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("A name without a value; give name, value, name, value");
        }
        Doc doc = EMPTY;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!(namesAndValues[i] instanceof String name)) {
                throw new IllegalArgumentException("Member name " + namesAndValues[i] + " is not a text");
            }
            doc = doc.with(name, namesAndValues[i + 1]);
        }
        return doc;
    }

    /** A deep copy of a JSON object given as a map; {@code null} becomes {@link JsonNull#NULL}. */
    public static Doc copyOf(Map<?, ?> map) {
        if (map instanceof Doc doc) {
            return doc;
        }
        String[] names = new String[map.size()];
        Object[] values = new Object[map.size()];
        int i = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            names[i] = String.valueOf(entry.getKey());
            values[i++] = value(entry.getValue());
        }
        return new Doc(names, values);
    }

    /** A deep, immutable copy of any JSON value. */
    public static Object value(@Nullable Object value) {
        if (value == null) {
            return JsonNull.NULL;
        }
        if (value instanceof Map<?, ?> map) {
            return copyOf(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(value(element)));
            return List.copyOf(copy);
        }
        if (value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof JsonNull) {
            return value;
        }
        throw new IllegalArgumentException("A " + value.getClass().getName()
                + " is no JSON value; legal are maps, lists, texts, numbers, truth values and null");
    }

    /** This document with a member set; an existing member keeps its place and spelling. */
    public Doc with(String name, @Nullable Object value) {
        Object copy = value(value);
        int at = indexOf(name);
        if (at >= 0) {
            if (values[at].equals(copy)) {
                return this;
            }
            Object[] changed = values.clone();
            changed[at] = copy;
            return new Doc(names, changed);
        }
        String[] moreNames = Arrays.copyOf(names, names.length + 1);
        Object[] moreValues = Arrays.copyOf(values, values.length + 1);
        moreNames[names.length] = name;
        moreValues[names.length] = copy;
        return new Doc(moreNames, moreValues);
    }

    /** This document with a nested member set, the way there being made: {@code "properties.health.state"}. */
    public Doc withAt(String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return with(path, value);
        }
        String first = path.substring(0, dot);
        return with(first, object(first).withAt(path.substring(dot + 1), value));
    }

    /** This document with the members of another over its own, not deep. */
    public Doc withAll(Map<String, ?> others) {
        Doc result = this;
        for (Map.Entry<String, ?> entry : others.entrySet()) {
            result = result.with(entry.getKey(), entry.getValue());
        }
        return result;
    }

    /** This document without a member. */
    public Doc without(String name) {
        int at = indexOf(name);
        if (at < 0) {
            return this;
        }
        String[] fewerNames = new String[names.length - 1];
        Object[] fewerValues = new Object[names.length - 1];
        for (int i = 0, j = 0; i < names.length; i++) {
            if (i != at) {
                fewerNames[j] = names[i];
                fewerValues[j++] = values[i];
            }
        }
        return new Doc(fewerNames, fewerValues);
    }

    /** This document without a nested member. */
    public Doc withoutAt(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return without(path);
        }
        String first = path.substring(0, dot);
        return member(first) instanceof Doc inner ? with(first, inner.withoutAt(path.substring(dot + 1))) : this;
    }

    /** A member's value, or null when there is none. */
    public @Nullable Object member(String name) {
        int at = indexOf(name);
        return at < 0 ? null : values[at];
    }

    /** A nested member's value: {@code "properties.health.state"}. JSON null counts as missing. */
    public Optional<Object> at(String path) {
        Doc here = this;
        String rest = path;
        for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
            if (!(here.member(rest.substring(0, dot)) instanceof Doc inner)) {
                return Optional.empty();
            }
            here = inner;
            rest = rest.substring(dot + 1);
        }
        return Optional.ofNullable(here.member(rest)).filter(value -> value != JsonNull.NULL);
    }

    /** A nested text. */
    public Optional<String> text(String path) {
        return at(path).filter(String.class::isInstance).map(String.class::cast);
    }

    /** A nested truth value. */
    public Optional<Boolean> flag(String path) {
        return at(path).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    /** A nested number. */
    public Optional<Number> number(String path) {
        return at(path).filter(Number.class::isInstance).map(Number.class::cast);
    }

    /** A nested object; empty when missing. */
    public Doc object(String path) {
        return at(path).filter(Doc.class::isInstance).map(Doc.class::cast).orElse(EMPTY);
    }

    /** A nested list; empty when missing. */
    public List<?> list(String path) {
        return at(path).filter(List.class::isInstance)
                .map(list -> (List<?>) list)
                .orElse(List.of());
    }

    /** The objects of a nested list. */
    public List<Doc> objects(String path) {
        return list(path).stream()
                .filter(Doc.class::isInstance)
                .map(Doc.class::cast)
                .toList();
    }

    /** The texts of a nested list. */
    public List<String> texts(String path) {
        return list(path).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** Whether a nested member is there and not null. */
    public boolean has(String path) {
        return at(path).isPresent();
    }

    private int indexOf(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int size() {
        return names.length;
    }

    /** As {@link Map#get}, but without case. */
    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof String name ? member(name) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && indexOf(name) >= 0;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new Entries();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (other instanceof Doc doc) {
            if (hashCode() != doc.hashCode() || names.length != doc.names.length) {
                return false;
            }
            if (Arrays.equals(names, doc.names)) {
                return Arrays.equals(values, doc.values);
            }
        }
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        int result = hash;
        if (result == 0) {
            for (int i = 0; i < names.length; i++) {
                result += names[i].hashCode() ^ values[i].hashCode();
            }
            hash = result;
        }
        return result;
    }

    /** Lower case without regard to the machine's language. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private final class Entries extends AbstractSet<Entry<String, Object>> {
        @Override
        public Iterator<Entry<String, Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < names.length;
                }

                @Override
                public Entry<String, Object> next() {
                    if (next >= names.length) {
                        throw new NoSuchElementException();
                    }
                    Entry<String, Object> entry = Map.entry(names[next], values[next]);
                    next++;
                    return entry;
                }
            };
        }

        @Override
        public int size() {
            return names.length;
        }
    }
}
