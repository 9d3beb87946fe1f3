package io.github.hpccachecmk.examples.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Holds JSON against a schema of a document: types, enums, patterns, required members and formats as JSON Schema draft 4,
 * on which OpenAPI 2.0 stands; and what that draft cannot tell through {@code allOf}: members that no part describes, and
 * read-only members in a request.
 */
final class SchemaCheck {
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    private final Map<SpecNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    /** Tells place and kind of each deviation, and what it is. */
    void check(SpecNode schema, JsonNode value, boolean isRequest, BiConsumer<String, String> found) {
        compiled.computeIfAbsent(schema, node -> factory.getSchema(node.portable(), config))
                .validate(value)
                .forEach(message -> found.accept(
                        place(message.getInstanceLocation().toString()) + " " + message.getType()
                                + (message.getProperty() == null ? "" : " " + message.getProperty()),
                        message.getMessage()));
        walk(schema, value, "", isRequest, found);
    }

    private void walk(
            SpecNode given, JsonNode value, String pointer, boolean isRequest, BiConsumer<String, String> found) {
        SpecNode schema = given.followed();
        if (value.isArray()) {
            value.forEach(element -> walk(schema.get("items"), element, pointer + "/*", isRequest, found));
        } else if (value.isObject()) {
            Members members = Members.of(schema);
            value.properties().forEach(member -> {
                String at = pointer + "/" + segment(member.getKey());
                SpecNode described = members.find(member.getKey());
                if (described == null) {
                    found.accept(at + " unknown", "the document has no such member: " + member.getValue());
                } else {
                    if (isRequest && isReadOnly(described)) {
                        found.accept(at + " read-only", "a request cannot set it: " + member.getValue());
                    }
                    walk(described, member.getValue(), at, isRequest, found);
                }
            });
        }
    }

    private static boolean isReadOnly(SpecNode property) {
        return property.json().path("readOnly").asBoolean()
                || property.followed().json().path("readOnly").asBoolean();
    }

    /** A place without what differs from one occurrence to the next: indexes, and ids as names of members. */
    private static String place(String pointer) {
        return pointer.replaceAll("/\\d+(?=/|$)", "/*").replaceAll("/(~1|%2F)[^/]*", "/*");
    }

    private static String segment(String name) {
        return name.startsWith("/") ? "*" : name;
    }
}
