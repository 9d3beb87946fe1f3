package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.core.flow.GrantNames;
import io.github.hpccachecmk.core.inspect.Inspected;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.inspection.IdentityAccess;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.RevokeGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
    private final Set<String> subscriptions = new TreeSet<>();

    private record Use(String scope, String principal) {}

    /** Notes which access a resource needs. */
    void note(Inspected seen, List<IdentityAccess> access) {
        subscriptions.add(seen.target().id().resourceId().subscription());
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
    List<Problem> orphaned(AuditQuery query, Inventory inventory, Instant now) {
        if (query.scope() instanceof AuditScope.ResourceGroup) {
            return List.of();
        }
        return inventory.assignments().value().stream()
                .flatMap(all -> all.values().stream())
                .flatMap(List::stream)
                .filter(assignment -> GrantNames.isOurs(assignment) && isOld(assignment, now))
                .filter(assignment -> !isNeeded(assignment))
                .sorted(Comparator.comparing(RoleAssignment::id))
                .map(assignment -> new Problem(finding(assignment), cure(assignment, query.allowedVaults())))
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

    /** Looks through every subscription in which a resource was seen, and lists those afresh. */
    private Optional<CmkRequest<?>> cure(RoleAssignment assignment, List<VaultId> allowed) {
        var key = ResourceId.parse(assignment.scope());
        return allowed.stream()
                .filter(vault -> vault.keyScope(key.name()).equals(key))
                .findFirst()
                .map(vault -> RevokeGrant.builder()
                        .vault(vault)
                        .keyName(key.name())
                        .principal(assignment.principal())
                        .subscriptions(Stream.concat(subscriptions.stream(), Stream.of(vault.subscription()))
                                .distinct()
                                .toList())
                        .build());
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
                "Take it away with RevokeGrant when nothing else uses the key with this identity.",
                Optional.empty(),
                Optional.empty());
    }
}
