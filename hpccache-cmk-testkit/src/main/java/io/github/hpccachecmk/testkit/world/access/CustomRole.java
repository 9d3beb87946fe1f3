package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.ResourceState;
import java.util.List;

/**
 * A role definition that a customer made.
 *
 * @param role what it allows
 * @param assignableScopes where it can be assigned, and below
 */
public record CustomRole(RoleDefinition role, List<String> assignableScopes) implements ResourceState {
    /** Copies the list. */
    public CustomRole {
        assignableScopes = List.copyOf(assignableScopes);
    }
}
