package io.github.hpccachecmk.testkit.world;

import java.util.List;

/**
 * Somebody who calls: a user or application with rights of its own, besides those from role assignments in the world.
 *
 * @param name what requests name; also shown as client in refusals
 * @param objectId its principal in the directory
 * @param tenantId its tenant
 * @param rights what it may do
 */
public record Caller(String name, String objectId, String tenantId, List<RightGrant> rights) {
    /** Copies the list. */
    public Caller {
        rights = List.copyOf(rights);
    }

    /** This caller with other rights. */
    public Caller withRights(List<RightGrant> changed) {
        return new Caller(name, objectId, tenantId, changed);
    }
}
