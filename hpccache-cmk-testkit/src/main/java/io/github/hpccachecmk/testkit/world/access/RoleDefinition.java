package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.RightGrant;
import java.util.List;

/**
 * What a role allows, in one permission entry.
 *
 * @param id its GUID, lower case
 * @param name the name that people read
 * @param description what it is for
 * @param actions allowed control-plane actions
 * @param notActions taken away from them
 * @param dataActions allowed data-plane actions
 * @param notDataActions taken away from them
 */
public record RoleDefinition(
        String id,
        String name,
        String description,
        List<String> actions,
        List<String> notActions,
        List<String> dataActions,
        List<String> notDataActions) {
    /** Copies the lists. */
    public RoleDefinition {
        actions = List.copyOf(actions);
        notActions = List.copyOf(notActions);
        dataActions = List.copyOf(dataActions);
        notDataActions = List.copyOf(notDataActions);
    }

    /** What somebody with this role at a scope may do. */
    public RightGrant at(String scope) {
        return new RightGrant(scope, actions, notActions, dataActions, notDataActions);
    }
}
