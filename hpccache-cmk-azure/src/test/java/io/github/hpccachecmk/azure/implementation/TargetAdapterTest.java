package io.github.hpccachecmk.azure.implementation;

import static io.github.hpccachecmk.azure.implementation.Stage.AT_DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.CACHE;
import static io.github.hpccachecmk.azure.implementation.Stage.CONTEXT;
import static io.github.hpccachecmk.azure.implementation.Stage.DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.FILE_SYSTEM;
import static io.github.hpccachecmk.azure.implementation.Stage.GROUP;
import static io.github.hpccachecmk.azure.implementation.Stage.KEY_VERSION;
import static io.github.hpccachecmk.azure.implementation.Stage.PRINCIPAL;
import static io.github.hpccachecmk.azure.implementation.Stage.SUBSCRIPTION;
import static io.github.hpccachecmk.azure.implementation.Stage.TENANT;
import static io.github.hpccachecmk.azure.implementation.Stage.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.OperationStatus;
import io.github.hpccachecmk.core.port.OperationUrl;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetAdapterTest {
    private static final String PATH = GROUP + "/providers/Microsoft.StorageCache/caches/render-cache";
    private static final String SUBNET =
            GROUP + "/providers/Microsoft.Network/virtualNetworks/render-vnet/subnets/cache";
    private static final KeyUrl KEY = KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/cache-key/" + KEY_VERSION);
    private static final String SIGNED = "https://management.azure.com/subscriptions/" + SUBSCRIPTION
            + "/providers/Microsoft.StorageCache/locations/eastus/ascOperations/5b1c?api-version=2026-01-01&t=638000000000000000"
            + "&c=MIIHpTCCBo2gAwIBAgITfwQ%2bA_-~&s=f3A=&h=Qw%3D%3D&h=again";
    private static final String CREATED = """
            {
              "id": "%s", "name": "render-cache", "type": "Microsoft.StorageCache/caches", "location": "eastus",
              "sku": {"name": "Standard_2G"}, "tags": {"team": "render"},
              "identity": {"type": "SystemAssigned", "principalId": "%s", "tenantId": "%s"},
              "systemData": {"createdBy": "someone", "createdAt": "2026-05-04T09:59:58.1234567Z"},
              "properties": {
                "cacheSizeGB": 3072, "provisioningState": "Creating", "subnet": "%s",
                "health": {"state": "Transitioning", "statusDescription": "The cache is being allocated.",
                  "conditions": [{"timestamp": "2026-05-04T10:00:00Z", "message": "cannot contact DNS"}]},
                "networkSettings": {"mtu": 1500},
                "encryptionSettings": {"keyEncryptionKey": {"keyUrl": "%s", "sourceVault": {"id": "%s"}},
                  "rotationToLatestKeyVersionEnabled": false},
                "memberOfTomorrow": {"big": 12345678901, "ratio": 16.0, "list": [1, null, true], "gone": null}
              }
            }
            """.formatted(PATH, PRINCIPAL, TENANT, SUBNET, KEY, VAULT);

    private final Stage stage = new Stage();

    @Test
    void get_sendsOneRequestAndMapsEveryMember() {
        stage.azure.answer(200, CREATED, "Date", DATE);

        var answer = stage.ports().targets().get(CONTEXT, CACHE);

        var sent = stage.azure.only();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.path()).isEqualTo(PATH);
        assertThat(sent.query()).isEqualTo(Map.of("api-version", "2026-01-01"));
        assertThat(sent.headers()).containsEntry("x-ms-correlation-request-id", CONTEXT.correlationId());
        assertThat(answer.at()).isEqualTo(AT_DATE);
        var cache = answer.value().orElseThrow();
        assertThat(cache.id()).isEqualTo(CACHE);
        assertThat(cache.location()).contains("eastus");
        assertThat(cache.sku()).contains("Standard_2G");
        assertThat(cache.identityType()).contains("SystemAssigned");
        assertThat(cache.principal()).contains(PRINCIPAL);
        assertThat(cache.tenant()).contains(TENANT);
        assertThat(cache.encryption()).contains(new EncryptionSettings(KEY, Optional.of(VAULT), Optional.of(false)));
        assertThat(cache.provisioningState()).contains(ProvisioningState.CREATING);
        assertThat(cache.health()).contains(HealthState.TRANSITIONING);
        assertThat(cache.healthText()).contains("The cache is being allocated.");
        assertThat(cache.conditions()).containsExactly("cannot contact DNS");
        assertThat(cache.createdAt()).contains(Instant.parse("2026-05-04T09:59:58.1234567Z"));
        assertThat(cache.createdBy()).contains("someone");
        assertThat(cache.tags()).isEqualTo(Map.of("team", "render"));
    }

    @Test
    void unknownMembers_survive() {
        stage.azure.answer(200, CREATED);

        var document = stage.ports()
                .targets()
                .get(CONTEXT, CACHE)
                .value()
                .orElseThrow()
                .document();

        assertThat((Map<?, ?>) document.get("properties"))
                .extracting("memberOfTomorrow")
                .isEqualTo(Map.of("big", 12345678901L, "ratio", 16.0, "list", List.of(1, true)));
    }

    @Test
    void missingCache_isEmptyAtTheServicesTime() {
        stage.azure.answer(404, "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"no\"}}", "Date", DATE);

        var answer = stage.ports().targets().get(CONTEXT, CACHE);

        assertThat(answer.value()).isEmpty();
        assertThat(answer.at()).isEqualTo(AT_DATE);
    }

    @Test
    void list_followsTheNextLinkToTheLetter() {
        var next = "https://management.azure.com" + GROUP
                + "/providers/Microsoft.StorageCache/caches?api-version=2026-01-01&$skiptoken=a%2Bb%20c%3d";
        stage.azure
                .answer(200, "{\"value\":[" + CREATED + "],\"nextLink\":\"" + next + "\"}")
                .answer(200, "{\"value\":[]}");
        var targets = stage.ports().targets();
        var group = ResourceGroupId.of(SUBSCRIPTION, "render-rg");

        var first = targets.list(CONTEXT, TargetKind.HPC_CACHE, group, Optional.empty())
                .value();
        assertThat(stage.azure.sent).hasSize(1);
        assertThat(stage.azure.sent.get(0).path()).isEqualTo(GROUP + "/providers/Microsoft.StorageCache/caches");
        assertThat(first.items()).extracting(item -> item.id().toString()).containsExactly(PATH);
        assertThat(first.next()).contains(next);

        var second =
                targets.list(CONTEXT, TargetKind.HPC_CACHE, group, first.next()).value();
        assertThat(stage.azure.sent).hasSize(2);
        assertThat(stage.azure.sent.get(1).url()).isEqualTo(next);
        assertThat(stage.azure.sent.get(1).headers())
                .containsEntry("x-ms-correlation-request-id", CONTEXT.correlationId());
        assertThat(second.items()).isEmpty();
        assertThat(second.next()).isEmpty();
    }

    @Test
    void fileSystems_areListedUnderTheirOwnType() {
        stage.azure.answer(200, "{\"value\":[],\"nextLink\":\"\"}");

        var page = stage.ports()
                .targets()
                .list(
                        CONTEXT,
                        TargetKind.MANAGED_LUSTRE,
                        ResourceGroupId.of(SUBSCRIPTION, "render-rg"),
                        Optional.empty())
                .value();

        assertThat(stage.azure.only().path()).isEqualTo(GROUP + "/providers/Microsoft.StorageCache/amlFilesystems");
        assertThat(page.next()).as("an empty link is none").isEmpty();
    }

    @Test
    void create_putsTheWholeDocumentOnce() {
        stage.azure.answer(201, CREATED, "Date", DATE, "Azure-AsyncOperation", SIGNED);

        var created = stage.ports().targets().create(CONTEXT, cacheSpec()).value();

        var sent = stage.azure.only();
        assertThat(sent.method()).isEqualTo("PUT");
        assertThat(sent.path()).isEqualTo(PATH);
        assertThat(sent.query()).isEqualTo(Map.of("api-version", "2026-01-01"));
        assertThat(sent.headers()).containsEntry("content-type", "application/json");
        assertThat(sent.json())
                .isEqualTo(Map.of(
                        "location",
                        "eastus",
                        "tags",
                        Map.of("team", "render"),
                        "sku",
                        Map.of("name", "Standard_2G"),
                        "identity",
                        Map.of("type", "SystemAssigned"),
                        "properties",
                        Map.of(
                                "cacheSizeGB",
                                3072,
                                "subnet",
                                SUBNET,
                                "encryptionSettings",
                                Map.of(
                                        "keyEncryptionKey",
                                        Map.of(
                                                "keyUrl",
                                                KEY.toString(),
                                                "sourceVault",
                                                Map.of("id", VAULT.toString()))))));
        assertThat(created.target().principal()).contains(PRINCIPAL);
        assertThat(created.operation()).contains(new OperationUrl(SIGNED));
    }

    @Test
    void createAnsweredWithoutBody_showsTheIdAndNothingElse() {
        stage.azure.answer(202, "", "Azure-AsyncOperation", SIGNED);

        var created = stage.ports().targets().create(CONTEXT, cacheSpec()).value();

        assertThat(created.target().id()).isEqualTo(CACHE);
        assertThat(created.target().provisioningState()).isEmpty();
        assertThat(created.operation()).isPresent();
    }

    @Test
    void createAnsweredWithAnOperation_isNotTakenForTheResource() {
        stage.azure.answer(
                202, "{\"id\":\"/subscriptions/x/operations/1\",\"status\":\"InProgress\"}", "Location", SIGNED);

        var created = stage.ports().targets().create(CONTEXT, cacheSpec()).value();

        assertThat(created.target().id()).isEqualTo(CACHE);
        assertThat(created.operation()).as("the location, for want of better").contains(new OperationUrl(SIGNED));
    }

    @Test
    void createOfAFileSystem_hasZonesAtTheTopAndItsIdentities() {
        var identity = UserAssignedIdentityId.of(SUBSCRIPTION, "render-rg", "fs-identity");
        stage.azure.answer(202, "");

        stage.ports()
                .targets()
                .create(
                        CONTEXT,
                        new TargetSpec(
                                FILE_SYSTEM,
                                "eastus",
                                Map.of(),
                                "AMLFS-Durable-Premium-125",
                                List.of("1"),
                                ManagedIdentity.userAssigned(identity),
                                new EncryptionSettings(KEY, Optional.of(VAULT), Optional.empty()),
                                Map.of("storageCapacityTiB", 16.0)));

        var sent = stage.azure.only();
        assertThat(sent.path()).isEqualTo(GROUP + "/providers/Microsoft.StorageCache/amlFilesystems/render-fs");
        assertThat(sent.json())
                .containsEntry("zones", List.of("1"))
                .containsEntry(
                        "identity",
                        Map.of(
                                "type",
                                "UserAssigned",
                                "userAssignedIdentities",
                                Map.of(identity.toString(), Map.of())));
        assertThat(sent.body()).contains("\"storageCapacityTiB\":16.0");
    }

    @Test
    void updateEncryption_patchesTheCompleteSettingsAndNothingElse() {
        stage.azure.answer(200, CREATED);

        var updated = stage.ports()
                .targets()
                .updateEncryption(CONTEXT, CACHE, new EncryptionSettings(KEY, Optional.of(VAULT), Optional.of(true)))
                .value();

        var sent = stage.azure.only();
        assertThat(sent.method()).isEqualTo("PATCH");
        assertThat(sent.path()).isEqualTo(PATH);
        assertThat(sent.json())
                .isEqualTo(Map.of(
                        "properties",
                        Map.of(
                                "encryptionSettings",
                                Map.of(
                                        "keyEncryptionKey",
                                        Map.of("keyUrl", KEY.toString(), "sourceVault", Map.of("id", VAULT.toString())),
                                        "rotationToLatestKeyVersionEnabled",
                                        true))));
        assertThat(updated.id()).isEqualTo(CACHE);
    }

    @Test
    void updateAcceptedWithoutBody_isNoFailure() {
        stage.azure.answer(202, "", "Azure-AsyncOperation", SIGNED);

        var updated = stage.ports()
                .targets()
                .updateEncryption(CONTEXT, CACHE, new EncryptionSettings(KEY, Optional.of(VAULT), Optional.of(true)))
                .value();

        assertThat(updated.encryption()).isEmpty();
    }

    @Test
    void operationStatus_followsTheSignedUrlToTheLetter() {
        stage.azure.answer(
                200, "{\"startTime\":\"2026-05-04T09:00:00.1+00:00\",\"status\":\"InProgress\",\"name\":\"5b1c\"}");

        var status = stage.ports()
                .targets()
                .operationStatus(CONTEXT, new OperationUrl(SIGNED))
                .value();

        assertThat(stage.azure.only().url()).isEqualTo(SIGNED);
        assertThat(status).isEqualTo(new OperationStatus("InProgress", "", ""));
    }

    @Test
    void failedOperation_tellsItsReasonWithoutSecrets() {
        stage.azure.answer(
                200,
                "{\"status\":\"Failed\",\"error\":{\"code\":\"AscInternalError\",\"message\":\"see " + SIGNED + "\"}}");

        var status = stage.ports()
                .targets()
                .operationStatus(CONTEXT, new OperationUrl(SIGNED))
                .value();

        assertThat(status.status()).isEqualTo("Failed");
        assertThat(status.errorCode()).isEqualTo("AscInternalError");
        assertThat(status.errorMessage())
                .startsWith("see https://management.azure.com/")
                .doesNotContain("MIIHpTCC", "f3A");
    }

    @Test
    void locationUrl_tellsByTheHttpStatus() {
        stage.azure.answer(202, "").answer(200, "");
        var targets = stage.ports().targets();

        assertThat(targets.operationStatus(CONTEXT, new OperationUrl(SIGNED))
                        .value()
                        .status())
                .isEqualTo("InProgress");
        assertThat(targets.operationStatus(CONTEXT, new OperationUrl(SIGNED))
                        .value()
                        .status())
                .isEqualTo("Succeeded");
    }

    private static TargetSpec cacheSpec() {
        return new TargetSpec(
                CACHE,
                "eastus",
                Map.of("team", "render"),
                "Standard_2G",
                List.of(),
                ManagedIdentity.systemAssigned(),
                new EncryptionSettings(KEY, Optional.of(VAULT), Optional.empty()),
                Map.of("cacheSizeGB", 3072, "subnet", SUBNET));
    }
}
