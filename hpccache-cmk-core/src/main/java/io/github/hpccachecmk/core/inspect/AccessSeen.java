package io.github.hpccachecmk.core.inspect;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.failure.ServiceText;
import io.github.hpccachecmk.core.policy.KeyAccess;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.inspection.IdentityAccess;
import io.github.hpccachecmk.inspection.IdentityAccess.State;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of the resource's identities has access to the key. Pure. */
final class AccessSeen {
    private AccessSeen() {}

    /** The assignments to read, as far as it is known by now whose. */
    static Set<FactKey<?>> facts(Inspected seen) {
        var facts = new LinkedHashSet<FactKey<?>>();
        var isRbac = seen.vault()
                .filter(vault -> vault.accessModel() == AccessModel.RBAC)
                .isPresent();
        if (isRbac) {
            holders(seen)
                    .forEach(holder -> scope(seen)
                            .ifPresent(scope -> facts.add(new FactKey.Assignments(scope, holder.principal()))));
        }
        return facts;
    }

    static List<IdentityAccess> of(Inspected seen) {
        return holders(seen).stream().map(holder -> access(seen, holder)).toList();
    }

    /** What each identity has beyond what it needs, in words, by its access; nothing for those that have no more. */
    static Map<IdentityAccess, String> excess(Inspected seen) {
        var excess = new LinkedHashMap<IdentityAccess, String>();
        for (var holder : holders(seen)) {
            var more = byPolicyExcess(seen, holder);
            more.addAll(byRoleExcess(seen, holder));
            if (!more.isEmpty()) {
                excess.put(access(seen, holder), String.join(", ", more));
            }
        }
        return excess;
    }

    private static List<String> byPolicyExcess(Inspected seen, Holder holder) {
        return seen.vault().stream()
                .filter(vault -> vault.accessModel() == AccessModel.ACCESS_POLICY)
                .flatMap(vault -> vault.accessPolicies().stream())
                .filter(entry -> entry.principal().equals(holder.principal()))
                .flatMap(entry -> entry.keyPermissions().stream())
                .filter(permission -> !KeyAccess.KEY_PERMISSIONS.contains(permission))
                .distinct()
                .sorted()
                .map(permission -> "key permission " + ServiceText.shown(permission))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> byRoleExcess(Inspected seen, Holder holder) {
        return scope(seen).stream()
                .flatMap(key -> seen.facts().value(new FactKey.Assignments(key, holder.principal())).stream()
                        .flatMap(List::stream)
                        .filter(assignment -> KeyAccess.suffices(assignment, key))
                        .filter(assignment -> !isNarrowest(assignment, key))
                        .map(assignment -> "role " + assignment.roleId() + " on " + assignment.scope()))
                .sorted()
                .toList();
    }

    private static boolean isNarrowest(RoleAssignment assignment, ResourceId key) {
        return assignment.roleId().equalsIgnoreCase(KeyAccess.ENCRYPTION_USER)
                && assignment.scope().equalsIgnoreCase(key.canonical());
    }

    private record Holder(PrincipalId principal, String identity) {}

    /**
     * A system-assigned principal comes from the resource, a user-assigned one from its identity. Identities of a resource without a key have
     * nothing to do with one.
     */
    private static List<Holder> holders(Inspected seen) {
        var holders = new ArrayList<Holder>();
        if (seen.key().isEmpty()) {
            return holders;
        }
        for (var id : seen.target().userAssigned()) {
            seen.facts()
                    .value(new FactKey.Identity(id))
                    .flatMap(found -> found)
                    .ifPresent(identity ->
                            holders.add(new Holder(identity.principal(), "user-assigned identity " + id.name())));
        }
        seen.target()
                .principal()
                .ifPresent(principal -> holders.add(new Holder(principal, "system-assigned identity")));
        return holders;
    }

    private static Optional<ResourceId> scope(Inspected seen) {
        return seen.vaultId().flatMap(vault -> seen.key().map(key -> vault.keyScope(key.keyName())));
    }

    private static IdentityAccess access(Inspected seen, Holder holder) {
        var vault = seen.vault();
        if (vault.isEmpty()) {
            return told(holder, State.UNKNOWN, Optional.empty());
        }
        return vault.get().accessModel() == AccessModel.RBAC
                ? byRole(seen, holder)
                : byPolicy(seen, holder, vault.get());
    }

    private static IdentityAccess byPolicy(Inspected seen, Holder holder, VaultSnapshot vault) {
        return KeyAccess.byPolicies(vault.accessPolicies(), holder.principal())
                ? told(holder, given(seen), vault.lastModifiedAt())
                : told(holder, State.ABSENT, Optional.empty());
    }

    private static IdentityAccess byRole(Inspected seen, Holder holder) {
        var scope = scope(seen).orElseThrow();
        var listed = seen.facts().value(new FactKey.Assignments(scope, holder.principal()));
        if (listed.isEmpty()) {
            return told(holder, State.UNKNOWN, Optional.empty());
        }
        return listed.get().stream()
                .filter(assignment -> KeyAccess.suffices(assignment, scope))
                .findFirst()
                .map(RoleAssignment::createdOn)
                .map(since -> told(holder, given(seen), since))
                // One with a condition or of another role may suffice all the same.
                .orElseGet(() -> told(holder, listed.get().isEmpty() ? State.ABSENT : State.UNKNOWN, Optional.empty()));
    }

    private static State given(Inspected seen) {
        return seen.isHealthy() ? State.PROVEN : State.WRITTEN;
    }

    private static IdentityAccess told(Holder holder, State state, Optional<Instant> since) {
        return new IdentityAccess(holder.principal(), holder.identity(), state, since);
    }
}
