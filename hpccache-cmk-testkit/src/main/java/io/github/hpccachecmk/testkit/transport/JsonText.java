package io.github.hpccachecmk.testkit.transport;

import io.github.hpccachecmk.testkit.world.JsonNull;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Between JSON text and the trees that the kernel speaks: maps, lists, texts, numbers, truth values and {@link JsonNull}. */
public final class JsonText {
    private static final String LINE_END = "\r\n";
    private static final String INDENT = "  ";

    private JsonText() {}

    /**
     * The tree of a text.
     *
     * @throws IOException when it is no JSON
     */
    public static Object read(String text) throws IOException {
        return new JsonReading(text).document();
    }

    /** The text of a tree, indented and with the line ends that Resource Manager uses. */
    public static String write(Object tree) {
        var text = new StringBuilder();
        write(text, tree, 0);
        return text.toString();
    }

    private static void write(StringBuilder text, Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            writeMap(text, map, depth);
        } else if (value instanceof List<?> list) {
            writeList(text, list, depth);
        } else if (value instanceof Number || value instanceof Boolean || value == JsonNull.NULL) {
            text.append(value);
        } else {
            quote(text, String.valueOf(value));
        }
    }

    private static void writeMap(StringBuilder text, Map<?, ?> map, int depth) {
        text.append('{');
        boolean isFirst = true;
        for (var member : map.entrySet()) {
            newLine(isFirst ? text : text.append(','), depth + 1);
            quote(text, String.valueOf(member.getKey()));
            write(text.append(": "), member.getValue(), depth + 1);
            isFirst = false;
        }
        end(text, map.isEmpty(), depth).append('}');
    }

    private static void writeList(StringBuilder text, List<?> list, int depth) {
        text.append('[');
        boolean isFirst = true;
        for (var element : list) {
            newLine(isFirst ? text : text.append(','), depth + 1);
            write(text, element, depth + 1);
            isFirst = false;
        }
        end(text, list.isEmpty(), depth).append(']');
    }

    private static StringBuilder end(StringBuilder text, boolean isEmpty, int depth) {
        return isEmpty ? text : newLine(text, depth);
    }

    private static StringBuilder newLine(StringBuilder text, int depth) {
        return text.append(LINE_END).append(INDENT.repeat(depth));
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }
}
