package io.github.hpccachecmk.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Published JSON Schemas, and the parts that they are built of. */
final class Schemas {
    static final Map<String, ?> TEXT = Map.of("type", "string");
    static final Map<String, ?> NUMBER = Map.of("type", "integer");
    static final Map<String, ?> TRUTH = Map.of("type", "boolean");
    static final Map<String, ?> TIME = ordered("type", "string", "format", "date-time");

    static final List<String> FINDING_REQUIRED = List.of("rule", "severity", "subject", "message", "remedy");

    private Schemas() {}

    /** Holds a published schema against that of the code; {@code -Dcmk.docs.update=true} writes it. */
    static void assertPublished(String file, Map<String, Object> schema) throws IOException {
        var document = Path.of("..", "docs", "schema", file);
        var expected = Json.of(schema);
        if (Boolean.getBoolean("cmk.docs.update")) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, expected);
        }
        assertThat(document)
                .as("written from the enums with -Dcmk.docs.update=true")
                .content()
                .isEqualToNormalizingNewlines(expected);
    }

    static Map<String, Object> document(String title, Map<String, Object> object) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.putAll(object);
        return schema;
    }

    static Map<?, ?> properties(Map<String, ?> schema) {
        return (Map<?, ?>) schema.get("properties");
    }

    static Map<?, ?> first(Map<String, Object> form, String list) {
        return (Map<?, ?>) ((List<?>) form.get(list)).get(0);
    }

    static Map<String, Object> finding() {
        var properties = findingMembers();
        return object(properties, FINDING_REQUIRED);
    }

    static Map<String, Object> findingMembers() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("rule", TEXT);
        properties.put("severity", oneOf(Severity.values()));
        properties.put("subject", TEXT);
        properties.put("message", TEXT);
        properties.put("remedy", TEXT);
        properties.put("code", oneOf(ErrorCode.values()));
        properties.put("documentation", TEXT);
        return properties;
    }

    static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return ordered("type", "object", "required", required, "properties", properties, "additionalProperties", false);
    }

    static Map<String, Object> list(Map<String, ?> items) {
        return ordered("type", "array", "items", items);
    }

    static Map<String, Object> oneOf(Enum<?>[] constants) {
        return Map.of("enum", Stream.of(constants).map(Enum::name).toList());
    }

    static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
