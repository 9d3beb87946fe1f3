package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.TargetSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that a create sends, as one line that an approved plan is held to: two creates have the same line only when they send
 * the same, and the same line in every process, whatever the order in which a map gives its members. Pure.
 */
final class CreateSummary {
    private CreateSummary() {}

    static String of(TargetSpec spec) {
        return "PUT " + spec.sku() + " in " + spec.location() + " under key "
                + spec.encryption().key()
                + spec.encryption().sourceVault().map(vault -> " of " + vault).orElse("") + ", identity "
                + spec.identity().kind().wireName() + " "
                + text(spec.identity().userAssigned())
                + ", zones " + text(spec.zones()) + ", tags " + text(spec.tags()) + ", " + text(spec.properties());
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> members) {
            var sorted = new TreeMap<String, String>();
            members.forEach((name, member) -> sorted.put(text(name), text(member)));
            return sorted.entrySet().stream()
                    .map(member -> member.getKey() + ": " + member.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> items) {
            return items.stream().map(CreateSummary::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        // Quoted, so that a tag's value cannot pass for another member.
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
