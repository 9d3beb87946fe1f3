package io.github.hpccachecmk.testkit;

import static io.github.hpccachecmk.testkit.SwitchScene.ENCRYPTION_USER;
import static io.github.hpccachecmk.testkit.SwitchScene.KEY;
import static io.github.hpccachecmk.testkit.SwitchScene.READER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.core.port.InventoryQuery;
import io.github.hpccachecmk.core.port.InventoryTable;
import io.github.hpccachecmk.core.wire.InventoryDocuments;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Fidelity;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every behaviour really switches: a scene each, whose end differs. */
class BehaviourSwitchTest {
    private static final String ROLE_NAME = "77777777-7777-4777-8777-777777777771";
    private static final String STRANGER = "99999999-9999-4999-8999-999999999991";

    private static final Map<Behaviour, Function<SwitchScene, Object>> SCENES = new EnumMap<>(Behaviour.class);

    static {
        creates();
        keys();
        writes();
        vaults();
        roles();
        inventory();
    }

    private static void creates() {
        SCENES.put(Behaviour.PRINCIPAL_IN_CREATE_ANSWER, s -> {
            s.azure.timing(Change.IDENTITY_APPEARS, Delay.after(Duration.ofSeconds(9)));
            return s.putCache().document().has("identity.principalId");
        });
        SCENES.put(Behaviour.WAITING_FOR_KEY_TEXT, s -> waiting(s));
        SCENES.put(Behaviour.CREATE_OPERATION_WAITS_FOR_GRANT, s -> waiting(s));
        SCENES.put(Behaviour.USER_ASSIGNED_CACHE_WAITS, s -> {
            s.calls.send("PUT", s.cache, s.calls.encryptedCache(s.vault, KEY, s.azure.identity("render-id")));
            s.pass("5:00");
            return s.shown();
        });
        SCENES.put(Behaviour.AUTHORIZATION_DEADLINE_TEXT, s -> {
            s.putCache();
            s.pass("91:00");
            return s.shown();
        });
        SCENES.put(Behaviour.FAILED_CACHE_REFUSES_PUT, s -> {
            s.putCache();
            s.pass("91:00");
            return s.putCache().status();
        });
        SCENES.put(Behaviour.FAILED_FILE_SYSTEM_HEALED_BY_PUT, s -> {
            s.putFileSystem();
            s.pass("20:00");
            s.calls.grant(s.vault, s.azure.identity("render-id").principalId());
            s.pass("1:00");
            s.putFileSystem();
            s.pass("20:00");
            return s.calls.shown(s.fileSystem);
        });
        SCENES.put(Behaviour.SUBNET_SIZE_CHECKED_AT_CREATE, s -> {
            String small = s.azure.subnet("small", "10.3.9.0/28");
            return s.calls
                    .send("PUT", s.cache, s.calls.plainCache().withAt("properties.subnet", small))
                    .status();
        });
        SCENES.put(Behaviour.SUBNET_OF_ITS_OWN, s -> {
            s.calls.send("PUT", s.cache, s.calls.plainCache());
            return s.calls
                    .send("PUT", s.calls.cache("second"), s.calls.plainCache())
                    .status();
        });
        SCENES.put(
                Behaviour.SUBNET_SIZE_GROWS_WITH_CAPACITY,
                s -> s.calls
                        .send(
                                "POST",
                                "/subscriptions/" + s.azure.subscription()
                                        + "/providers/Microsoft.StorageCache/getRequiredAmlFSSubnetsSize",
                                Doc.of("storageCapacityTiB", 128, "sku", Doc.of("name", "AMLFS-Durable-Premium-125")))
                        .document());
        SCENES.put(
                Behaviour.CAPACITY_CHECKED_AT_CREATE,
                s -> s.calls
                        .send(
                                "PUT",
                                s.fileSystem,
                                s.calls.plainFileSystem().withAt("properties.storageCapacityTiB", 17))
                        .status());
        SCENES.put(Behaviour.QUOTA_CHECKED_AT_CREATE, s -> {
            s.azure.limits(0, 0);
            return s.putCache().status();
        });
        SCENES.put(
                Behaviour.READ_ONLY_MEMBERS_REFUSED,
                s -> s.calls
                        .send("PUT", s.cache, s.calls.plainCache().withAt("properties.provisioningState", "Succeeded"))
                        .status());
    }

    private static String waiting(SwitchScene scene) {
        scene.putCache();
        scene.pass("5:00");
        return scene.shown();
    }

    private static void keys() {
        SCENES.put(Behaviour.CACHE_NOTICES_GRANT, s -> {
            waiting(s);
            s.grant().pass("30:00");
            return s.shown();
        });
        SCENES.put(Behaviour.EVERY_IDENTITY_NEEDS_ACCESS, s -> {
            IdentityScript identity = s.azure.identity("render-id");
            Doc both = Doc.of(
                    "type",
                    "SystemAssigned, UserAssigned",
                    "userAssignedIdentities",
                    Doc.of(identity.id(), Doc.empty()));
            s.calls.send("PUT", s.cache, s.calls.encryptedCache(s.vault, KEY).with("identity", both));
            s.grant().pass("30:00");
            return s.shown();
        });
        SCENES.put(Behaviour.KEY_NEEDS_PURGE_PROTECTION, s -> {
            s.vault.purgeProtection(false);
            return s.healthy().shown();
        });
        SCENES.put(Behaviour.TRUSTED_SERVICES_PASS_FIREWALL, s -> {
            s.vault.firewall("Deny", "AzureServices");
            return s.healthy().shown();
        });
        SCENES.put(Behaviour.EXPIRED_KEY_STOPS_RESOURCE, s -> {
            s.healthy();
            s.vault.keyDates(KEY, Optional.empty(), Optional.of(s.azure.now().plusSeconds(60)));
            s.pass("90:00");
            return s.shown();
        });
        SCENES.put(Behaviour.LOST_KEY_STOPS_RESOURCE, s -> {
            s.healthy();
            s.vault.keyEnabled(KEY, false);
            s.pass("90:00");
            return s.shown();
        });
        SCENES.put(Behaviour.START_NEEDS_KEY, s -> {
            s.healthy().calls.post(s.cache + "/stop");
            s.pass("5:00");
            s.vault.keyEnabled(KEY, false);
            s.calls.post(s.cache + "/start");
            s.pass("10:00");
            return s.shown();
        });
        SCENES.put(
                Behaviour.UNKNOWN_VAULT_REFUSED_AT_CREATE,
                s -> s.calls
                        .send(
                                "PUT",
                                s.cache,
                                s.calls
                                        .encryptedCache(s.vault, KEY)
                                        .withAt(
                                                "properties.encryptionSettings.keyEncryptionKey.keyUrl",
                                                s.vault.keyUrl(KEY).replace("contoso-cmk", "nobodys")))
                        .status());
        SCENES.put(Behaviour.VAULT_PLACE_CHECKED_AT_CREATE, s -> {
            s.vault.in("westus2");
            return s.putCache().status();
        });
        SCENES.put(
                Behaviour.SOURCE_VAULT_MAY_DIFFER,
                s -> s.calls
                        .send(
                                "PUT",
                                s.cache,
                                s.calls
                                        .encryptedCache(s.vault, KEY)
                                        .withAt(
                                                "properties.encryptionSettings.keyEncryptionKey.sourceVault.id",
                                                s.azure.vault("other-cmk").id()))
                        .status());
        SCENES.put(Behaviour.ROTATION_FLAG_IGNORED_ON_CREATE, s -> {
            Doc settings = SwitchScene.settings(s.vault, KEY).with("rotationToLatestKeyVersionEnabled", true);
            s.calls.send(
                    "PUT",
                    s.cache,
                    s.calls.encryptedCache(s.vault, KEY).withAt("properties.encryptionSettings", settings));
            return s.flag();
        });
        SCENES.put(Behaviour.ROTATION_FLAG_RESET_BY_KEY_CHANGE, s -> {
            s.healthy().vault.withNewVersion(KEY);
            s.patchCache(SwitchScene.settings(s.vault, KEY).with("rotationToLatestKeyVersionEnabled", true));
            return s.flag();
        });
        SCENES.put(Behaviour.KEY_CHANGE_ANSWERED_AT_ONCE, s -> {
            s.healthy().vault.withNewVersion(KEY);
            return s.patchCache(SwitchScene.settings(s.vault, KEY)).status();
        });
        SCENES.put(Behaviour.KEY_CHANGE_NEEDS_ACCESS, s -> {
            VaultScript other =
                    s.healthy().azure.vault("other-cmk").purgeProtection(true).withRsaKey(KEY, 2048);
            return s.patchCache(SwitchScene.settings(other, KEY)).status();
        });
        SCENES.put(Behaviour.UNWRAP_IGNORES_DATES, s -> {
            s.vaultCall(
                    "PUT",
                    s.vault.id() + "/accessPolicies/add",
                    s.policy("fa4e0000-0b1d-4000-8000-000000000001", "wrapKey", "unwrapKey"),
                    FakeAzure.OWNER);
            Doc wrapped = s.data(
                            "POST",
                            "/keys/" + KEY + "/wrapkey",
                            Doc.of("alg", "RSA-OAEP", "value", "c2VjcmV0"),
                            FakeAzure.OWNER)
                    .document();
            s.vault.keyDates(KEY, Optional.empty(), Optional.of(s.azure.now().minusSeconds(60)));
            return s.data(
                            "POST",
                            "/keys/" + KEY + "/unwrapkey",
                            Doc.of(
                                    "alg",
                                    "RSA-OAEP",
                                    "value",
                                    wrapped.text("value").orElse("")),
                            FakeAzure.OWNER)
                    .status();
        });
    }

    private static void writes() {
        SCENES.put(Behaviour.BUSY_RESOURCE_REFUSES_WRITES, s -> {
            s.putCache();
            return s.putCache().status();
        });
        SCENES.put(Behaviour.ACTION_IN_WRONG_STATE_REFUSED, s -> {
            s.putCache();
            return s.calls.post(s.cache + "/flush").status();
        });
        SCENES.put(Behaviour.DELETE_FAILS_RUNNING_OPERATION, s -> {
            String operation = s.putCache().header("Azure-AsyncOperation").orElseThrow();
            s.calls.send("DELETE", s.cache, null);
            return s.calls.follow(operation).document().text("status");
        });
        SCENES.put(Behaviour.OPERATION_URL_IS_SIGNED, s -> {
            String url = s.putCache().header("Azure-AsyncOperation").orElseThrow();
            return s.calls.follow(url.substring(0, url.indexOf("&t="))).status();
        });
    }

    private static void vaults() {
        SCENES.put(Behaviour.ACCESS_POLICY_CHECKS_DIRECTORY, s -> {
            s.azure.timing(Change.PRINCIPAL_REPLICATES, Delay.manual());
            s.putCache();
            String principal = s.azure.cache("render-cache").principalId();
            return s.vaultCall("PUT", s.vault.id() + "/accessPolicies/add", s.policy(principal, "get"), FakeAzure.OWNER)
                    .status();
        });
        SCENES.put(Behaviour.OWN_POLICIES_AT_ONCE, s -> {
            s.vaultCall(
                    "PUT",
                    s.vault.id() + "/accessPolicies/add",
                    s.policy("fa4e0000-0b1d-4000-8000-000000000001", "list"),
                    FakeAzure.OWNER);
            return s.data("GET", "/keys", null, FakeAzure.OWNER).status();
        });
        SCENES.put(Behaviour.READ_ONLY_LOCK_STOPS_POST, s -> {
            String subscription = "/subscriptions/" + s.azure.subscription();
            s.azure.lock(subscription, "ReadOnly");
            return s.vaultCall(
                            "POST",
                            subscription + "/providers/Microsoft.KeyVault/checkNameAvailability",
                            Doc.of("name", "some-vault", "type", "Microsoft.KeyVault/vaults"),
                            FakeAzure.OWNER)
                    .status();
        });
        SCENES.put(Behaviour.VAULT_WRITES_OVERLAP, s -> {
            Doc tags = Doc.of("tags", Doc.of("team", "render"));
            s.vaultCall("PATCH", s.vault.id(), tags, FakeAzure.OWNER);
            return s.vaultCall("PATCH", s.vault.id(), tags, FakeAzure.OWNER).status();
        });
        SCENES.put(Behaviour.FAILED_OVER_VAULT_REFUSES_WRITES, s -> {
            s.vault.failOver();
            return s.vaultCall(
                            "PUT",
                            s.vault.id() + "/accessPolicies/add",
                            s.policy("fa4e0000-0b1d-4000-8000-000000000001", "list"),
                            FakeAzure.OWNER)
                    .status();
        });
        SCENES.put(
                Behaviour.NEW_VAULT_DEFAULTS_TO_RBAC,
                s -> s.azure
                        .answer(WireRequest.arm(
                                "PUT",
                                s.azure.id("Microsoft.KeyVault/vaults", "brand-new"),
                                "2026-02-01",
                                vaultBody(s).withAt("properties.accessPolicies", List.of()),
                                FakeAzure.OWNER))
                        .document()
                        .flag("properties.enableRbacAuthorization"));
        SCENES.put(Behaviour.VAULT_PUT_KEEPS_ACCESS_MODEL, s -> {
            s.vault.rbac();
            s.vaultCall(
                    "PUT", s.vault.id(), vaultBody(s).withAt("properties.accessPolicies", List.of()), FakeAzure.OWNER);
            return s.vault.document().flag("properties.enableRbacAuthorization");
        });
    }

    private static Doc vaultBody(SwitchScene scene) {
        return Doc.of(
                "location",
                "eastus",
                "properties",
                Doc.of("tenantId", scene.azure.tenant(), "sku", Doc.of("family", "A", "name", "standard")));
    }

    private static void roles() {
        SCENES.put(
                Behaviour.PRINCIPAL_TYPE_SPARES_DIRECTORY,
                s -> s.assign(
                                s.vault.id(),
                                ROLE_NAME,
                                STRANGER,
                                ENCRYPTION_USER,
                                Doc.of("principalType", "ServicePrincipal"))
                        .status());
        SCENES.put(Behaviour.OWN_ROLES_AT_ONCE, s -> readAsReader(s, Doc.empty(), "0:00"));
        SCENES.put(
                Behaviour.CONDITIONAL_ROLE_GRANTS,
                s -> readAsReader(s, Doc.of("condition", "@Resource[x] StringEquals 'y'"), "6:00"));
        SCENES.put(Behaviour.SAME_ROLE_ASSIGNMENT_ANSWERS_200, s -> {
            CallerScript operator = s.azure.principal("operator");
            s.assign(s.vault.id(), ROLE_NAME, operator.objectId(), READER, Doc.empty());
            return s.assign(s.vault.id(), ROLE_NAME, operator.objectId(), READER, Doc.empty())
                    .status();
        });
        SCENES.put(
                Behaviour.ROLE_ASSIGNMENT_NEEDS_RESOURCE,
                s -> s.assign(
                                s.azure.id("Microsoft.KeyVault/vaults", "nowhere"),
                                ROLE_NAME,
                                s.azure.principal("operator").objectId(),
                                READER,
                                Doc.empty())
                        .status());
    }

    private static void inventory() {
        SCENES.put(Behaviour.INVENTORY_REFUSES_WHO_HAS_NO_ACCESS, s -> {
            s.azure.principal("nobody");
            Doc query = Doc.copyOf(InventoryDocuments.body(
                    new InventoryQuery(InventoryTable.VAULTS, AuditScope.subscription(s.azure.subscription())),
                    Optional.empty()));
            return s.azure
                    .answer(WireRequest.arm(
                            "POST", "/providers/Microsoft.ResourceGraph/resources", "2022-10-01", query, "nobody"))
                    .status();
        });
    }

    private static int readAsReader(SwitchScene scene, Doc more, String later) {
        CallerScript operator = scene.azure.principal("operator");
        scene.assign(scene.vault.id(), ROLE_NAME, operator.objectId(), READER, more);
        scene.pass(later);
        WireResponse answer = scene.vaultCall("GET", scene.vault.id(), null, operator.name());
        return answer.status();
    }

    @Test
    void everyBehaviour_hasAScene() {
        assertThat(SCENES).containsOnlyKeys(Behaviour.values());
    }

    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void behaviour_onAndOffDiffer(Behaviour behaviour) {
        Function<SwitchScene, Object> scene = SCENES.get(behaviour);
        Object on = scene.apply(new SwitchScene(behaviour, true));
        Object off = scene.apply(new SwitchScene(behaviour, false));

        assertThat(on).isNotEqualTo(off);
    }

    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void journal_namesABehaviourThatDecidedWhenItIsInferred(Behaviour behaviour) {
        SwitchScene scene = new SwitchScene(behaviour, behaviour.onByDefault());
        assertThat(SCENES.get(behaviour).apply(scene)).isNotNull();

        assertThat(scene.azure.journal().entries().stream()
                        .anyMatch(entry -> entry.decidedBy().contains(behaviour.name())))
                .isEqualTo(behaviour.fidelity() == Fidelity.INFERRED);
    }
}
