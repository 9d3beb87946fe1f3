package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.IdentityState;
import io.github.hpccachecmk.testkit.world.storagecache.Phase;
import io.github.hpccachecmk.testkit.world.storagecache.Targets;
import io.github.hpccachecmk.testkit.world.vault.DeletedKeyState;
import io.github.hpccachecmk.testkit.world.vault.KeyState;
import io.github.hpccachecmk.testkit.world.vault.KeyVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is the case with the key and the resource in a world, looked up in the world itself. */
final class KeyTruth {
    private static final String FLAG = "properties.encryptionSettings.rotationToLatestKeyVersionEnabled";

    private final World world;
    private final KeyScene scene;
    private final Truth truth;

    KeyTruth(World world, KeyScene scene) {
        this.world = world;
        this.scene = scene;
        this.truth = new Truth(world, scene.names());
    }

    private Optional<Resource> keyResource() {
        return world.resource(scene.names().vault() + "/keys/" + Scenery.KEY);
    }

    private Optional<KeyState> key() {
        return keyResource().map(Resource::state).map(KeyState.class::cast);
    }

    boolean isThere() {
        return key().isPresent();
    }

    boolean isDeleted() {
        return world.resources(DeletedKeyState.class).findAny().isPresent();
    }

    private Optional<KeyVersion> first() {
        return key().flatMap(key -> key.version(scene.first().version().orElseThrow()));
    }

    List<String> versions() {
        return key().map(key -> key.versions().stream().map(KeyVersion::version).toList())
                .orElse(List.of());
    }

    private Stream<KeyVersion> anywhere() {
        return isThere()
                ? key().stream().flatMap(key -> key.versions().stream())
                : world.resources(DeletedKeyState.class)
                        .flatMap(deleted -> ((KeyState) ((DeletedKeyState) deleted.state())
                                        .key()
                                        .state())
                                .versions().stream());
    }

    /** The versions of the key, there or in deleted state. */
    List<String> versionsAnywhere() {
        return anywhere().map(KeyVersion::version).toList();
    }

    /** Those that are off, there or in deleted state. */
    Set<String> disabled() {
        return anywhere()
                .filter(version -> !version.enabled())
                .map(KeyVersion::version)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean hasNewer() {
        return versions().size() > 1;
    }

    /** The version that the resource is on; empty when it is on another key. */
    String versionInUse() {
        var key = scene.first().withoutVersion().toString().toLowerCase(Locale.ROOT) + "/";
        var url = truth.keyUrl().toLowerCase(Locale.ROOT).replace(":443", "");
        return url.startsWith(key) ? url.substring(key.length()) : "";
    }

    String keyUrl() {
        return truth.keyUrl();
    }

    boolean isOnNewer() {
        return !versionInUse().isEmpty()
                && !versionInUse().equals(scene.first().version().orElseThrow());
    }

    boolean hasFlag() {
        return world.resource(scene.names().target())
                .map(Resource::document)
                .flatMap(document -> document.flag(FLAG))
                .orElse(false);
    }

    boolean isGranted() {
        return truth.isGranted();
    }

    boolean isHealthy() {
        var shown = Targets.shown(world, scene.names().target());
        return shown.text("properties.provisioningState").orElse("").equals("Succeeded")
                && Set.of("Healthy", "Available")
                        .contains(shown.text("properties.health.state").orElse(""));
    }

    /** Whether the world is as the request asks for, the flag aside. */
    boolean isAsAsked() {
        return switch (scene.asks()) {
            case ROTATE -> isOnNewer() && isHealthy();
            case DISABLE -> first().filter(version -> !version.enabled()).isPresent();
            case ENABLE -> first().filter(KeyVersion::enabled).isPresent();
            case POLICY -> isThere() && rotates(Optional.of(KeyStart.QUARTERLY));
            case NO_POLICY -> isThere() && rotates(Optional.empty());
            case RECOVER -> isThere();
            case REVOKE -> !truth.hasAccess(principal());
        };
    }

    /** The principal whose access a revocation is about. */
    String principal() {
        return world.state(scene.names().identity(), IdentityState.class)
                .map(identity -> identity.principalId().toLowerCase(Locale.ROOT))
                .orElseThrow();
    }

    /** Whether the resource is there, under the key: then its identity needs the access. */
    boolean isAccessNeeded() {
        return truth.exists() && !versionInUse().isEmpty();
    }

    private boolean rotates(Optional<KeyRotation> wanted) {
        var policy = keyResource().map(Resource::document).orElse(Doc.empty()).object("rotationPolicy");
        var after = policy.objects("lifetimeActions").stream()
                .filter(action -> action.text("action.type").orElse("").equalsIgnoreCase("rotate"))
                .flatMap(action -> action.text("trigger.timeAfterCreate").stream())
                .findFirst();
        return after.equals(wanted.map(rotation -> rotation.rotateAfter().toString()))
                && (wanted.isEmpty()
                        || policy.text("attributes.expiryTime")
                                .equals(wanted.flatMap(KeyRotation::expireAfter).map(Object::toString)));
    }

    /** Whether the world as it is keeps the request from succeeding. */
    boolean explainsBlock(Instant now) {
        return switch (scene.asks()) {
            case ROTATE ->
                !isThere()
                        || !truth.exists()
                        || truth.isPhase(Phase.FAILED)
                        || truth.isPhase(Phase.KEY_LOST)
                        || versionInUse().isEmpty()
                        || !truth.isGranted()
                        || !isUsable(now);
            case DISABLE -> first().isEmpty() || !isOnNewer();
            case ENABLE -> first().isEmpty();
            case POLICY, NO_POLICY -> !isThere();
            case RECOVER -> !isThere() && !isDeleted();
            case REVOKE -> isAccessNeeded();
        };
    }

    private boolean isUsable(Instant now) {
        return key().filter(key -> key.latest().enabled()
                        && key.latest()
                                .expires()
                                .filter(end -> !now.isBefore(end))
                                .isEmpty()
                        && key.version(versionInUse())
                                .filter(KeyVersion::enabled)
                                .isPresent())
                .isPresent();
    }
}
