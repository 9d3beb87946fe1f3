package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a principal has access to a key, as far as can be seen: by an access policy that holds all three rights, or by
 * any assignment at or above the key of a role known to hold them. An assignment with a condition, or of a role not
 * known here, does not count: nobody can tell from outside what it gives.
 */
final class Access {
    /** The rights that the service asks for: "Please grant get, wrap and unwrap key permissions". */
    static final Set<String> KEY_PERMISSIONS = Set.of("get", "wrapkey", "unwrapkey");

    /** Key Vault Crypto Service Encryption User: the one role that this library assigns. */
    static final String ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

    /** Built-in roles whose data actions include reading a key, wrapping and unwrapping. */
    private static final Set<String> SUFFICIENT_ROLES = Set.of(
            ENCRYPTION_USER,
            "14b46e9e-c2b7-41b4-b07b-48a6ebf60603", // Key Vault Crypto Officer
            "12338af0-0e69-4776-bea7-57ae8d297424", // Key Vault Crypto User
            "00482a5a-887f-4fb3-b363-3b7fe8e74483"); // Key Vault Administrator

    /** How long a read may lag behind a write of ours before it is believed that the grant is gone. */
    private static final Duration READ_LAG = Duration.ofMinutes(2);

    private Access() {}

    static GrantState of(View view, PrincipalId principal) {
        var vault = view.vault();
        if (vault.isEmpty()) {
            return GrantState.unread();
        }
        var written = Optional.ofNullable(
                view.memory().grants().get(new Memory.GrantKey(vault.get().accessModel(), principal)));
        return vault.get().accessModel() == AccessModel.RBAC
                ? byRole(view, principal, written)
                : byPolicy(view, vault.get(), principal, written);
    }

    private static GrantState byPolicy(
            View view, VaultSnapshot vault, PrincipalId principal, Optional<Instant> written) {
        boolean listed = vault.accessPolicies().stream().anyMatch(policy -> suffices(policy, principal));
        if (listed) {
            return GrantState.present(written.or(vault::lastModifiedAt));
        }
        var seenAt =
                view.vaultId().map(id -> view.facts().get(new FactKey.Vault(id)).at());
        return writtenBeyond(seenAt, written) ? GrantState.present(written) : GrantState.absent();
    }

    private static boolean suffices(AccessPolicy policy, PrincipalId principal) {
        return policy.principal().equals(principal)
                && policy.application().isEmpty()
                && (policy.keyPermissions().containsAll(KEY_PERMISSIONS)
                        || policy.keyPermissions().contains("all"));
    }

    private static GrantState byRole(View view, PrincipalId principal, Optional<Instant> written) {
        var fact = view.keyScope()
                .map(scope -> view.facts().get(new FactKey.Assignments(scope, principal)))
                .orElse(Fact.<List<RoleAssignment>>unread());
        if (fact.value().isEmpty()) {
            return written.isPresent() && !view.memory().lookAtGrants()
                    ? GrantState.present(written)
                    : GrantState.unread();
        }
        var scope = view.keyScope().orElseThrow();
        var found = fact.value().get().stream()
                .filter(assignment -> suffices(assignment, scope))
                .findFirst();
        if (found.isPresent()) {
            return GrantState.present(written.or(found.get()::createdOn));
        }
        return writtenBeyond(Optional.of(fact.at()), written) ? GrantState.present(written) : GrantState.absent();
    }

    private static boolean suffices(RoleAssignment assignment, ResourceId scope) {
        var at = assignment.scope().toLowerCase(Locale.ROOT);
        boolean above = at.equals("/")
                || scope.canonical().equals(at)
                || scope.canonical().startsWith(at + "/");
        return above
                && assignment.condition().isEmpty()
                && SUFFICIENT_ROLES.contains(assignment.roleId().toLowerCase(Locale.ROOT));
    }

    private static boolean writtenBeyond(Optional<Instant> seenAt, Optional<Instant> written) {
        return written.isPresent()
                && seenAt.isPresent()
                && seenAt.get().isBefore(written.get().plus(READ_LAG));
    }
}
