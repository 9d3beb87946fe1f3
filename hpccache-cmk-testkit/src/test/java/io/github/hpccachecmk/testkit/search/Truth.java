package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.request.EncryptionRequest;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.IdentityState;
import io.github.hpccachecmk.testkit.world.access.RoleAssignmentState;
import io.github.hpccachecmk.testkit.world.storagecache.Phase;
import io.github.hpccachecmk.testkit.world.storagecache.TargetState;
import io.github.hpccachecmk.testkit.world.storagecache.Targets;
import io.github.hpccachecmk.testkit.world.vault.KeyState;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is the case in a world, looked up in the world itself: properties never ask the code under test. */
final class Truth {
    static final String ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

    private static final Set<String> NEEDED = Set.of("keys:get", "keys:wrapkey", "keys:unwrapkey");
    static final String KEY_URL = "properties.encryptionSettings.keyEncryptionKey.keyUrl";
    private static final String FLAG = "properties.encryptionSettings.rotationToLatestKeyVersionEnabled";

    private final World world;
    private final Start start;

    Truth(World world, Start start) {
        this.world = world;
        this.start = start;
    }

    boolean exists() {
        return world.exists(start.target());
    }

    Optional<TargetState> target() {
        return world.state(start.target(), TargetState.class);
    }

    boolean isPhase(Phase phase) {
        return target().filter(state -> state.phase() == phase).isPresent();
    }

    String keyUrl() {
        return document().text(KEY_URL).orElse("");
    }

    private Doc document() {
        return world.resource(start.target()).map(Resource::document).orElse(Doc.empty());
    }

    boolean isProtected(String vault) {
        var properties = world.resource(vault).map(Resource::document).orElse(Doc.empty());
        return properties.flag("properties.enablePurgeProtection").orElse(false)
                && properties.flag("properties.enableSoftDelete").orElse(true);
    }

    boolean isRbac() {
        return world.resource(start.vault())
                .map(Resource::document)
                .flatMap(vault -> vault.flag("properties.enableRbacAuthorization"))
                .orElse(false);
    }

    /** Whether the resource works, with the key and the flag that the request asks for. */
    boolean isServed(CmkRequest<EncryptedResource> request) {
        var shown = Targets.shown(world, start.target());
        boolean isHealthy =
                shown.text("properties.provisioningState").orElse("").equals("Succeeded")
                        && Set.of("Healthy", "Available")
                                .contains(shown.text("properties.health.state").orElse(""));
        return isHealthy && hasKeyOf(request) && hasFlagOf(request);
    }

    /** Whether nothing is left to do. */
    boolean isConverged(CmkRequest<EncryptedResource> request) {
        return isServed(request)
                && isProtected(start.vault())
                && principals().stream().allMatch(this::hasAccess);
    }

    /** The version is that of the request, or a newer one of the same key on a resource that rotates by itself. */
    boolean hasKeyOf(CmkRequest<EncryptedResource> request) {
        return !(request instanceof EncryptionRequest encryption)
                || keyUrl().equalsIgnoreCase(encryption.key().toString())
                || (document().flag(FLAG).orElse(false)
                        && keyUrl().toLowerCase(Locale.ROOT)
                                .startsWith(encryption
                                                .key()
                                                .withoutVersion()
                                                .toString()
                                                .toLowerCase(Locale.ROOT) + "/"));
    }

    private boolean hasFlagOf(CmkRequest<EncryptedResource> request) {
        boolean isWanted = request instanceof CreateRequest create && create.autoRotation();
        return !isWanted || document().flag(FLAG).orElse(false);
    }

    /** The principals that the resource uses, and those of the identities that it is to be made with. */
    Set<String> principals() {
        var all = new TreeSet<String>();
        target().ifPresent(state -> {
            if (!state.principalId().isEmpty()) {
                all.add(state.principalId().toLowerCase(Locale.ROOT));
            }
            state.userPrincipals().values().forEach(id -> all.add(id.toLowerCase(Locale.ROOT)));
        });
        world.state(start.identity(), IdentityState.class)
                .ifPresent(identity -> all.add(identity.principalId().toLowerCase(Locale.ROOT)));
        return all;
    }

    boolean isGranted() {
        var principals = principals();
        return !principals.isEmpty() && principals.stream().allMatch(this::hasAccess);
    }

    boolean hasAccess(String principal) {
        var access = access();
        if (!isRbac()) {
            return access.getOrDefault(start.vault() + " " + principal, Set.of())
                    .containsAll(NEEDED);
        }
        return assignments()
                .anyMatch(state -> state.principalId().equals(principal)
                        && state.roleId().equals(ENCRYPTION_USER)
                        && keyScopes().stream().anyMatch(scope -> scope.startsWith(World.canonical(state.scope()))));
    }

    /** The scopes of the key that the resource uses; before there is one, of each key that a request can mean. */
    private Set<String> keyScopes() {
        var url = keyUrl();
        return url.contains("/keys/")
                ? Set.of(keyScope(url.split("/keys/", -1)[1].split("/", -1)[0]))
                : Set.of(keyScope(Scenery.KEY), keyScope(Scenery.OTHER_KEY));
    }

    private String keyScope(String key) {
        return World.canonical(start.vault() + "/keys/" + key);
    }

    private Stream<RoleAssignmentState> assignments() {
        return world.resources(RoleAssignmentState.class).map(resource -> (RoleAssignmentState) resource.state());
    }

    /** Since when everybody who uses the resource has the role on a key itself; empty while somebody has not. */
    Optional<Instant> assignedAt(String key) {
        var latest = Instant.MIN;
        for (var principal : principals()) {
            var made = world.resources(RoleAssignmentState.class)
                    .filter(resource -> {
                        var state = (RoleAssignmentState) resource.state();
                        return state.principalId().equals(principal)
                                && state.roleId().equals(ENCRYPTION_USER)
                                && World.canonical(state.scope()).equals(keyScope(key));
                    })
                    .flatMap(resource -> resource.document().text("createdOn").stream())
                    .map(Instant::parse)
                    .min(Instant::compareTo);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            latest = made.get().isAfter(latest) ? made.get() : latest;
        }
        return Optional.of(latest);
    }

    /** Everybody's access, by vault and principal or by the assignment's id. */
    Map<String, Set<String>> access() {
        var access = new TreeMap<String, Set<String>>();
        world.below("", "Microsoft.KeyVault/vaults").forEach(vault -> {
            for (var entry : vault.document().objects("properties.accessPolicies")) {
                var who = entry.text("objectId").orElse("").toLowerCase(Locale.ROOT);
                var rights = access.computeIfAbsent(World.canonical(vault.id()) + " " + who, key -> new TreeSet<>());
                for (var kind : Set.of("keys", "secrets", "certificates", "storage")) {
                    entry.texts("permissions." + kind)
                            .forEach(right -> rights.add(kind + ":" + right.toLowerCase(Locale.ROOT)));
                }
            }
        });
        world.resources(RoleAssignmentState.class).forEach(resource -> {
            var state = (RoleAssignmentState) resource.state();
            access.put(
                    World.canonical(resource.id()),
                    Set.of(state.principalId() + " " + state.roleId() + " " + World.canonical(state.scope())));
        });
        return access;
    }

    /** Whether the version that the resource uses, or is to use, can be used now. */
    boolean isKeyUsable(CmkRequest<EncryptedResource> request, Instant now) {
        boolean isAsked = request instanceof ChangeKey || !exists();
        var url = isAsked && request instanceof EncryptionRequest encryption
                ? encryption.key().toString()
                : keyUrl();
        if (!url.contains("/keys/")) {
            return false;
        }
        var parts = url.split("/keys/", -1)[1].split("/", -1);
        return world.state(start.vault() + "/keys/" + parts[0], KeyState.class)
                .flatMap(key -> parts.length > 1 ? key.version(parts[1]) : Optional.of(key.latest()))
                .filter(version -> version.enabled()
                        && version.expires().filter(end -> !now.isBefore(end)).isEmpty())
                .isPresent();
    }
}
