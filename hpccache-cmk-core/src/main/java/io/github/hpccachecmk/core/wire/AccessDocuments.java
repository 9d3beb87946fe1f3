package io.github.hpccachecmk.core.wire;

import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.ManagementLock;
import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import java.util.Locale;

/**
 * Permissions, locks and identities, read from JSON documents. Sources: the REST specifications of
 * Microsoft.Authorization and Microsoft.ManagedIdentity.
 */
public final class AccessDocuments {
    private AccessDocuments() {}

    /**
     * An entry of the permissions API.
     *
     * @param entry the entry
     * @return what it allows and excludes
     */
    public static PermissionEntry permission(JsonView entry) {
        return new PermissionEntry(
                entry.textList("actions"),
                entry.textList("notActions"),
                entry.textList("dataActions"),
                entry.textList("notDataActions"));
    }

    /**
     * A management lock.
     *
     * @param lock the element
     * @return the lock
     */
    public static ManagementLock lock(JsonView lock) {
        return new ManagementLock(
                lock.text("id").orElse(""),
                lock.object("properties").text("level").orElse(""));
    }

    /**
     * A user-assigned identity.
     *
     * @param identity the answer's body
     * @return the snapshot
     * @throws io.github.hpccachecmk.error.InvalidInputException when id, principal or tenant is missing or malformed
     */
    public static IdentitySnapshot identity(JsonView identity) {
        var properties = identity.object("properties");
        return new IdentitySnapshot(
                UserAssignedIdentityId.parse(identity.text("id").orElse("")),
                PrincipalId.of(properties.text("principalId").orElse("")),
                TenantId.of(properties.text("tenantId").orElse("")),
                identity.object("systemData").instant("createdAt"));
    }

    /**
     * A role assignment.
     *
     * @param assignment the answer's body, or a row of an inventory
     * @return the assignment
     * @throws io.github.hpccachecmk.error.InvalidInputException when it names no principal
     */
    public static RoleAssignment assignment(JsonView assignment) {
        var properties = assignment.object("properties");
        var role = properties.text("roleDefinitionId").orElse("");
        return new RoleAssignment(
                assignment.text("id").orElse(""),
                properties.text("scope").orElse(""),
                PrincipalId.of(properties.text("principalId").orElse("")),
                role.substring(role.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT),
                properties.text("condition").filter(condition -> !condition.isBlank()),
                properties.instant("createdOn"));
    }
}
