package io.github.hpccachecmk.core.render;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes portable forms (maps, lists, texts, numbers, truth values) as JSON, indented by two blanks, members in the map's own
 * order. Write-only: reading is left to the JSON library of whoever reads. Pure.
 */
public final class Json {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder(1024);

    private Json() {}

    /**
     * A form as a JSON document that ends with a line feed.
     *
     * @throws IllegalArgumentException when the form holds something else than the types above
     */
    public static String of(Map<String, ?> form) {
        var json = new Json();
        json.value(form, "\n");
        return json.out.append('\n').toString();
    }

    private void value(Object value, String lineBreak) {
        if (value instanceof Map<?, ?> members) {
            block('{', members.entrySet().iterator(), '}', lineBreak, member -> {
                text(String.valueOf(member.getKey()));
                out.append(": ");
                value(member.getValue(), lineBreak + INDENT);
            });
        } else if (value instanceof List<?> items) {
            block('[', items.iterator(), ']', lineBreak, item -> value(item, lineBreak + INDENT));
        } else if (value instanceof CharSequence characters) {
            text(characters.toString());
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("not part of a portable form: " + value.getClass());
        }
    }

    private <T> void block(char open, Iterator<? extends T> parts, char close, String lineBreak, Part<T> part) {
        out.append(open);
        boolean isEmpty = !parts.hasNext();
        while (parts.hasNext()) {
            out.append(lineBreak).append(INDENT);
            part.write(parts.next());
            out.append(parts.hasNext() ? "," : "");
        }
        out.append(isEmpty ? "" : lineBreak).append(close);
    }

    private void text(String text) {
        out.append('"').append(Encoder.JSON.encode(text)).append('"');
    }

    /** Writes one member or item. */
    @FunctionalInterface
    private interface Part<T> {
        void write(T part);
    }
}
