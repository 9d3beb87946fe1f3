package io.github.hpccachecmk.examples.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.world.Caller;
import io.github.hpccachecmk.testkit.world.DirectoryPrincipal;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.platform.Places;
import io.github.hpccachecmk.testkit.world.vault.KeyState;
import io.github.hpccachecmk.testkit.world.vault.KeyVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A FakeAzure in which there is what an example speaks of. */
final class ExampleWorld {
    private static final String DEFAULT_REGION = "eastus";
    private static final String KEY_VERSION = "0698c2156c1a4e1da5b6bab6f6422fd6";
    private static final Pattern KEY_URL = Pattern.compile("https://([^.]+)\\.vault\\.azure\\.net/keys/([^/]+)/(.+)");
    private static final Pattern ARM_ID = Pattern.compile("/?subscriptions/([^/]+)(?:/resourceGroups/([^/]+))?.*");

    private final FakeAzure azure = FakeAzure.create();
    private String region = DEFAULT_REGION;
    private final String group;

    ExampleWorld(OfficialExample example) {
        String subscription = example.text("subscriptionId");
        this.group = "/subscriptions/" + (subscription.isEmpty() ? azure.subscription() : subscription)
                + "/resourceGroups/"
                + (example.text("resourceGroupName").isEmpty() ? "rg" : example.text("resourceGroupName"));
        azure.thirdParty(ExampleWorld::withAllRights);
        exists(group);
    }

    FakeAzure azure() {
        return azure;
    }

    /** Makes what an example's parameters name. */
    void furnish(OfficialExample example) {
        region = example.body().path("location").asText(region);
        if (!example.text("subscriptionId").isEmpty()) {
            String id = "/subscriptions/" + example.text("subscriptionId");
            exists(
                    example.text("resourceGroupName").isEmpty()
                            ? id
                            : id + "/resourceGroups/" + example.text("resourceGroupName"));
        }
        example.parameters().values().forEach(this::furnish);
        if (example.operation().isVault()) {
            String name = example.request().host().replaceFirst("\\..*", "");
            String version = example.text("key-version");
            vault(group + "/providers/Microsoft.KeyVault/vaults/" + name);
            if (!example.text("key-name").isEmpty()) {
                key(name, example.text("key-name"), version.isEmpty() ? KEY_VERSION : version);
            }
        }
    }

    private void furnish(JsonNode value) {
        value.properties().forEach(member -> {
            if (member.getKey().startsWith("/subscriptions/")) {
                exists(member.getKey());
            }
            if (member.getKey().equals("principalId")) {
                String principal = member.getValue().asText();
                azure.thirdParty(world -> world.with(new DirectoryPrincipal(principal, "User", true)));
            }
        });
        value.forEach(this::furnish);
        if (value.isTextual()) {
            Matcher key = KEY_URL.matcher(value.asText());
            if (key.matches()) {
                vault(group + "/providers/Microsoft.KeyVault/vaults/" + key.group(1));
                key(key.group(1), key.group(2), key.group(3));
            } else if (ARM_ID.matcher(value.asText()).matches()) {
                exists(value.asText().startsWith("/") ? value.asText() : "/" + value.asText());
            }
        }
    }

    private void exists(String id) {
        Matcher parts = ARM_ID.matcher(id);
        if (!parts.matches()) {
            throw new IllegalArgumentException(id + " is no ARM id");
        }
        azure.thirdParty(world -> {
            World there = Places.subscription(world, parts.group(1));
            there = Places.provider(there, parts.group(1), "Microsoft.StorageCache", true);
            there = Places.provider(there, parts.group(1), "Microsoft.KeyVault", true);
            return parts.group(2) == null ? there : Places.group(there, parts.group(1), parts.group(2), region);
        });
        if (id.contains("/subnets/")) {
            azure.thirdParty(world -> Places.subnet(world, id, "10.3.0.0/22"));
        } else if (id.contains("/userAssignedIdentities/")) {
            mayUseKeys(
                    id,
                    azure.answer(
                            WireRequest.arm("PUT", id, "2023-01-31", Map.of("location", region), FakeAzure.OWNER)));
        } else if (id.contains("/Microsoft.KeyVault/vaults/")) {
            vault(id);
        } else if (id.contains("/providers/") && !id.contains("/Microsoft.Authorization/")) {
            azure.thirdParty(world -> world.exists(id) ? world : Places.subnet(world, id, ""));
        }
    }

    private void mayUseKeys(String identity, WireResponse made) {
        String subscription = identity.replaceFirst("(?i)/resourceGroups/.*", "");
        String role = subscription + "/providers/Microsoft.Authorization/roleDefinitions/" + OfficialExample.ROLE;
        Doc properties = Doc.of(
                "roleDefinitionId",
                role,
                "principalId",
                made.document().text("properties.principalId").orElseThrow(),
                "principalType",
                "ServicePrincipal");
        String name = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                .toString();
        azure.answer(WireRequest.arm(
                "PUT",
                subscription + "/providers/Microsoft.Authorization/roleAssignments/" + name,
                "2022-04-01",
                Doc.of("properties", properties),
                FakeAzure.OWNER));
        azure.advance(Duration.ofHours(1));
    }

    private void vault(String id) {
        if (!azure.world().exists(id)) {
            Doc properties = Doc.of(
                    "tenantId", azure.tenant(),
                    "sku", Doc.of("family", "A", "name", "standard"),
                    "enableRbacAuthorization", true);
            // One example purges a key.
            Doc kept = id.endsWith("/myvault") ? properties : properties.with("enablePurgeProtection", true);
            azure.answer(WireRequest.arm(
                    "PUT", id, "2023-07-01", Doc.of("location", region, "properties", kept), FakeAzure.OWNER));
            azure.advance(Duration.ofHours(1));
        }
    }

    private void key(String vault, String name, String version) {
        String id = group + "/providers/Microsoft.KeyVault/vaults/" + vault + "/keys/" + name;
        KeyVersion first = KeyVersion.of(version, azure.now());
        KeyState state = new KeyState("RSA", 2048, KeyState.ALL_OPERATIONS, List.of(first));
        azure.thirdParty(world -> world.exists(id) ? world : world.with(new Resource(id, Doc.empty(), state)));
    }

    private static World withAllRights(World world) {
        Caller owner = world.caller(FakeAzure.OWNER).orElseThrow();
        var everything = new RightGrant("/", List.of("*"), List.of(), List.of("*"), List.of());
        return world.with(owner.withRights(List.of(everything)));
    }
}
