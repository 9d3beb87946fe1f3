package io.github.hpccachecmk.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.report.WriteKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the published JSON Schema of plans equal to the code; {@code -Dcmk.docs.update=true} writes it. */
class PlanSchemaTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "schema", "plan-1.schema.json");
    private static final Map<String, ?> TEXT = Map.of("type", "string");

    @Test
    void publishedSchema_isThatOfTheCode() throws IOException {
        var expected = Json.of(schema());
        if (Boolean.getBoolean("cmk.docs.update")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(DOCUMENT)
                .as("written from the enums with -Dcmk.docs.update=true")
                .content()
                .isEqualToNormalizingNewlines(expected);
    }

    @Test
    void everyMemberOfAPlan_isInTheSchemaAndTheOtherWayRound() {
        var plan = PlanRenderingTest.plan("x").toMap();
        assertThat(plan.keySet()).isEqualTo(properties(schema()).keySet());
        assertThat(first(plan, "findings").keySet())
                .isEqualTo(properties(finding()).keySet());
        assertThat(first(plan, "writes").keySet()).isEqualTo(properties(write()).keySet());
    }

    private static Map<?, ?> first(Map<String, Object> plan, String list) {
        return (Map<?, ?>) ((List<?>) plan.get(list)).get(0);
    }

    private static Map<?, ?> properties(Map<String, ?> schema) {
        return (Map<?, ?>) schema.get("properties");
    }

    private static Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("schema", Map.of("const", 1));
        properties.put("subject", TEXT);
        properties.put("findings", list(finding()));
        properties.put("writes", list(write()));
        properties.put("expectedCalls", Map.of("type", "integer"));
        properties.put("madeAt", ordered("type", "string", "format", "date-time"));
        properties.put("digest", ordered("type", "string", "pattern", "^[0-9a-f]{64}$"));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Plan of hpccache-cmk, schema 1");
        schema.putAll(object(properties, List.copyOf(properties.keySet())));
        return schema;
    }

    private static Map<String, Object> finding() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("rule", TEXT);
        properties.put("severity", oneOf(Severity.values()));
        properties.put("subject", TEXT);
        properties.put("message", TEXT);
        properties.put("remedy", TEXT);
        properties.put("code", oneOf(ErrorCode.values()));
        properties.put("documentation", TEXT);
        return object(properties, List.of("rule", "severity", "subject", "message", "remedy"));
    }

    private static Map<String, Object> write() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("kind", oneOf(WriteKind.values()));
        properties.put("scope", TEXT);
        properties.put("authority", TEXT);
        properties.put("summary", TEXT);
        properties.put("reason", TEXT);
        return object(properties, List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return ordered("type", "object", "required", required, "properties", properties, "additionalProperties", false);
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return ordered("type", "array", "items", items);
    }

    private static Map<String, Object> oneOf(Enum<?>[] constants) {
        return Map.of("enum", Stream.of(constants).map(Enum::name).toList());
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
