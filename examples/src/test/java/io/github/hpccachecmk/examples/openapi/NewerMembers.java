package io.github.hpccachecmk.examples.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Members that the newest version of Microsoft.StorageCache has and the OpenAPI documents at hand, which are older, have not: read from the
 * list of its types that Bicep publishes. It tells type, pattern and whether a member is read-only.
 */
final class NewerMembers {
    private static final String LIST = "newest/Microsoft.StorageCache.2026-01-01.types.md";
    private static final Pattern TYPE = Pattern.compile("## (?:Resource Microsoft\\.StorageCache/)?([\\w/]+)(?:@.*)?");
    private static final Pattern MEMBER = Pattern.compile("\\* \\*\\*(\\w+)\\*\\*: (.*)");
    private static final Pattern LINK = Pattern.compile("\\[(\\w+)]\\(#.*");
    private static final Pattern READ_ONLY = Pattern.compile("\\((?:\\w+, )*ReadOnly(?:, \\w+)*\\):");
    private static final Pattern PATTERN = Pattern.compile("pattern: \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Map<String, String> RESOURCES = Map.of("amlFilesystems", "amlFilesystems", "Caches", "caches");

    private final Map<String, Map<String, String>> types = new HashMap<>();

    NewerMembers(List<String> lines) {
        Map<String, String> members = new HashMap<>();
        for (String line : lines) {
            Matcher type = TYPE.matcher(line);
            Matcher member = MEMBER.matcher(line);
            if (type.matches()) {
                members = types.computeIfAbsent(type.group(1), name -> new HashMap<>());
            } else if (member.matches()) {
                members.put(member.group(1), member.group(2));
            }
        }
    }

    static NewerMembers in(Path directory) {
        try {
            return new NewerMembers(Files.readAllLines(directory.resolve(LIST)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * What is wrong with a member that the OpenAPI document lacks; empty when the newest version has it like that.
     *
     * @param operation the operation's id
     * @param pointer where it is, with an asterisk for any element of a list or any name
     * @param body what the member is in
     */
    Optional<String> complaint(String operation, String pointer, JsonNode body, boolean isRequest) {
        String type = RESOURCES.getOrDefault(operation.replaceFirst("_.*", ""), "");
        String described = "";
        for (String name : pointer.replaceFirst("^/value/\\*", "").substring(1).split("/", -1)) {
            if (!name.equals("*")) {
                described = types.getOrDefault(type, Map.of()).getOrDefault(name, "");
                Matcher link = LINK.matcher(described);
                type = link.matches() ? link.group(1) : "";
            }
        }
        if (described.isEmpty()) {
            return Optional.of("the newest version has no such member either");
        }
        if (isRequest && READ_ONLY.matcher(described).find()) {
            return Optional.of("read-only in the newest version");
        }
        String wanted = described;
        return at(body, pointer).allMatch(value -> isOfType(wanted, value))
                ? Optional.empty()
                : Optional.of("in the newest version it is " + described);
    }

    private static Stream<JsonNode> at(JsonNode body, String pointer) {
        Stream<JsonNode> found = Stream.of(body);
        for (String name : pointer.substring(1).split("/", -1)) {
            found = found.flatMap(node -> name.equals("*") ? elements(node) : Stream.of(node.path(name)))
                    .filter(node -> !node.isMissingNode());
        }
        return found;
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static boolean isOfType(String described, JsonNode value) {
        if (described.startsWith("string[]")) {
            return value.isArray() && elements(value).allMatch(JsonNode::isTextual);
        }
        if (described.startsWith("string")) {
            Matcher pattern = PATTERN.matcher(described);
            return value.isTextual() && (!pattern.find() || value.textValue().matches(pattern.group(1)));
        }
        if (described.startsWith("int")) {
            return value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
        }
        return !described.startsWith("bool") || value.isBoolean();
    }
}
