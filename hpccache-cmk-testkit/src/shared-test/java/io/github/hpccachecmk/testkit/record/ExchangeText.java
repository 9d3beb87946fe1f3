package io.github.hpccachecmk.testkit.record;

import com.azure.json.JsonProviders;
import com.azure.json.JsonWriter;
import io.github.hpccachecmk.testkit.exchange.Exchange;
import io.github.hpccachecmk.testkit.world.JsonNull;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An exchange as a line of JSON. */
final class ExchangeText {
    private ExchangeText() {}

    static String line(Exchange exchange, String test, int count) {
        var request = exchange.request();
        var members = new LinkedHashMap<String, Object>();
        members.put("operation", exchange.operation());
        members.put("test", test);
        members.put("count", count);
        members.put("method", request.method());
        members.put("host", request.host());
        members.put("path", request.path());
        members.put("query", request.query());
        if (request.body() != null) {
            members.put("requestBody", request.body());
        }
        exchange.answer().ifPresent(answer -> {
            members.put("status", answer.status());
            if (answer.body() != null) {
                members.put("responseBody", answer.body());
            }
        });
        return line(members);
    }

    static String line(Map<String, ?> members) {
        var text = new StringWriter();
        try (var writer = JsonProviders.createWriter(text)) {
            write(writer, members);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
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
}
