package io.github.hpccachecmk.azure.implementation;

import static io.github.hpccachecmk.azure.implementation.Stage.AT_DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.CONTEXT;
import static io.github.hpccachecmk.azure.implementation.Stage.DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.GROUP;
import static io.github.hpccachecmk.azure.implementation.Stage.NOW;
import static io.github.hpccachecmk.azure.implementation.Stage.PRINCIPAL;
import static io.github.hpccachecmk.azure.implementation.Stage.SUBSCRIPTION;
import static io.github.hpccachecmk.azure.implementation.Stage.TENANT;
import static io.github.hpccachecmk.azure.implementation.Stage.TOKEN;
import static io.github.hpccachecmk.azure.implementation.Stage.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VaultAdapterTest {
    private static final String PATH = GROUP + "/providers/Microsoft.KeyVault/vaults/contoso-cmk";
    private static final String FULL = """
            {"id":"%s","name":"contoso-cmk","type":"Microsoft.KeyVault/vaults","location":"eastus",
             "systemData":{"createdBy":"u","createdAt":"2022-03-01T10:00:00.123Z","lastModifiedAt":"2022-03-02T10:00:00.5Z"},
             "properties":{"sku":{"family":"A","name":"premium"},"tenantId":"%s",
              "accessPolicies":[{"tenantId":"%s","objectId":"%s","applicationId":"11111111-2222-3333-4444-555555555555",
                "permissions":{"keys":["Get","WrapKey","somethingNew"],"secrets":["all"]}},
               {"tenantId":"%s","objectId":"","permissions":{}}],
              "enableSoftDelete":true,"enablePurgeProtection":true,"softDeleteRetentionInDays":7,"enableRbacAuthorization":true,
              "networkAcls":{"bypass":"AzureServices","defaultAction":"Deny"},"publicNetworkAccess":"Disabled",
              "vaultUri":"https://contoso-cmk.vault.azure.net/","provisioningState":"Succeeded","memberOfTomorrow":{"a":1}}}
            """.formatted(PATH, TENANT, TENANT, PRINCIPAL, TENANT);
    private static final String BARE = """
            {"id":"%s","name":"contoso-cmk","type":"Microsoft.KeyVault/vaults","location":"eastus",
             "properties":{"sku":{"family":"A","name":"standard"},"tenantId":"%s","accessPolicies":[],"enableSoftDelete":true,
              "publicNetworkAccess":"Enabled","vaultUri":"https://Contoso-CMK.vault.azure.net","provisioningState":"RegisteringDns"}}
            """.formatted(PATH, TENANT);

    private final Stage stage = new Stage();

    @Test
    void get_sendsOneRequestWithVersionTokenAndCorrelation() {
        stage.azure.answer(200, FULL, "Date", DATE);

        var answer = stage.ports().vaults().get(CONTEXT, VAULT);

        var sent = stage.azure.only();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.host()).isEqualTo("management.azure.com");
        assertThat(sent.path()).isEqualTo(PATH);
        assertThat(sent.query()).isEqualTo(Map.of("api-version", "2026-02-01"));
        assertThat(sent.headers())
                .containsEntry("authorization", "Bearer " + TOKEN)
                .containsEntry("x-ms-correlation-request-id", CONTEXT.correlationId())
                .containsKey("x-ms-client-request-id");
        assertThat(sent.headers().get("user-agent")).contains("hpccache-cmk");
        assertThat(stage.scopes).containsOnly(List.of("https://management.core.windows.net//.default"));
        assertThat(answer.at()).isEqualTo(AT_DATE);
    }

    @Test
    void get_mapsEveryMember() {
        stage.azure.answer(200, FULL, "Date", DATE);

        var vault = stage.ports().vaults().get(CONTEXT, VAULT).value().orElseThrow();

        assertThat(vault.id()).isEqualTo(VAULT);
        assertThat(vault.location()).isEqualTo("eastus");
        assertThat(vault.tenant()).contains(TENANT);
        assertThat(vault.uri()).contains("https://contoso-cmk.vault.azure.net/");
        assertThat(vault.skuName()).contains("premium");
        assertThat(vault.softDelete()).contains(true);
        assertThat(vault.purgeProtection()).contains(true);
        assertThat(vault.retentionDays()).isEqualTo(OptionalInt.of(7));
        assertThat(vault.accessModel()).isEqualTo(AccessModel.RBAC);
        assertThat(vault.accessPolicies())
                .containsExactly(new AccessPolicy(
                        TENANT,
                        PRINCIPAL,
                        Optional.of("11111111-2222-3333-4444-555555555555"),
                        Set.of("get", "wrapkey", "somethingnew"),
                        true));
        assertThat(vault.publicNetworkAccess()).contains("Disabled");
        assertThat(vault.networkDefaultAction()).contains("Deny");
        assertThat(vault.networkBypass()).contains("AzureServices");
        assertThat(vault.provisioningState()).contains("Succeeded");
        assertThat(vault.createdAt()).contains(Instant.parse("2022-03-01T10:00:00.123Z"));
        assertThat(vault.lastModifiedAt()).contains(Instant.parse("2022-03-02T10:00:00.5Z"));
    }

    @Test
    void switchesNeverSet_stayUnknown() {
        stage.azure.answer(200, BARE);

        var answer = stage.ports().vaults().get(CONTEXT, VAULT);

        var vault = answer.value().orElseThrow();
        assertThat(vault.softDelete()).contains(true);
        assertThat(vault.purgeProtection()).isEmpty();
        assertThat(vault.retentionDays()).isEmpty();
        assertThat(vault.accessModel()).isEqualTo(AccessModel.ACCESS_POLICY);
        assertThat(vault.networkDefaultAction()).isEmpty();
        assertThat(vault.networkBypass()).isEmpty();
        assertThat(vault.createdAt()).isEmpty();
        assertThat(answer.at()).as("the clock's, for want of a Date header").isEqualTo(NOW);
    }

    @Test
    void missingVault_isEmpty() {
        stage.azure.answer(404, "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"not found\"}}", "Date", DATE);

        var answer = stage.ports().vaults().get(CONTEXT, VAULT);

        assertThat(answer.value()).isEmpty();
        assertThat(answer.at()).isEqualTo(AT_DATE);
        assertThat(stage.azure.sent).hasSize(1);
    }

    @Test
    void protect_patchesTheTwoSwitchesAndNothingElse() {
        stage.azure.answer(200, FULL);

        var vault = stage.ports().vaults().protect(CONTEXT, VAULT).value();

        var sent = stage.azure.only();
        assertThat(sent.method()).isEqualTo("PATCH");
        assertThat(sent.path()).isEqualTo(PATH);
        assertThat(sent.query()).isEqualTo(Map.of("api-version", "2026-02-01"));
        assertThat(sent.json())
                .isEqualTo(Map.of("properties", Map.of("enableSoftDelete", true, "enablePurgeProtection", true)));
        assertThat(vault.purgeProtection()).contains(true);
    }

    @Test
    void addAccessPolicy_addsOneEntryAndReadsTheMergedList() {
        var other = "99999999-0000-0000-0000-999999999999";
        stage.azure.answer(200, """
                {"id":"%s/accessPolicies/","type":"Microsoft.KeyVault/vaults/accessPolicies","properties":{"accessPolicies":[
                  {"tenantId":"%s","objectId":"%s","permissions":{"keys":["get","wrapKey","unwrapKey"]}},
                  {"tenantId":"%s","objectId":"%s","permissions":{"secrets":["get"]}}]}}
                """.formatted(PATH, TENANT, PRINCIPAL, TENANT, other));

        var policy = new AccessPolicy(TENANT, PRINCIPAL, Optional.empty(), Set.of("get", "wrapKey", "unwrapKey"));
        var merged =
                stage.ports().vaults().addAccessPolicy(CONTEXT, VAULT, policy).value();

        var sent = stage.azure.only();
        assertThat(sent.method()).isEqualTo("PUT");
        assertThat(sent.path()).isEqualTo(PATH + "/accessPolicies/add");
        assertThat(sent.query()).isEqualTo(Map.of("api-version", "2026-02-01"));
        assertThat(sent.json())
                .isEqualTo(Map.of(
                        "properties",
                        Map.of(
                                "accessPolicies",
                                List.of(Map.of(
                                        "tenantId",
                                        TENANT.toString(),
                                        "objectId",
                                        PRINCIPAL.toString(),
                                        "permissions",
                                        Map.of("keys", List.of("get", "unwrapkey", "wrapkey")))))));
        assertThat(merged)
                .containsExactly(
                        policy, new AccessPolicy(TENANT, PrincipalId.of(other), Optional.empty(), Set.of(), true));
    }

    @Test
    void addAccessPolicy_keepsTheApplicationOfACompoundEntry() {
        stage.azure.answer(200, "{\"properties\":{\"accessPolicies\":[]}}");
        var application = "11111111-2222-3333-4444-555555555555";

        stage.ports()
                .vaults()
                .addAccessPolicy(
                        CONTEXT, VAULT, new AccessPolicy(TENANT, PRINCIPAL, Optional.of(application), Set.of("get")));

        assertThat(stage.azure.only().body()).contains("\"applicationId\":\"" + application + "\"");
    }

    @Test
    void deletedVault_isReadByNameAndLocation() {
        stage.azure.answer(200, """
                {"id":"/subscriptions/%s/providers/Microsoft.KeyVault/locations/eastus/deletedVaults/contoso-cmk",
                 "properties":{"vaultId":"%s","location":"eastus","tags":{},"deletionDate":"2026-01-01T00:00:59Z",
                  "scheduledPurgeDate":"2026-04-01T00:00:59Z"}}
                """.formatted(SUBSCRIPTION, PATH));

        var deleted = stage.ports()
                .vaults()
                .getDeleted(CONTEXT, SUBSCRIPTION, "eastus", "contoso-cmk")
                .value()
                .orElseThrow();

        var sent = stage.azure.only();
        assertThat(sent.path())
                .isEqualTo("/subscriptions/" + SUBSCRIPTION
                        + "/providers/Microsoft.KeyVault/locations/eastus/deletedVaults/contoso-cmk");
        assertThat(sent.query()).isEqualTo(Map.of("api-version", "2026-02-01"));
        assertThat(deleted.id()).isEqualTo(VAULT);
        assertThat(deleted.location()).isEqualTo("eastus");
        assertThat(deleted.scheduledPurge()).contains(Instant.parse("2026-04-01T00:00:59Z"));
    }

    @Test
    void nameNotDeleted_isEmpty() {
        stage.azure.answer(404, "{\"error\":{\"code\":\"DeletedVaultNotFound\",\"message\":\"no\"}}");

        assertThat(stage.ports()
                        .vaults()
                        .getDeleted(CONTEXT, SUBSCRIPTION, "eastus", "contoso-cmk")
                        .value())
                .isEmpty();
    }

    @Test
    void vaultOfAnotherSubscription_isReadThere() {
        var elsewhere = "ffffffff-1111-2222-3333-444444444444";
        stage.azure.answer(200, BARE).answer(200, BARE);
        var ports = stage.ports();

        ports.vaults().get(CONTEXT, VAULT);
        ports.vaults().get(CONTEXT, VaultId.of(elsewhere, "render-rg", "contoso-cmk"));

        assertThat(stage.azure.sent).hasSize(2);
        assertThat(stage.azure.sent.get(1).path()).startsWith("/subscriptions/" + elsewhere + "/");
    }
}
