package io.github.hpccachecmk.examples.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A part of an OpenAPI document, knowing where it is, so that references over files can be followed. */
record SpecNode(Documents documents, Path file, JsonNode json) {
    /** The documents, each read once. */
    static final class Documents {
        private final ObjectMapper mapper = new ObjectMapper();
        private final Map<Path, JsonNode> read = new ConcurrentHashMap<>();

        SpecNode open(Path file) {
            Path normal = file.toAbsolutePath().normalize();
            return new SpecNode(this, normal, read.computeIfAbsent(normal, this::parse));
        }

        private JsonNode parse(Path file) {
            try {
                return mapper.readTree(file.toFile());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** A member; missing members are empty nodes. References are followed. */
    SpecNode get(String member) {
        return with(json.path(member)).followed();
    }

    SpecNode with(JsonNode part) {
        return new SpecNode(documents, file, part);
    }

    boolean isMissing() {
        return json.isMissingNode();
    }

    /** What a reference, or a chain of them, leads to; itself when it is none. */
    SpecNode followed() {
        if (!json.path("$ref").isTextual()) {
            return this;
        }
        String reference = json.get("$ref").textValue();
        int hash = reference.indexOf('#');
        Path target = hash == 0 ? file : file.resolveSibling(hash < 0 ? reference : reference.substring(0, hash));
        SpecNode document = documents.open(target);
        SpecNode found = hash < 0 ? document : document.with(document.json.at(reference.substring(hash + 1)));
        if (found.isMissing()) {
            throw new IllegalStateException(file + " refers to " + reference + ", which is not there");
        }
        return found.followed();
    }

    /** This part with references that are good anywhere. */
    JsonNode portable() {
        JsonNode copy = json.deepCopy();
        makePortable(copy);
        return copy;
    }

    private void makePortable(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            String reference = object.get("$ref").textValue();
            int hash = reference.indexOf('#');
            Path target = hash == 0
                    ? file
                    : file.resolveSibling(reference.substring(0, hash)).normalize();
            object.put("$ref", target.toUri() + reference.substring(hash));
        }
        node.forEach(this::makePortable);
    }
}
