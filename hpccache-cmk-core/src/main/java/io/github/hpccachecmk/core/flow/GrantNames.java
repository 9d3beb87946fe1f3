package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.policy.KeyAccess;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import java.util.Locale;
import java.util.UUID;

/**
 * Names of role assignments, derived so that writing the same grant again is the same write: the version 5 UUID of {@code
 * scope|principal|role} in lower case. <strong>Frozen as a compatibility contract</strong>: what is provably ours is told by
 * it.
 */
public final class GrantNames {
    private GrantNames() {}

    /**
     * The name of a role assignment.
     *
     * @param scope where it holds
     * @param principal who gets it
     * @param roleId the GUID of the role definition, in any case
     */
    public static UUID of(ResourceId scope, PrincipalId principal, String roleId) {
        return Uuid5.of((scope.canonical() + '|' + principal + '|' + roleId).toLowerCase(Locale.ROOT));
    }

    /** Whether an assignment is provably this library's: of its one role, on one key, under the name derived from both. */
    public static boolean isOurs(RoleAssignment assignment) {
        if (!assignment.roleId().equalsIgnoreCase(KeyAccess.ENCRYPTION_USER)) {
            return false;
        }
        var name = assignment.id().substring(assignment.id().lastIndexOf('/') + 1);
        try {
            var scope = ResourceId.parse(assignment.scope());
            return scope.isOfType("Microsoft.KeyVault/vaults/keys")
                    && of(scope, assignment.principal(), KeyAccess.ENCRYPTION_USER)
                            .toString()
                            .equalsIgnoreCase(name);
        } catch (InvalidInputException widerThanAResource) {
            // Of a group, a subscription or a management group: this library makes none there.
            return false;
        }
    }
}
