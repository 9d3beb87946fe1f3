package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.core.flow.GrantNames;
import io.github.hpccachecmk.core.inspect.Inspected;
import io.github.hpccachecmk.core.policy.KeyAccess;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.inspection.IdentityAccess;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which role assignments of this library no resource needs any more. Only what is provably ours is spoken of: the name of an assignment is
 * derived from key, principal and role, while an access policy carries no author. For one thread.
 */
final class GrantLedger {
    static final String ORPHANED = "access.orphaned";

    /** Access is given before a file system is created, and the inventory lags: younger ones may be for what is to come. */
    private static final Duration YOUNG = Duration.ofDays(1);

    private final Set<Use> uses = new HashSet<>();
    private final Set<String> unclear = new HashSet<>();

    private record Use(String scope, String principal) {}

    /** Notes which access a resource needs. */
    void note(Inspected seen, List<IdentityAccess> access) {
        var scope = seen.vaultId().flatMap(vault -> seen.key().map(key -> vault.keyScope(key.keyName())));
        scope.map(ResourceId::canonical).ifPresent(key -> {
            access.forEach(holder -> uses.add(new Use(key, holder.principal().toString())));
            boolean isKnown = access.size() >= seen.target().userAssigned().size() && !access.isEmpty();
            if (!isKnown) {
                unclear.add(key);
            }
        });
    }

    /** The assignments that nobody needs, in the order of their ids; only where all resources that can use a vault were seen. */
    List<Problem> orphaned(AuditScope scope, Inventory inventory, Instant now) {
        if (scope instanceof AuditScope.ResourceGroup) {
            return List.of();
        }
        return inventory.assignments().value().stream()
                .flatMap(all -> all.values().stream())
                .flatMap(List::stream)
                .filter(assignment -> isOurs(assignment) && isOld(assignment, now))
                .filter(assignment -> !isNeeded(assignment))
                .sorted(Comparator.comparing(RoleAssignment::id))
                .map(assignment -> new Problem(finding(assignment), Optional.empty()))
                .toList();
    }

    private boolean isNeeded(RoleAssignment assignment) {
        var key = ResourceId.parse(assignment.scope()).canonical();
        return unclear.contains(key)
                || uses.contains(new Use(key, assignment.principal().toString()));
    }

    private static boolean isOld(RoleAssignment assignment, Instant now) {
        return assignment
                .createdOn()
                .filter(made -> made.isBefore(now.minus(YOUNG)))
                .isPresent();
    }

    private static boolean isOurs(RoleAssignment assignment) {
        if (!assignment.roleId().equalsIgnoreCase(KeyAccess.ENCRYPTION_USER)) {
            return false;
        }
        var name = assignment.id().substring(assignment.id().lastIndexOf('/') + 1);
        try {
            var scope = ResourceId.parse(assignment.scope());
            return scope.isOfType("Microsoft.KeyVault/vaults/keys")
                    && GrantNames.of(scope, assignment.principal(), assignment.roleId())
                            .toString()
                            .equalsIgnoreCase(name);
        } catch (InvalidInputException widerThanAResource) {
            // Of a group, a subscription or a management group: this library makes none there.
            return false;
        }
    }

    private static Finding finding(RoleAssignment assignment) {
        return new Finding(
                ORPHANED,
                Severity.WARNING,
                assignment.id(),
                "Principal " + assignment.principal()
                        + " has access to a key that no cache or file system which was seen uses with it;"
                        + " this library made the assignment"
                        + assignment.createdOn().map(at -> " on " + at).orElse("")
                        + ". Whether another service uses the key with the same identity is not known.",
                "Remove the role assignment when nothing else uses the key with this identity.",
                Optional.empty(),
                Optional.empty());
    }
}
