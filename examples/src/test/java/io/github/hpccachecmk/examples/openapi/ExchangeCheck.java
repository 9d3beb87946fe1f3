package io.github.hpccachecmk.examples.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Holds a request and its answer against the operation that describes them. */
final class ExchangeCheck {
    private static final String UNKNOWN = " unknown";

    private final Spec spec;
    private final SchemaCheck schemas = new SchemaCheck();

    ExchangeCheck(Spec spec) {
        this.spec = spec;
    }

    /** What of a request is not as described. */
    List<Deviation> request(SpecOperation operation, JsonNode query, JsonNode body) {
        List<Deviation> found = new ArrayList<>();
        String side = operation.id() + " request ";
        for (SpecNode parameter : operation.parameters()) {
            String name = parameter.json().path("name").asText();
            boolean isRequired = parameter.json().path("required").asBoolean();
            if (parameter.json().path("in").asText().equals("query") && isRequired && !query.has(name)) {
                found.add(new Deviation(side + "?" + name + " missing", "a required parameter is not there"));
            }
            if (parameter.json().path("in").asText().equals("body")) {
                if (!body.isMissingNode()) {
                    check(operation, parameter.get("schema"), body, true, (at, what) -> add(found, side + at, what));
                } else if (isRequired) {
                    found.add(new Deviation(side + "body missing", "a required body is not there"));
                }
            }
        }
        query.fieldNames().forEachRemaining(name -> {
            if (!has(operation, name)) {
                found.add(new Deviation(side + "?" + name + " unknown", "no such parameter"));
            }
        });
        return found;
    }

    /** What of an answer is not as described. */
    List<Deviation> response(SpecOperation operation, int status, JsonNode body) {
        List<Deviation> found = new ArrayList<>();
        String side = operation.id() + " " + status + " ";
        SpecNode response = operation.response(status);
        if (response.isMissing() && status < 400) {
            found.add(new Deviation(side + "status", "no such status is described"));
        } else if (response.isMissing()) {
            schemas.check(spec.errorSchema(), body, false, (at, what) -> add(found, side + at, what));
        } else if (response.get("schema").isMissing()) {
            if (!body.isMissingNode()) {
                found.add(new Deviation(side + "body", "no body is described: " + body));
            }
        } else if (body.isMissingNode()) {
            found.add(new Deviation(side + "no body", "a body is described"));
        } else {
            check(operation, response.get("schema"), body, false, (at, what) -> add(found, side + at, what));
        }
        return found;
    }

    /** What the document lacks is held against the newest version of the service. */
    private void check(
            SpecOperation operation,
            SpecNode schema,
            JsonNode body,
            boolean isRequest,
            BiConsumer<String, String> found) {
        schemas.check(schema, body, isRequest, (at, what) -> {
            if (!at.endsWith(UNKNOWN)) {
                found.accept(at, what);
                return;
            }
            String pointer = at.substring(0, at.length() - UNKNOWN.length());
            spec.newer()
                    .complaint(operation.id(), pointer, body, isRequest)
                    .ifPresent(complaint -> found.accept(at, what + "; " + complaint));
        });
    }

    private static void add(List<Deviation> found, String key, String detail) {
        found.add(new Deviation(key, detail));
    }

    private static boolean has(SpecOperation operation, String name) {
        return operation.parameters().stream()
                .anyMatch(parameter -> parameter.json().path("in").asText().equals("query")
                        && parameter.json().path("name").asText().equals(name));
    }
}
