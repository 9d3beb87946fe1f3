package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.Map;
import java.util.Optional;

/** An Azure with one behaviour switched, and the steps that scenes of {@link BehaviourSwitchTest} are made of. */
final class SwitchScene {
    static final String ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";
    static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    static final String VAULTS = "2023-07-01";
    static final String KEY = "cache-key";

    final FakeAzure azure = FakeAzure.create();
    final StorageCacheCalls calls = new StorageCacheCalls(azure);
    final VaultScript vault = azure.vault("contoso-cmk").purgeProtection(true).withRsaKey(KEY, 2048);
    final String cache = calls.cache("render-cache");
    final String fileSystem = calls.fileSystem("render-fs");

    SwitchScene(Behaviour behaviour, boolean on) {
        azure.behaviour(behaviour, on);
    }

    WireResponse putCache() {
        return calls.send("PUT", cache, calls.encryptedCache(vault, KEY));
    }

    WireResponse putFileSystem() {
        return calls.send("PUT", fileSystem, calls.encryptedFileSystem(vault, KEY, azure.identity("render-id")));
    }

    SwitchScene grant() {
        calls.grant(vault, azure.cache("render-cache").principalId());
        return this;
    }

    SwitchScene healthy() {
        putCache();
        grant();
        pass("30:00");
        return this;
    }

    void pass(String minutesAndSeconds) {
        calls.pass(minutesAndSeconds);
    }

    String shown() {
        return calls.shown(cache);
    }

    WireResponse patchCache(Doc encryptionSettings) {
        return calls.send("PATCH", cache, Doc.of("properties", Doc.of("encryptionSettings", encryptionSettings)));
    }

    static Doc settings(VaultScript vault, String key) {
        return Doc.of("keyEncryptionKey", Doc.of("keyUrl", vault.keyUrl(key), "sourceVault", Doc.of("id", vault.id())));
    }

    Optional<Boolean> flag() {
        return calls.get(cache).document().flag("properties.encryptionSettings.rotationToLatestKeyVersionEnabled");
    }

    WireResponse assign(String scope, String name, String principal, String role, Doc more) {
        Doc properties = Doc.of(
                        "principalId",
                        principal,
                        "roleDefinitionId",
                        "/providers/Microsoft.Authorization/roleDefinitions/" + role)
                .withAll(more);
        return azure.answer(WireRequest.arm(
                "PUT",
                scope + "/providers/Microsoft.Authorization/roleAssignments/" + name,
                "2022-04-01",
                Doc.of("properties", properties),
                FakeAzure.OWNER));
    }

    WireResponse vaultCall(String method, String path, Object body, String caller) {
        return azure.answer(WireRequest.arm(method, path, VAULTS, body, caller));
    }

    WireResponse data(String method, String path, Object body, String caller) {
        return azure.answer(new WireRequest(
                method, "contoso-cmk.vault.azure.net", path, Map.of("api-version", "7.4"), Map.of(), body, caller));
    }

    Doc policy(String principal, String... permissions) {
        Doc entry = Doc.of(
                "tenantId", azure.tenant(),
                "objectId", principal,
                "permissions", Doc.of("keys", java.util.List.of(permissions)));
        return Doc.of("properties", Doc.of("accessPolicies", java.util.List.of(entry)));
    }
}
