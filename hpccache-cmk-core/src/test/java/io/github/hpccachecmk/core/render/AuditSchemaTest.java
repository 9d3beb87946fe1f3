package io.github.hpccachecmk.core.render;

import static io.github.hpccachecmk.core.render.Schemas.NUMBER;
import static io.github.hpccachecmk.core.render.Schemas.TEXT;
import static io.github.hpccachecmk.core.render.Schemas.TIME;
import static io.github.hpccachecmk.core.render.Schemas.TRUTH;
import static io.github.hpccachecmk.core.render.Schemas.first;
import static io.github.hpccachecmk.core.render.Schemas.list;
import static io.github.hpccachecmk.core.render.Schemas.object;
import static io.github.hpccachecmk.core.render.Schemas.oneOf;
import static io.github.hpccachecmk.core.render.Schemas.ordered;
import static io.github.hpccachecmk.core.render.Schemas.properties;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.audit.AuditVerdict;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.inspection.Encryption;
import io.github.hpccachecmk.inspection.IdentityAccess;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeps the published JSON Schema of audits equal to the code. */
class AuditSchemaTest {
    private static final Map<String, ?> COUNTS = ordered("type", "object", "additionalProperties", NUMBER);

    @Test
    void publishedSchema_isThatOfTheCode() throws IOException {
        Schemas.assertPublished("audit-1.schema.json", schema());
    }

    @Test
    @SuppressWarnings("unchecked") // the portable form's own shape
    void everyMemberOfAReport_isInTheSchemaAndTheOtherWayRound() {
        var report = SomeAudits.of("x").toMap();
        var resources = (List<Map<String, Object>>) report.get("resources");
        var waiting = resources.get(2);

        assertThat(report.keySet()).isEqualTo(properties(schema()).keySet());
        assertThat(((Map<?, ?>) report.get("summary")).keySet())
                .isEqualTo(properties(summary()).keySet());
        assertThat(waiting.keySet()).isEqualTo(properties(resource()).keySet());
        assertThat(first(waiting, "problems").keySet())
                .isEqualTo(properties(problem()).keySet());
        assertThat(first(waiting, "access").keySet())
                .isEqualTo(properties(access()).keySet());
        assertThat(resources)
                .allSatisfy(row -> assertThat(row.keySet())
                        .containsAll((List<String>) resource().get("required")));
    }

    private static Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("schema", Map.of("const", 1));
        properties.put("summary", summary());
        properties.put("resources", list(resource()));
        return Schemas.document(
                "Audit of hpccache-cmk, schema 1", object(properties, List.copyOf(properties.keySet())));
    }

    private static Map<String, Object> summary() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("scope", TEXT);
        properties.put("startedAt", TIME);
        properties.put("endedAt", TIME);
        properties.put("verdict", oneOf(AuditVerdict.values()));
        properties.put("exitCode", NUMBER);
        properties.put("resources", NUMBER);
        properties.put("encrypted", NUMBER);
        properties.put("waiting", NUMBER);
        properties.put("readAgain", NUMBER);
        properties.put("problemsByRule", COUNTS);
        properties.put("problemsBySeverity", COUNTS);
        properties.put("unknowns", NUMBER);
        properties.put("elsewhere", list(problem()));
        properties.put("gaps", list(Schemas.finding()));
        return object(properties, List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> resource() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("target", TEXT);
        properties.put("observedAt", TIME);
        properties.put("encryption", oneOf(Encryption.values()));
        properties.put("provisioningState", TEXT);
        properties.put("health", TEXT);
        properties.put("healthTexts", list(TEXT));
        properties.put("key", TEXT);
        properties.put("vault", TEXT);
        properties.put("newestKey", TEXT);
        properties.put("keyEnabled", TRUTH);
        properties.put("keyExpires", TIME);
        properties.put("daysToExpiry", NUMBER);
        properties.put("access", list(access()));
        properties.put("autoRotation", TRUTH);
        properties.put("deadline", TIME);
        properties.put("outlook", TEXT);
        properties.put("problems", list(problem()));
        properties.put("unknowns", list(Schemas.finding()));
        properties.put("passed", list(Schemas.finding()));
        properties.put("location", TEXT);
        properties.put("source", oneOf(AuditedResource.Source.values()));
        properties.put("minutesLeft", NUMBER);
        properties.put("control", TEXT);
        properties.put("isCompliant", TRUTH);
        return object(
                properties,
                List.of(
                        "target",
                        "observedAt",
                        "encryption",
                        "healthTexts",
                        "access",
                        "outlook",
                        "problems",
                        "unknowns",
                        "passed",
                        "source",
                        "control"));
    }

    private static Map<String, Object> access() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("principal", TEXT);
        properties.put("identity", TEXT);
        properties.put("state", oneOf(IdentityAccess.State.values()));
        properties.put("since", TIME);
        return object(properties, List.of("principal", "identity", "state"));
    }

    /** A request's own form is not described here: {@code Requests.fromMap} reads it. */
    private static Map<String, Object> problem() {
        var properties = Schemas.findingMembers();
        properties.put("cure", Map.of("type", "object"));
        return object(properties, Schemas.FINDING_REQUIRED);
    }
}
