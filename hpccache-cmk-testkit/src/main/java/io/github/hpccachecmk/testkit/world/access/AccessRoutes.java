package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.ApiVersions;
import io.github.hpccachecmk.testkit.world.Caller;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.Route;
import io.github.hpccachecmk.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of Microsoft.Authorization and Microsoft.ManagedIdentity. */
public final class AccessRoutes {
    private static final String AUTHORIZATION = "Microsoft.Authorization";
    private static final ApiVersions ASSIGNMENTS = ApiVersions.of(
            AUTHORIZATION,
            "roleAssignments",
            "2015-07-01",
            "2018-07-01",
            "2018-09-01-preview",
            "2020-04-01-preview",
            "2020-08-01-preview",
            "2022-04-01");
    private static final ApiVersions LOCKS =
            ApiVersions.of(AUTHORIZATION, "locks", "2016-09-01", "2017-04-01", "2020-05-01");
    private static final ApiVersions IDENTITIES = ApiVersions.of(
            "Microsoft.ManagedIdentity",
            "userAssignedIdentities",
            "2018-11-30",
            "2021-09-30-preview",
            "2022-01-31-preview",
            "2023-01-31",
            "2023-07-31-preview",
            "2024-11-30");

    private static final String CLI_ROLES = "Azure/azure-cli role tests, 2019 and 2022";

    private AccessRoutes() {}

    /** The rows. */
    public static List<Route> rows() {
        List<Route> rows = new ArrayList<>();
        rows.addAll(roles());
        rows.addAll(locks());
        rows.addAll(identities());
        return rows;
    }

    /** The rights that role assignments in the world give a caller. */
    public static Stream<RightGrant> rights(World world, Caller caller, Decisions decisions) {
        return caller.objectId().isEmpty() ? Stream.empty() : RoleRights.ofCaller(world, caller.objectId(), decisions);
    }

    private static List<Route> roles() {
        String assignments = "/{+scope}/providers/Microsoft.Authorization/roleAssignments";
        String assignment = assignments + "/{name}";
        String right = AUTHORIZATION + "/roleAssignments/";
        String definitions = "/{+scope}/providers/Microsoft.Authorization/roleDefinitions";
        ApiVersions definitionVersions = ASSIGNMENTS.forType("roleDefinitions");
        return List.of(
                Route.read(
                        "/subscriptions/{subscription}/providers/Microsoft.Authorization/roleAssignments",
                        "LIST_ASSIGNMENTS_OF_SUBSCRIPTION",
                        right + "read",
                        ASSIGNMENTS,
                        RoleAssignmentHandlers::listOfSubscription),
                Route.read(
                                assignments,
                                "LIST_ROLE_ASSIGNMENTS",
                                right + "read",
                                ASSIGNMENTS,
                                RoleAssignmentHandlers::list)
                        .observed(CLI_ROLES),
                Route.read(assignment, "GET_ROLE_ASSIGNMENT", right + "read", ASSIGNMENTS, RoleAssignmentHandlers::get),
                Route.write(
                                "PUT",
                                assignment,
                                "CREATE_ROLE_ASSIGNMENT",
                                right + "write",
                                ASSIGNMENTS,
                                RoleAssignmentHandlers::put)
                        .observed(CLI_ROLES),
                Route.delete(
                        assignment,
                        "DELETE_ROLE_ASSIGNMENT",
                        right + "delete",
                        ASSIGNMENTS,
                        RoleAssignmentHandlers::delete),
                Route.read(
                        definitions,
                        "LIST_ROLE_DEFINITIONS",
                        AUTHORIZATION + "/roleDefinitions/read",
                        definitionVersions,
                        RoleDefinitionHandlers::list),
                Route.read(
                        definitions + "/{name}",
                        "GET_ROLE_DEFINITION",
                        AUTHORIZATION + "/roleDefinitions/read",
                        definitionVersions,
                        RoleDefinitionHandlers::get),
                Route.write(
                        "PUT",
                        definitions + "/{name}",
                        "PUT_ROLE_DEFINITION",
                        AUTHORIZATION + "/roleDefinitions/write",
                        definitionVersions,
                        CustomRoleHandlers::put),
                Route.delete(
                        definitions + "/{name}",
                        "DELETE_ROLE_DEFINITION",
                        AUTHORIZATION + "/roleDefinitions/delete",
                        definitionVersions,
                        CustomRoleHandlers::delete),
                Route.read(
                        "/{+scope}/providers/Microsoft.Authorization/permissions",
                        "LIST_PERMISSIONS",
                        AUTHORIZATION + "/permissions/read",
                        ASSIGNMENTS.forType("permissions"),
                        RoleDefinitionHandlers::permissions));
    }

    private static List<Route> locks() {
        String locks = "/{+scope}/providers/Microsoft.Authorization/locks";
        String lock = locks + "/{name}";
        String right = AUTHORIZATION + "/locks/";
        return List.of(
                Route.read(locks, "LIST_LOCKS", right + "read", LOCKS, LockHandlers::list),
                Route.read(lock, "GET_LOCK", right + "read", LOCKS, LockHandlers::get),
                Route.write("PUT", lock, "PUT_LOCK", right + "write", LOCKS, LockHandlers::put),
                Route.delete(lock, "DELETE_LOCK", right + "delete", LOCKS, LockHandlers::delete));
    }

    private static List<Route> identities() {
        String group = "/subscriptions/{subscription}/resourceGroups/{group}/providers/" + IdentityHandlers.TYPE;
        String identity = group + "/{name}";
        String right = IdentityHandlers.TYPE + "/";
        return List.of(
                Route.read(identity, "GET_IDENTITY", right + "read", IDENTITIES, IdentityHandlers::get),
                Route.write("PUT", identity, "PUT_IDENTITY", right + "write", IDENTITIES, IdentityHandlers::put)
                        .observed("Azure/azure-cli-extensions amlfs tests, 2026"),
                Route.write("PATCH", identity, "UPDATE_IDENTITY", right + "write", IDENTITIES, IdentityHandlers::patch),
                Route.delete(identity, "DELETE_IDENTITY", right + "delete", IDENTITIES, IdentityHandlers::delete),
                Route.read(group, "LIST_IDENTITIES", right + "read", IDENTITIES, IdentityHandlers::listByGroup),
                Route.read(
                        "/subscriptions/{subscription}/providers/" + IdentityHandlers.TYPE,
                        "LIST_IDENTITIES_OF_SUBSCRIPTION",
                        right + "read",
                        IDENTITIES,
                        IdentityHandlers::listBySubscription));
    }
}
