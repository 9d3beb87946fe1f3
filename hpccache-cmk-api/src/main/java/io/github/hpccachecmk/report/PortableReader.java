package io.github.hpccachecmk.report;

import io.github.hpccachecmk.error.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the members of a portable form and refuses what is missing or malformed by its name. */
final class PortableReader {
    private final String what;
    private final Map<String, ?> map;

    PortableReader(String what, Map<String, ?> map) {
        this.what = what;
        this.map = map;
    }

    void expect(String member, Object value) {
        var actual = map.get(member);
        boolean equal = (actual instanceof Number number && value instanceof Number wanted)
                ? number.longValue() == wanted.longValue()
                : Objects.equals(actual, value);
        if (!equal) {
            throw refuse(member, "'" + value + "'");
        }
    }

    String text(String member) {
        if (map.get(member) instanceof String text) {
            return text;
        }
        throw refuse(member, "a text");
    }

    boolean flag(String member) {
        if (map.get(member) instanceof Boolean flag) {
            return flag;
        }
        throw refuse(member, "true or false");
    }

    List<String> texts(String member) {
        if (map.get(member) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw refuse(member, "a list of texts");
    }

    Instant instant(String member) {
        try {
            return Instant.parse(text(member));
        } catch (DateTimeException e) {
            var refusal = refuse(member, "a time like 2026-01-31T10:15:30Z");
            refusal.initCause(e);
            throw refusal;
        }
    }

    Optional<Instant> optionalInstant(String member) {
        return map.get(member) == null ? Optional.empty() : Optional.of(instant(member));
    }

    <E extends Enum<E>> E constant(String member, Class<E> type, String name) {
        for (var candidate : type.getEnumConstants()) {
            if (candidate.name().equals(name)) {
                return candidate;
            }
        }
        throw InvalidInputException.of(what + "." + member, name, "a name of " + type.getSimpleName());
    }

    private InvalidInputException refuse(String member, String legal) {
        return InvalidInputException.of(what + "." + member, map.get(member), legal);
    }
}
