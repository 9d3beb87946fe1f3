package io.github.hpccachecmk.examples.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.world.HostKind;
import io.github.hpccachecmk.testkit.world.WireAddress;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every example of the services' documents, sent to a FakeAzure in which there is what it speaks of: the status is one of
 * the example's, and what the example's answer repeats of its request comes back.
 */
class OfficialExamplesTest {
    /** What has to be made before an operation on it, by a part of the path; parents first. */
    private static final List<Map.Entry<String, String>> MADE_BY = List.of(
            Map.entry("/caches", "Caches_CreateOrUpdate.json"),
            Map.entry("/amlFilesystems", "amlFilesystems_CreateOrUpdate.json"),
            Map.entry("/vaults", "createVault.json"),
            Map.entry("/keys", "createKey.json"),
            Map.entry("/userAssignedIdentities", "IdentityCreate.json"),
            Map.entry("/roleAssignments", "RoleAssignments_CreateForSubscription.json"));

    private final List<Deviation> deviations = new ArrayList<>();
    private List<OfficialExample> examples = List.of();
    private ExchangeCheck check;
    private DeviationList knownOfSchemas;
    private int replayed;

    @Test
    void everyOfficialExample_isAnsweredAsItSays() throws IOException {
        Spec spec = Spec.givenOrSkip();
        check = new ExchangeCheck(spec);
        knownOfSchemas = DeviationList.of("deviations.txt");
        examples = spec.operations().stream().flatMap(OfficialExample::of).toList();
        TreeSet<String> failed = new TreeSet<>();
        for (OfficialExample example : examples) {
            int before = deviations.size();
            if (isServed(example)) {
                replayed++;
                replay(example);
                if (deviations.size() > before) {
                    failed.add(example.file());
                }
            } else {
                deviations.add(new Deviation(example.operation().id() + " not served", example.path()));
            }
        }
        DeviationList known = DeviationList.of("examples.txt");

        System.out.printf(
                "Official examples: %d, of operations served %d, passed %d, with deviations %s%n",
                examples.size(), replayed, replayed - failed.size(), failed);
        assertThat(replayed).isPositive();
        assertThat(known.complaints(deviations, true)).isEmpty();
    }

    private static boolean isServed(OfficialExample example) {
        WireRequest request = example.request();
        HostKind host = example.operation().isVault() ? HostKind.VAULT : HostKind.ARM;
        return FakeAzure.create()
                .kernel()
                .routes()
                .match(host, request.method(), request.path())
                .isPresent();
    }

    private void replay(OfficialExample example) {
        ExampleWorld world = new ExampleWorld(example);
        if (example.operation().isVault()) {
            world.furnish(example);
        }
        WireRequest request = prepared(world, example);
        world.furnish(example);
        WireResponse answer = world.azure().answer(request);
        JsonNode body = Json.node(answer.body());
        if (!example.responses().has(String.valueOf(answer.status()))) {
            deviations.add(new Deviation(
                    example.file() + " status " + answer.status(),
                    "legal: "
                            + List.copyOf(example.responses().properties()).stream()
                                    .map(Map.Entry::getKey)
                                    .toList() + ", answer: " + body));
            return;
        }
        JsonNode expected =
                example.responses().path(String.valueOf(answer.status())).path("body");
        compare(example, "", example.body(), expected, body);
        check.response(example.operation(), answer.status(), body).stream()
                .filter(one -> !knownOfSchemas.knows(one))
                .forEach(deviations::add);
    }

    /** Makes what the example acts on; gives its request. */
    private WireRequest prepared(ExampleWorld world, OfficialExample example) {
        FakeAzure azure = world.azure();
        String path = example.operation().path();
        String id = example.operation().id();
        if (example.operation().isVault()) {
            if (path.startsWith("/deletedkeys")) {
                String key = example.text("key-name").isEmpty() ? "any" : example.text("key-name");
                azure.answer(new WireRequest(
                        "DELETE",
                        example.request().host(),
                        "/keys/" + key,
                        Map.of("api-version", "7.5"),
                        Map.of(),
                        null,
                        FakeAzure.OWNER));
                azure.advance(Duration.ofMinutes(5));
            }
            return example.request();
        }
        boolean isCreate = example.request().method().equals("PUT") && !path.contains("/accessPolicies/");
        WireResponse made = null;
        for (var maker : MADE_BY) {
            boolean isOwn = path.endsWith(maker.getKey() + "/{" + lastParameter(path) + "}") && isCreate;
            if (path.contains(maker.getKey()) && !isOwn && !path.contains("/providers/Microsoft.Authorization/locks")) {
                made = make(world, example, maker.getValue());
            }
        }
        if (id.equals("RoleAssignments_GetById") || id.equals("RoleAssignments_DeleteById")) {
            make(world, example, "RoleAssignments_CreateById.json");
        }
        if (id.equals("AscOperations_Get")) {
            made = make(world, example, "Caches_CreateOrUpdate.json");
            WireAddress url = WireAddress.of(made.header("Azure-AsyncOperation").orElse("https://none/none"));
            return new WireRequest("GET", url.host(), url.path(), url.query(), Map.of(), null, FakeAzure.OWNER);
        }
        if (id.contains("Deleted")) {
            made = make(world, example, "createVault.json");
            String vault = made.document().text("id").orElse("/none");
            azure.answer(WireRequest.arm("DELETE", vault, "2023-07-01", null, FakeAzure.OWNER));
        }
        if (id.equals("Keys_GetVersion")) {
            String uri = made.document().text("properties.keyUriWithVersion").orElse("/none");
            String version = uri.substring(uri.lastIndexOf('/') + 1);
            WireRequest request = example.request();
            return new WireRequest(
                    "GET",
                    request.host(),
                    request.path().replaceFirst("[^/]+$", version),
                    request.query(),
                    Map.of(),
                    null,
                    FakeAzure.OWNER);
        }
        return example.request();
    }

    private static String lastParameter(String path) {
        return path.replaceFirst(".*\\{", "").replaceFirst("}.*", "");
    }

    private WireResponse make(ExampleWorld world, OfficialExample example, String file) {
        OfficialExample maker = examples.stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow()
                .namedAs(example);
        world.furnish(maker);
        WireResponse made = world.azure().answer(maker.request());
        if (!made.isSuccess()) {
            deviations.add(new Deviation(example.file() + " needs " + file + " " + made, String.valueOf(made.body())));
        }
        world.azure().advance(Duration.ofHours(1));
        return made;
    }

    /** What the example's answer has as its request had it, ours has so, too. */
    private void compare(OfficialExample example, String at, JsonNode sent, JsonNode expected, JsonNode actual) {
        expected.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode was = sent.path(name);
            if (was.isObject() && member.getValue().isObject()) {
                compare(
                        example,
                        at + "/" + (name.startsWith("/") ? "*" : name),
                        was,
                        member.getValue(),
                        actual.path(name));
            } else if (!was.isMissingNode() && was.equals(member.getValue()) && !same(was, actual.path(name))) {
                deviations.add(new Deviation(
                        example.file() + " " + at + "/" + name + " differs",
                        "sent and expected " + was + ", came back " + actual.path(name)));
            }
        });
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        return expected.isNumber() ? expected.asDouble() == actual.asDouble() : expected.equals(actual);
    }
}
