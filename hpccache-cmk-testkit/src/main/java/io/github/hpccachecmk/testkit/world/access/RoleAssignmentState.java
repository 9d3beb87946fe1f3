package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.ResourceState;

/**
 * What a role assignment does and its document does not show.
 *
 * @param scope where it holds, and below
 * @param principalId who has it, lower case
 * @param roleId the GUID of the role definition, lower case
 * @param isEffective whether services see it already
 */
public record RoleAssignmentState(String scope, String principalId, String roleId, boolean isEffective)
        implements ResourceState {
    /** This assignment, effective. */
    public RoleAssignmentState effective() {
        return new RoleAssignmentState(scope, principalId, roleId, true);
    }
}
