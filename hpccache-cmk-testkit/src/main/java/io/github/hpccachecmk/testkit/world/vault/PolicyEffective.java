package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Effects;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Transition;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The access policies of one principal, as one write left them, become what services see.
 *
 * @param subject the canonical id of the vault
 * @param objectId the principal, lower case
 * @param permissions its key permissions, lower case
 */
public record PolicyEffective(String subject, String objectId, Set<String> permissions) implements Transition {
    /** Copies the set. */
    public PolicyEffective {
        permissions = Set.copyOf(permissions);
    }

    @Override
    public Change change() {
        return Change.ACCESS_POLICY_EFFECTIVE;
    }

    @Override
    public World apply(World world, Instant when, Decisions decisions) {
        return world.update(
                subject,
                vault -> vault.state() instanceof VaultState state
                        ? vault.with(state.withEffective(objectId, permissions))
                        : vault);
    }

    /** Lets a vault's changed policies take effect for each principal whose permissions differ from before. */
    static World begin(World world, Doc before, Resource after, Call call) {
        World current = world;
        Map<String, Set<String>> old = permissions(before);
        Map<String, Set<String>> changed = permissions(after.document());
        Set<String> principals = new TreeSet<>(old.keySet());
        principals.addAll(changed.keySet());
        for (String objectId : principals) {
            Set<String> permissions = changed.getOrDefault(objectId, Set.of());
            if (!permissions.equals(old.getOrDefault(objectId, Set.of()))) {
                Transition effective = new PolicyEffective(World.canonical(after.id()), objectId, permissions);
                current = Effects.begin(current, effective, call.now(), call.decisions());
            }
        }
        return current;
    }

    /** The lower-cased key permissions that a vault's document gives any of some object ids. */
    static Set<String> permissions(Doc vault, Set<String> objectIds) {
        Set<String> all = new TreeSet<>();
        Map<String, Set<String>> written = permissions(vault);
        objectIds.forEach(objectId -> all.addAll(written.getOrDefault(objectId, Set.of())));
        return all;
    }

    private static Map<String, Set<String>> permissions(Doc vault) {
        Map<String, Set<String>> permissions = new TreeMap<>();
        for (Doc entry : vault.objects("properties.accessPolicies")) {
            Set<String> keys = permissions.computeIfAbsent(
                    Doc.lower(entry.text("objectId").orElse("")), objectId -> new TreeSet<>());
            entry.texts("permissions.keys").stream().map(Doc::lower).forEach(keys::add);
        }
        return permissions;
    }
}
