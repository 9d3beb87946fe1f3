package io.github.hpccachecmk.examples.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An operation of a document.
 *
 * @param isVault whether it is one of a vault's own host
 * @param method in capitals
 * @param path the template
 * @param pattern matches paths
 * @param node its description
 * @param parameters its parameters and those of its path
 */
record SpecOperation(
        boolean isVault, String method, String path, Pattern pattern, SpecNode node, List<SpecNode> parameters) {

    static List<SpecOperation> of(SpecNode document) {
        boolean isVault = document.json().has("x-ms-parameterized-host");
        List<SpecOperation> operations = new ArrayList<>();
        for (String paths : List.of("paths", "x-ms-paths")) {
            document.json().path(paths).properties().forEach(path -> {
                for (String method : List.of("get", "put", "post", "patch", "delete", "head")) {
                    if (path.getValue().has(method)) {
                        operations.add(of(document, isVault, path.getKey(), method, path.getValue()));
                    }
                }
            });
        }
        return operations;
    }

    private static SpecOperation of(
            SpecNode document, boolean isVault, String fullPath, String method, JsonNode pathItem) {
        String path = fullPath.replaceFirst("\\?.*", "");
        SpecNode node = document.with(pathItem.get(method));
        List<SpecNode> parameters = new ArrayList<>();
        pathItem.path("parameters")
                .forEach(parameter -> parameters.add(document.with(parameter).followed()));
        node.json()
                .path("parameters")
                .forEach(parameter -> parameters.add(node.with(parameter).followed()));
        return new SpecOperation(
                isVault, method.toUpperCase(Locale.ROOT), path, pattern(path, isVault), node, parameters);
    }

    private static Pattern pattern(String path, boolean isVault) {
        StringBuilder regex = new StringBuilder();
        for (String segment : path.substring(1).split("/", -1)) {
            if (segment.equals("{scope}") || segment.equals("{parentResourcePath}")) {
                regex.append("/.+");
            } else if (isVault && segment.equals("{key-version}")) {
                // Clients leave the last slash out when they mean the newest version.
                regex.append("(?:/[^/]*)?");
            } else {
                regex.append('/').append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }

    /** How exact the template is: one that says more is preferred to one that says less. */
    long literals() {
        return Pattern.compile("/")
                .splitAsStream(path)
                .filter(part -> !part.startsWith("{"))
                .count();
    }

    String id() {
        return node.json().path("operationId").asText();
    }

    /** The description of an answer; missing when there is none. */
    SpecNode response(int status) {
        SpecNode responses = node.get("responses");
        SpecNode exact = responses.get(String.valueOf(status));
        return exact.isMissing() && status >= 400 ? responses.get("default") : exact;
    }

    @Override
    public String toString() {
        return id();
    }
}
