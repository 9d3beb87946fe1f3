package io.github.hpccachecmk.core.render;

import static io.github.hpccachecmk.core.render.Schemas.NUMBER;
import static io.github.hpccachecmk.core.render.Schemas.TEXT;
import static io.github.hpccachecmk.core.render.Schemas.TIME;
import static io.github.hpccachecmk.core.render.Schemas.first;
import static io.github.hpccachecmk.core.render.Schemas.list;
import static io.github.hpccachecmk.core.render.Schemas.object;
import static io.github.hpccachecmk.core.render.Schemas.oneOf;
import static io.github.hpccachecmk.core.render.Schemas.ordered;
import static io.github.hpccachecmk.core.render.Schemas.properties;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.report.WriteKind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeps the published JSON Schema of plans equal to the code. */
class PlanSchemaTest {
    @Test
    void publishedSchema_isThatOfTheCode() throws IOException {
        Schemas.assertPublished("plan-1.schema.json", schema());
    }

    @Test
    void everyMemberOfAPlan_isInTheSchemaAndTheOtherWayRound() {
        var plan = PlanRenderingTest.plan("x").toMap();
        assertThat(plan.keySet()).isEqualTo(properties(schema()).keySet());
        assertThat(first(plan, "findings").keySet())
                .isEqualTo(properties(Schemas.finding()).keySet());
        assertThat(first(plan, "writes").keySet()).isEqualTo(properties(write()).keySet());
    }

    private static Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("schema", Map.of("const", 1));
        properties.put("subject", TEXT);
        properties.put("findings", list(Schemas.finding()));
        properties.put("writes", list(write()));
        properties.put("expectedCalls", NUMBER);
        properties.put("madeAt", TIME);
        properties.put("digest", ordered("type", "string", "pattern", "^[0-9a-f]{64}$"));
        return Schemas.document("Plan of hpccache-cmk, schema 1", object(properties, List.copyOf(properties.keySet())));
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
}
