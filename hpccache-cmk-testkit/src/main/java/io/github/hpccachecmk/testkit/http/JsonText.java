package io.github.hpccachecmk.testkit.http;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import com.azure.json.JsonWriter;
import io.github.hpccachecmk.testkit.world.JsonNull;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between JSON text and the trees that the kernel speaks: maps, lists, texts, numbers, truth values and {@link JsonNull}. */
final class JsonText {
    private static final String LINE_END = "\r\n";
    private static final String INDENT = "  ";

    private JsonText() {}

    /**
     * The tree of a text.
     *
     * @throws IOException when it is no JSON
     */
    static Object read(String text) throws IOException {
        try (var reader = JsonProviders.createReader(text)) {
            reader.nextToken();
            return value(reader);
        }
    }

    private static Object value(JsonReader reader) throws IOException {
        var token = reader.currentToken();
        if (token == null) {
            throw new IOException("no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> object(reader);
            case START_ARRAY -> array(reader);
            case STRING -> reader.getString();
            case BOOLEAN -> reader.getBoolean();
            case NUMBER -> number(reader.getText());
            case NULL -> JsonNull.NULL;
            default -> throw new IOException("unexpected " + token);
        };
    }

    private static Map<String, Object> object(JsonReader reader) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (reader.nextToken() != JsonToken.END_OBJECT) {
            var name = reader.getFieldName();
            reader.nextToken();
            members.put(name, value(reader));
        }
        return members;
    }

    private static List<Object> array(JsonReader reader) throws IOException {
        var elements = new ArrayList<>();
        while (reader.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(reader));
        }
        return elements;
    }

    /** The narrowest type that holds it, so that a number read equals the same number written in a test. */
    private static Object number(String text) {
        try {
            long whole = Long.parseLong(text);
            if (whole == (int) whole) {
                return (int) whole;
            }
            return whole;
        } catch (NumberFormatException fraction) {
            return Double.valueOf(text);
        }
    }

    /** The text of a tree, indented and with the line ends that Resource Manager uses. */
    static String write(Object tree) {
        var text = new StringWriter();
        try (var writer = JsonProviders.createWriter(text)) {
            write(writer, tree);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return indented(text.toString());
    }

    private static void write(JsonWriter writer, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            writer.writeStartObject();
            for (var member : map.entrySet()) {
                writer.writeFieldName(String.valueOf(member.getKey()));
                write(writer, member.getValue());
            }
            writer.writeEndObject();
        } else if (value instanceof List<?> list) {
            writer.writeStartArray();
            for (var element : list) {
                write(writer, element);
            }
            writer.writeEndArray();
        } else if (value == JsonNull.NULL) {
            writer.writeNull();
        } else {
            writer.writeUntyped(value);
        }
    }

    private static String indented(String compact) {
        var text = new StringBuilder(compact.length() * 2);
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < compact.length(); i++) {
            char c = compact.charAt(i);
            if (quoted) {
                text.append(c);
                if (c == '\\') {
                    text.append(compact.charAt(++i));
                } else if (c == '"') {
                    quoted = false;
                }
                continue;
            }
            switch (c) {
                case '"' -> {
                    quoted = true;
                    text.append(c);
                }
                case '{', '[' -> {
                    text.append(c);
                    char next = compact.charAt(i + 1);
                    if (next == '}' || next == ']') {
                        text.append(next);
                        i++;
                    } else {
                        newLine(text, ++depth);
                    }
                }
                case '}', ']' -> {
                    newLine(text, --depth);
                    text.append(c);
                }
                case ',' -> {
                    text.append(c);
                    newLine(text, depth);
                }
                case ':' -> text.append(": ");
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    private static void newLine(StringBuilder text, int depth) {
        text.append(LINE_END).append(INDENT.repeat(depth));
    }
}
