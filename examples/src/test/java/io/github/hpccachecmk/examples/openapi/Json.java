package io.github.hpccachecmk.examples.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hpccachecmk.testkit.world.JsonNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between Jackson's trees and those of the test kit. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** The test kit's form; null when there is nothing. */
    static Object tree(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new LinkedHashMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), tree(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            List<Object> elements = new ArrayList<>();
            node.forEach(element -> elements.add(tree(element)));
            return elements;
        }
        if (node.isNull()) {
            return JsonNull.NULL;
        }
        return node.isMissingNode() ? null : MAPPER.convertValue(node, Object.class);
    }

    /** Jackson's form. */
    static JsonNode node(Object tree) {
        if (tree == null) {
            return MAPPER.missingNode();
        }
        return MAPPER.valueToTree(plain(tree));
    }

    private static Object plain(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((name, value) -> members.put(String.valueOf(name), plain(value)));
            return members;
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(Json::plain).toList();
        }
        return tree == JsonNull.NULL ? null : tree;
    }
}
