package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import java.util.UUID;

/**
 * A role assignment to be written; sent with {@code principalType: ServicePrincipal}.
 *
 * @param scope the key's own scope
 * @param name the assignment's name, derived from scope, principal and role
 * @param principal who gets it
 * @param roleId the role definition's GUID
 */
public record RoleGrant(ResourceId scope, UUID name, PrincipalId principal, String roleId) {}
