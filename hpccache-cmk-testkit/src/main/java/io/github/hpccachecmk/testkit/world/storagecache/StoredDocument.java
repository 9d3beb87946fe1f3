package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;

/**
 * What is stored of a body: what was sent, what the service fills in, without what it never gives back. Defaults as seen
 * in recorded traffic of Azure/azure-powershell StorageCache tests, 2023-07.
 */
final class StoredDocument {
    private static final Doc DEFAULT_ACCESS = Doc.of(
            "accessPolicies",
            List.of(Doc.of(
                    "name",
                    "default",
                    "accessRules",
                    List.of(Doc.of(
                            "scope", "default",
                            "access", "rw",
                            "suid", false,
                            "submountAccess", true,
                            "rootSquash", false)))));

    private StoredDocument() {}

    static Doc of(World world, Call call, Kind kind, Doc body, boolean isNew) {
        Doc stored = Doc.empty();
        for (String member : List.of("location", "tags", "sku", "identity", "zones", "properties")) {
            stored = body.has(member) ? stored.with(member, body.member(member)) : stored;
        }
        for (String member : List.of("health", "provisioningState", "mountAddresses", "clientInfo", "upgradeStatus")) {
            stored = stored.withoutAt("properties." + member);
        }
        stored = identity(world, stored);
        return kind == Kind.CACHE ? cache(world, call, stored, isNew) : stored;
    }

    private static Doc identity(World world, Doc stored) {
        if (!stored.has("identity")) {
            return stored;
        }
        Doc ids = Doc.empty();
        for (String id : stored.object("identity.userAssignedIdentities").keySet()) {
            ids = ids.with(id, Doc.empty());
        }
        Doc identity = Doc.of("type", stored.text("identity.type").orElse("None"));
        if (IdentityRules.parts(stored).contains("SystemAssigned")) {
            identity = identity.with("tenantId", world.settings().tenantId());
        }
        return stored.with("identity", ids.isEmpty() ? identity : identity.with("userAssignedIdentities", ids));
    }

    private static Doc cache(World world, Call call, Doc body, boolean isNew) {
        Doc stored = body;
        stored = withDefault(stored, "properties.networkSettings.mtu", 1500);
        stored = withDefault(stored, "properties.networkSettings.ntpServer", "time.windows.com");
        stored = withDefault(stored, "properties.securitySettings", DEFAULT_ACCESS);
        stored = withDefault(stored, "properties.directoryServicesSettings", Doc.empty());
        // Directory credentials are never given back: REST specification.
        stored = stored.withoutAt("properties.directoryServicesSettings.activeDirectory.credentials")
                .withoutAt("properties.directoryServicesSettings.usernameDownload.credentials");
        stored = withDefault(
                stored,
                "properties.upgradeSettings",
                Doc.of("upgradeScheduleEnabled", false, "scheduledTime", "0001-01-01T00:00:00Z"));
        stored = withDefault(stored, "properties.upgradeStatus", Doc.of("firmwareUpdateStatus", "unavailable"));
        if (Encryption.keyUrl(stored).isPresent()) {
            boolean isIgnored = isNew && call.on(world, Behaviour.ROTATION_FLAG_IGNORED_ON_CREATE);
            stored = isIgnored ? stored.withAt(Encryption.FLAG, false) : withDefault(stored, Encryption.FLAG, false);
        }
        return stored;
    }

    private static Doc withDefault(Doc document, String path, Object value) {
        return document.has(path) ? document : document.withAt(path, value);
    }
}
