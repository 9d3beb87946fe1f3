package io.github.hpccachecmk.examples.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An example that a document gives for an operation.
 *
 * @param file its file's name
 * @param operation what it is an example of
 * @param parameters path, query and body by the names of the document
 * @param responses by status
 */
record OfficialExample(String file, SpecOperation operation, Map<String, JsonNode> parameters, JsonNode responses) {
    private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";
    /** Key Vault Crypto Service Encryption User: Microsoft's list of built-in roles. */
    static final String ROLE = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

    private static final String CUSTOM_ROLE = "0c867c2a-1d8c-454a-a3db-ab2ea1bdc8bb";
    private static final String VERSION = "3540a47df75541378d3518c6a4bdf5af";

    static Stream<OfficialExample> of(SpecOperation operation) {
        return operation.node().json().path("x-ms-examples").findValuesAsText("$ref").stream()
                .map(reference ->
                        operation.node().file().resolveSibling(reference).normalize())
                .filter(path -> path.toFile().exists())
                .map(path -> {
                    JsonNode json = read(path);
                    return new OfficialExample(
                            path.getFileName().toString(),
                            operation,
                            members(json.path("parameters")),
                            json.path("responses"));
                });
    }

    /** Reads an example; what stands for a value only, or for a place that sells no caches, is replaced. */
    private static JsonNode read(Path path) {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(path)
                            .replaceAll("(?i)\"subId\"", '"' + SUBSCRIPTION + '"')
                            .replaceAll("(?i)subscriptions/subId/", "subscriptions/" + SUBSCRIPTION + "/")
                            .replace(
                                    "\"roleDefinitionId\": \"roleDefinitionId\"",
                                    "\"roleDefinitionId\": \"" + role(path) + '"')
                            .replaceAll("roleDefinitions/[0-9a-f-]{32,36}", "roleDefinitions/" + ROLE)
                            .replaceAll("(/keys/key[0-9]+)/test", "$1/" + VERSION)
                            .replace("\"westus\"", "\"eastus\""));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is put or deleted is no built-in role: those stay as they are. */
    private static String role(Path path) {
        return path.endsWith("PutRoleDefinition.json") || path.endsWith("DeleteRoleDefinition.json")
                ? CUSTOM_ROLE
                : ROLE;
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new HashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    /** This example with the names of another's path, so that it makes what the other needs. */
    OfficialExample namedAs(OfficialExample other) {
        Map<String, JsonNode> merged = new HashMap<>(parameters);
        operation.parameters().stream()
                .filter(one -> one.json().path("in").asText().equals("path"))
                .map(one -> one.json().path("name").asText())
                .filter(other.parameters::containsKey)
                .forEach(name -> merged.put(name, other.parameters.get(name)));
        return new OfficialExample(file, operation, merged, responses);
    }

    String text(String parameter) {
        return parameters.containsKey(parameter) ? parameters.get(parameter).asText() : "";
    }

    JsonNode body() {
        return parameters("body").stream()
                .filter(parameters::containsKey)
                .map(parameters::get)
                .findFirst()
                .orElseGet(() -> operation.node().json().path("no body"));
    }

    String path() {
        String path = operation.path();
        for (var parameter : parameters.entrySet()) {
            if (parameter.getValue().isValueNode()) {
                path = path.replace(
                        "{" + parameter.getKey() + "}", parameter.getValue().asText());
            }
        }
        return path.replace("//", "/");
    }

    WireRequest request() {
        Map<String, String> query = new HashMap<>();
        parameters("query").stream()
                // A token to go on with is good for the service that gave it only.
                .filter(name -> parameters.containsKey(name) && !name.equals("$skiptoken"))
                .forEach(name -> query.put(name, text(name)));
        query.putIfAbsent("api-version", text("api-version"));
        String host = operation.isVault() ? URI.create(text("vaultBaseUrl")).getHost() : Spec.ARM_HOST;
        Object body = Json.tree(body());
        return new WireRequest(operation.method(), host, path(), query, Map.of(), body, FakeAzure.OWNER);
    }

    private List<String> parameters(String in) {
        return operation.parameters().stream()
                .filter(one -> one.json().path("in").asText().equals(in))
                .map(one -> one.json().path("name").asText())
                .toList();
    }

    @Override
    public String toString() {
        return file;
    }
}
