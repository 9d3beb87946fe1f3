package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;

/** Role assignments that a subscription has anyway, of principals that nobody in the world signs in as. */
public final class AssignmentsOfOthers {
    private AssignmentsOfOthers() {}

    /** The world with so many more of them, all of role Reader at the subscription, effective. */
    public static World add(World world, String subscription, int count) {
        String scope = "/subscriptions/" + subscription;
        World next = world;
        for (int i = 0; i < count; i++) {
            next = next.next();
            next = next.with(assignment(next, scope));
        }
        return next;
    }

    private static Resource assignment(World world, String scope) {
        RoleAssignmentState state =
                new RoleAssignmentState(scope, world.guid("other principal"), BuiltInRoles.READER, true);
        Doc document = Doc.of(
                "roleDefinitionId",
                scope + "/providers/Microsoft.Authorization/roleDefinitions/" + BuiltInRoles.READER,
                "principalId",
                state.principalId(),
                "principalType",
                "User",
                "scope",
                scope);
        String id = scope + "/providers/" + RoleAssignmentDocuments.TYPE + "/" + world.guid("other assignment");
        return new Resource(id, document, state);
    }
}
