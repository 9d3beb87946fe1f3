package io.github.hpccachecmk.examples.openapi;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/** The members that a schema describes, its own and those of the parts that it is made of. */
final class Members {
    private final Map<String, SpecNode> named = new HashMap<>();
    private SpecNode others;
    private final SpecNode anything;

    private Members(SpecNode schema) {
        this.anything = schema.with(MissingNode.getInstance());
        add(schema);
        if (named.isEmpty() && others == null) {
            others = anything;
        }
    }

    static Members of(SpecNode schema) {
        return new Members(schema);
    }

    private void add(SpecNode schema) {
        schema.json()
                .path("properties")
                .properties()
                .forEach(property -> named.put(property.getKey(), schema.with(property.getValue())));
        schema.json().path("allOf").forEach(part -> add(schema.with(part).followed()));
        if (schema.json().path("additionalProperties").isObject()) {
            others = schema.with(schema.json().get("additionalProperties"));
        } else if (schema.json().path("additionalProperties").asBoolean()) {
            others = anything;
        }
    }

    /** A member's schema, or null when there is no such member. */
    SpecNode find(String name) {
        return named.getOrDefault(name, others);
    }
}
