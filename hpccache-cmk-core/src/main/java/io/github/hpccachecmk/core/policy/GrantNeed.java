package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether access to the key still has to be given, as far as the facts at hand tell. */
enum GrantNeed {
    /** At least one identity has no access, or does not exist yet. */
    YES,
    /** Every identity has access. */
    NO,
    /** Some identity or grant is not known. */
    UNKNOWN;

    /** The facts that decide, as far as they are known by now. */
    static Set<FactKey<?>> facts(Situation situation, VaultId vault) {
        var facts = new HashSet<FactKey<?>>();
        for (var identity : identities(situation)) {
            facts.add(new FactKey.Identity(identity));
        }
        if (isRbac(situation, vault)) {
            situation
                    .key()
                    .ifPresent(key ->
                            principals(situation).forEach(principal -> facts.add(assignments(vault, key, principal))));
        }
        return facts;
    }

    static GrantNeed of(Situation situation, VaultId id, VaultSnapshot vault) {
        var need = NO;
        if (hasSystemAssigned(situation)) {
            var principal = situation.target().flatMap(TargetSnapshot::principal);
            if (principal.isEmpty()) {
                return YES;
            }
            need = of(situation, id, vault, principal.get());
        }
        for (var identity : identities(situation)) {
            need = need.and(principal(situation, identity)
                    .map(principal -> of(situation, id, vault, principal))
                    .orElse(UNKNOWN));
        }
        return need;
    }

    private static GrantNeed of(Situation situation, VaultId id, VaultSnapshot vault, PrincipalId principal) {
        if (vault.accessModel() == AccessModel.ACCESS_POLICY) {
            return KeyAccess.byPolicies(vault.accessPolicies(), principal) ? NO : YES;
        }
        var key = situation.key();
        if (key.isPresent()) {
            for (var candidate : situation.facts().keys()) {
                if (candidate instanceof FactKey.Assignments assignments
                        && assignments.principal().equals(principal)
                        && isKey(assignments.scope(), id, key.get())) {
                    return of(assignments, situation);
                }
            }
        }
        return UNKNOWN;
    }

    /** Assignments that do not count may suffice all the same. */
    private static GrantNeed of(FactKey.Assignments key, Situation situation) {
        var found = situation.facts().value(key);
        if (found.isEmpty()) {
            return UNKNOWN;
        }
        for (var assignment : found.get()) {
            if (KeyAccess.suffices(assignment, key.scope())) {
                return NO;
            }
        }
        return found.get().isEmpty() ? YES : UNKNOWN;
    }

    /** Compared by parts: to make the key's scope anew for every judgement would cost more than all rules together. */
    private static boolean isKey(ResourceId scope, VaultId vault, KeyUrl key) {
        var text = scope.canonical();
        var above = vault.resourceId().canonical();
        return scope.name().equalsIgnoreCase(key.keyName())
                && text.startsWith(above)
                && text.length()
                        == above.length() + "/keys/".length() + key.keyName().length();
    }

    private GrantNeed and(GrantNeed other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO;
    }

    private static List<PrincipalId> principals(Situation situation) {
        var own = hasSystemAssigned(situation)
                ? situation.target().flatMap(TargetSnapshot::principal).stream()
                : Optional.<PrincipalId>empty().stream();
        var others = identities(situation).stream().flatMap(id -> principal(situation, id).stream());
        return Stream.concat(own, others).toList();
    }

    private static Optional<PrincipalId> principal(Situation situation, UserAssignedIdentityId id) {
        return situation
                .facts()
                .value(new FactKey.Identity(id))
                .flatMap(found -> found)
                .map(IdentitySnapshot::principal);
    }

    private static List<UserAssignedIdentityId> identities(Situation situation) {
        return situation.request() instanceof CreateRequest create
                ? create.identity().userAssigned()
                : situation.target().map(TargetSnapshot::userAssigned).orElse(List.of());
    }

    private static boolean hasSystemAssigned(Situation situation) {
        return situation.request() instanceof CreateRequest create
                ? create.identity().hasSystemAssigned()
                : identities(situation).isEmpty()
                        || situation.target().flatMap(TargetSnapshot::principal).isPresent();
    }

    /** Whether the vault is known to let roles decide. */
    static boolean isRbac(Situation situation, VaultId vault) {
        return situation
                .facts()
                .value(new FactKey.Vault(vault))
                .flatMap(found -> found)
                .filter(found -> found.accessModel() == AccessModel.RBAC)
                .isPresent();
    }

    private static FactKey.Assignments assignments(VaultId vault, KeyUrl key, PrincipalId principal) {
        return new FactKey.Assignments(vault.keyScope(key.keyName()), principal);
    }
}
