package io.github.hpccachecmk.azure.implementation;

import com.azure.core.util.BinaryData;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Between JSON and maps, lists, texts, numbers and truth values. Integers become Integer or Long, other numbers Double;
 * members that are {@code null} are left out, which Azure Resource Manager means by null anyway.
 */
final class JsonCodec {
    private static final int DEEPEST = 100;

    private JsonCodec() {}

    /**
     * Reads an object.
     *
     * @param body the text; null and empty stand for an object without members
     * @return an unmodifiable map in the document's order
     * @throws UncheckedIOException when it is no JSON object
     */
    static Map<String, Object> read(@Nullable BinaryData body) {
        if (body == null || body.toBytes().length == 0) {
            return Map.of();
        }
        try (var reader = JsonProviders.createReader(body.toBytes())) {
            if (reader.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            var members = object(reader, 0);
            if (reader.nextToken() != JsonToken.END_DOCUMENT) {
                throw new IOException("text after the JSON object");
            }
            return members;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Writes an object.
     *
     * @param document the members
     * @return its JSON in UTF-8
     */
    static BinaryData write(Map<String, ?> document) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = JsonProviders.createWriter(bytes)) {
            writer.writeUntyped(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return BinaryData.fromBytes(bytes.toByteArray());
    }

    private static Map<String, Object> object(JsonReader reader, int depth) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (reader.nextToken() != JsonToken.END_OBJECT) {
            if (reader.currentToken() != JsonToken.FIELD_NAME) {
                throw new IOException("JSON object without end");
            }
            var name = reader.getFieldName();
            reader.nextToken();
            var value = value(reader, depth + 1);
            if (value != null) {
                members.put(name, value);
            }
        }
        return Collections.unmodifiableMap(members);
    }

    private static List<Object> array(JsonReader reader, int depth) throws IOException {
        var elements = new ArrayList<Object>();
        while (reader.nextToken() != JsonToken.END_ARRAY) {
            var value = value(reader, depth + 1);
            if (value != null) {
                elements.add(value);
            }
        }
        return Collections.unmodifiableList(elements);
    }

    private static @Nullable Object value(JsonReader reader, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("JSON nested more than " + DEEPEST + " deep");
        }
        return switch (reader.currentToken()) {
            case START_OBJECT -> object(reader, depth);
            case START_ARRAY -> array(reader, depth);
            case STRING -> reader.getString();
            case BOOLEAN -> reader.getBoolean();
            case NUMBER -> number(reader.getText());
            case NULL -> null;
            default -> throw new IOException("JSON ends early");
        };
    }

    private static Object number(String text) throws IOException {
        try {
            if (text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
                return Double.valueOf(text);
            }
            long number = Long.parseLong(text);
            if (number == (int) number) {
                return (int) number;
            }
            return number;
        } catch (NumberFormatException outOfRange) {
            throw new IOException("a number beyond 64 bits", outOfRange);
        }
    }
}
