package io.github.hpccachecmk.core.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a JSON document given as maps and lists: member names without case, a missing member or one of another type as
 * absent. Azure's own answers differ in the case of member names between versions.
 */
public final class JsonView {
    private final Map<?, ?> members;

    /**
     * A view of a JSON object.
     *
     * @param members its members
     */
    public JsonView(Map<?, ?> members) {
        this.members = members;
    }

    /**
     * A text.
     *
     * @param member the member's name
     * @return empty when missing or not a text
     */
    public Optional<String> text(String member) {
        return value(member).filter(String.class::isInstance).map(String.class::cast);
    }

    /**
     * A truth value.
     *
     * @param member the member's name
     * @return empty when missing or not a truth value
     */
    public Optional<Boolean> flag(String member) {
        return value(member).filter(Boolean.class::isInstance).map(Boolean.class::cast);
    }

    /**
     * A number.
     *
     * @param member the member's name
     * @return empty when missing or not a number
     */
    public Optional<Long> number(String member) {
        return value(member).filter(Number.class::isInstance).map(n -> ((Number) n).longValue());
    }

    /**
     * A point in time, with {@code Z} or an offset.
     *
     * @param member the member's name
     * @return empty when missing or malformed
     */
    public Optional<Instant> instant(String member) {
        return text(member).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException malformed) {
                // A time that cannot be read is a time not told: everything that uses it can do without.
                return Optional.empty();
            }
        });
    }

    /**
     * An object.
     *
     * @param member the member's name
     * @return a view without members when missing or not an object
     */
    public JsonView object(String member) {
        return new JsonView(value(member)
                .filter(Map.class::isInstance)
                .map(m -> (Map<?, ?>) m)
                .orElse(Map.of()));
    }

    /**
     * The objects of a list.
     *
     * @param member the member's name
     * @return empty when missing or not a list; elements that are not objects are left out
     */
    public List<JsonView> objects(String member) {
        return list(member).stream()
                .filter(Map.class::isInstance)
                .map(element -> new JsonView((Map<?, ?>) element))
                .toList();
    }

    /**
     * The objects of a list as they came.
     *
     * @param member the member's name
     * @return empty when missing or not a list; elements that are not objects are left out
     */
    public List<Map<String, Object>> documents(String member) {
        return list(member).stream()
                .filter(Map.class::isInstance)
                .map(element -> named((Map<?, ?>) element))
                .toList();
    }

    /** The names of a JSON object are texts. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }

    /**
     * The texts of a list.
     *
     * @param member the member's name
     * @return empty when missing or not a list; elements that are not texts are left out
     */
    public List<String> textList(String member) {
        return list(member).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private List<?> list(String member) {
        return value(member)
                .filter(List.class::isInstance)
                .map(l -> (List<?>) l)
                .orElse(List.of());
    }

    /**
     * The names of all members.
     *
     * @return in the document's order and spelling
     */
    public List<String> names() {
        return members.keySet().stream().map(String::valueOf).toList();
    }

    /**
     * The members that are texts.
     *
     * @return name to text, in the document's order and spelling
     */
    public Map<String, String> textMembers() {
        var texts = new LinkedHashMap<String, String>();
        members.forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(String.valueOf(name), text);
            }
        });
        return texts;
    }

    private Optional<Object> value(String member) {
        Object exact = members.get(member);
        if (exact != null) {
            return Optional.of(exact);
        }
        for (var entry : members.entrySet()) {
            if (entry.getValue() != null && member.equalsIgnoreCase(String.valueOf(entry.getKey()))) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }
}
