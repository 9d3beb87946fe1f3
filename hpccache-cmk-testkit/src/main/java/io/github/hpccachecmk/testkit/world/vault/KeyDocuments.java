package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;

/**
 * The keys of one vault as the control plane shows them. Members and spelling as seen in recorded traffic of
 * Azure/azure-sdk-for-go armkeyvault tests: times in epoch seconds, URIs without port, list items without type and size.
 */
final class KeyDocuments {
    private static final String KEY_TYPE = "Microsoft.KeyVault/vaults/keys";
    private static final Doc OWN_ROTATION_POLICY = Doc.of(
            "lifetimeActions",
            List.of(Doc.of("trigger", Doc.of("timeBeforeExpiry", "P30D"), "action", Doc.of("type", "Notify"))));

    private final Resource vault;
    private final String vaultUri;

    KeyDocuments(World world, Resource vault) {
        this.vault = vault;
        this.vaultUri = VaultDocuments.uri(world, vault);
    }

    /** The answer of GET, which has a rotation policy even when none was set. */
    Doc read(Resource key, KeyState state) {
        return written(key, state).withAt("properties.rotationPolicy", rotationPolicy(key));
    }

    /** The answer of PUT. */
    Doc written(Resource key, KeyState state) {
        return envelope(key.id(), key.name(), KEY_TYPE).with("properties", whole(key, state, state.latest()));
    }

    /** An element of the list of keys. */
    Doc listed(Resource key, KeyState state) {
        return envelope(key.id(), key.name(), KEY_TYPE)
                .with("properties", Doc.of("attributes", attributes(state.latest()), "keyUri", uri(key)));
    }

    /** The answer of GET for one version. */
    Doc version(Resource key, KeyState state, KeyVersion version) {
        return versionEnvelope(key, version).with("properties", whole(key, state, version));
    }

    /** An element of the list of versions. */
    Doc listedVersion(Resource key, KeyVersion version) {
        return versionEnvelope(key, version)
                .with(
                        "properties",
                        Doc.of(
                                "attributes", attributes(version),
                                "keyUri", uri(key),
                                "keyUriWithVersion", uri(key) + "/" + version.version()));
    }

    /** The rotation policy of a key, else the service's own. */
    static Doc rotationPolicy(Resource key) {
        return key.document().has("rotationPolicy") ? key.document().object("rotationPolicy") : OWN_ROTATION_POLICY;
    }

    /** {@code recoveryLevel} of a vault's keys: recoverable for 90 days, or customized to fewer. */
    static String recoveryLevel(Resource vault) {
        if (!VaultDocuments.isSoftDelete(vault)) {
            return "Purgeable";
        }
        String level = VaultDocuments.retentionDays(vault) < 90 ? "CustomizedRecoverable" : "Recoverable";
        return VaultDocuments.isPurgeProtected(vault) ? level : level + "+Purgeable";
    }

    private Doc versionEnvelope(Resource key, KeyVersion version) {
        return envelope(key.id() + "/versions/" + version.version(), version.version(), KEY_TYPE + "/versions");
    }

    private Doc envelope(String id, String name, String type) {
        return Doc.of(
                "id", id,
                "name", name,
                "type", type,
                "location", vault.document().text("location").orElse(""));
    }

    private Doc whole(Resource key, KeyState state, KeyVersion version) {
        KeyMaterial material = state.material(version);
        Doc properties = Doc.of("attributes", attributes(version), "kty", material.kty(), "keyOps", state.operations());
        if (material.size() > 0) {
            properties = properties.with("keySize", material.size());
        }
        return properties.with("keyUri", uri(key)).with("keyUriWithVersion", uri(key) + "/" + version.version());
    }

    private Doc attributes(KeyVersion version) {
        return dates(version).with("recoveryLevel", recoveryLevel(vault));
    }

    /** The attributes that both planes show, in epoch seconds. */
    static Doc dates(KeyVersion version) {
        Doc attributes = Doc.of("enabled", version.enabled());
        if (version.notBefore().isPresent()) {
            attributes = attributes.with("nbf", version.notBefore().get().getEpochSecond());
        }
        if (version.expires().isPresent()) {
            attributes = attributes.with("exp", version.expires().get().getEpochSecond());
        }
        return attributes
                .with("created", version.created().getEpochSecond())
                .with("updated", version.updated().getEpochSecond());
    }

    private String uri(Resource key) {
        return vaultUri + "keys/" + key.name();
    }
}
