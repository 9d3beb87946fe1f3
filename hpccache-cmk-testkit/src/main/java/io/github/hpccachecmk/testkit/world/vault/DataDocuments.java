package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Keys as the data plane shows them: JWKs with attributes. Private numbers are in none of them. */
final class DataDocuments {
    private final World world;
    private final Resource vault;
    private final RsaCrypto crypto;

    DataDocuments(World world, Resource vault, RsaCrypto crypto) {
        this.world = world;
        this.vault = vault;
        this.crypto = crypto;
    }

    /** The answer of a call about one version. */
    Doc bundle(Resource key, KeyState state, KeyVersion version) {
        KeyMaterial material = state.material(version);
        Doc jwk = Doc.of("kid", kid(key, version), "kty", material.kty(), "key_ops", state.operations());
        for (Map.Entry<String, String> number :
                new TreeMap<>(crypto.publicNumbers(source(key, state, version))).entrySet()) {
            jwk = jwk.with(number.getKey(), number.getValue());
        }
        if (material.kty().startsWith("EC")) {
            jwk = jwk.with("crv", "P-256");
        }
        return withTags(Doc.of("key", jwk, "attributes", attributes(version)), version);
    }

    /** An element of the list of keys. */
    Doc item(Resource key, KeyVersion newest) {
        return withTags(Doc.of("kid", uri("keys", key), "attributes", attributes(newest)), newest);
    }

    /** An element of the list of versions. */
    Doc versionItem(Resource key, KeyVersion version) {
        return withTags(Doc.of("kid", kid(key, version), "attributes", attributes(version)), version);
    }

    /** The answer of a call about a deleted key. */
    Doc deleted(DeletedKeyState deleted, KeyState state) {
        return Doc.of(
                        "recoveryId", uri("deletedkeys", deleted.key()),
                        "deletedDate", deleted.deletedAt().getEpochSecond(),
                        "scheduledPurgeDate", deleted.scheduledPurge().getEpochSecond())
                .withAll(bundle(deleted.key(), state, state.latest()));
    }

    /** An element of the list of deleted keys. */
    Doc deletedItem(DeletedKeyState deleted, KeyState state) {
        return Doc.of(
                        "recoveryId", uri("deletedkeys", deleted.key()),
                        "deletedDate", deleted.deletedAt().getEpochSecond(),
                        "scheduledPurgeDate", deleted.scheduledPurge().getEpochSecond())
                .withAll(item(deleted.key(), state.latest()));
    }

    /** The answer of calls about a rotation policy. */
    Doc rotationPolicy(Resource key) {
        Doc policy = KeyDocuments.rotationPolicy(key);
        List<Doc> actions = policy.objects("lifetimeActions").stream()
                .map(action -> action.withAt(
                        "action.type", capital(action.text("action.type").orElse(""))))
                .toList();
        return Doc.of("id", uri("keys", key) + "/rotationpolicy")
                .withAll(policy)
                .with("lifetimeActions", actions);
    }

    /** The data plane says Rotate and Notify, however the other plane was asked. */
    private static String capital(String type) {
        return type.isEmpty() ? type : type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    }

    String kid(Resource key, KeyVersion version) {
        return uri("keys", key) + "/" + version.version();
    }

    /** Where the key pair of a version comes from. */
    RsaCrypto.Source source(Resource key, KeyState state, KeyVersion version) {
        return new RsaCrypto.Source(
                world.settings().seed() + "|" + World.canonical(key.id()) + "|" + version.version(),
                state.material(version));
    }

    private String uri(String collection, Resource key) {
        return VaultDocuments.uri(world, vault) + collection + "/" + key.name();
    }

    private Doc attributes(KeyVersion version) {
        Doc attributes = KeyDocuments.dates(version).with("recoveryLevel", KeyDocuments.recoveryLevel(vault));
        return VaultDocuments.isSoftDelete(vault)
                ? attributes.with("recoverableDays", VaultDocuments.retentionDays(vault))
                : attributes;
    }

    private static Doc withTags(Doc document, KeyVersion version) {
        return version.tags().isEmpty()
                ? document
                : document.with("tags", Doc.copyOf(version.tags().toMap()));
    }
}
