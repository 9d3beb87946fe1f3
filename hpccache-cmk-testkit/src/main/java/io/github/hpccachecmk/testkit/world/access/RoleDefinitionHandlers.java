package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Paging;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Role definitions, the built-in ones only, and the caller's own permissions. */
final class RoleDefinitionHandlers {
    private static final String TYPE = "Microsoft.Authorization/roleDefinitions";
    private static final Pattern BY_NAME = Pattern.compile("roleName\\s+eq\\s+'(.*)'", Pattern.CASE_INSENSITIVE);
    private static final int LARGEST_PAGE = 1000;

    private RoleDefinitionHandlers() {}

    static Step get(World world, Call call) {
        String id = call.param("name");
        return Step.of(
                world,
                BuiltInRoles.find(id)
                        .map(role -> WireResponse.of(200, document(role, call.param("scope"))))
                        .orElseGet(() -> ArmErrors.of(
                                404,
                                "RoleDefinitionDoesNotExist",
                                "The specified role definition with ID '" + id + "' does not exist.")));
    }

    static Step list(World world, Call call) {
        Matcher byName = BY_NAME.matcher(call.request().parameter("$filter").orElse(""));
        List<Doc> roles = BuiltInRoles.all().stream()
                .filter(role -> !byName.matches() || role.name().equalsIgnoreCase(byName.group(1)))
                .map(role -> document(role, call.param("scope")))
                .toList();
        return Step.of(world, Paging.page(call, roles, "$top", LARGEST_PAGE));
    }

    /** One entry a grant that holds at the scope; notActions subtract within their own entry only. */
    static Step permissions(World world, Call call) {
        List<Doc> entries = call.rights().stream()
                .filter(grant -> RightGrant.covers(grant.scope(), call.param("scope")))
                .map(grant -> Doc.of(
                        "actions", grant.actions(),
                        "notActions", grant.notActions(),
                        "dataActions", grant.dataActions(),
                        "notDataActions", grant.notDataActions()))
                .toList();
        return Step.of(world, Paging.page(call, entries, "$top", LARGEST_PAGE));
    }

    /** The ids of built-in roles name the subscription that was asked through, and no group or resource. */
    private static Doc document(RoleDefinition role, String scope) {
        String[] segments = scope.split("/", -1);
        String prefix = segments.length > 2 && segments[1].equalsIgnoreCase("subscriptions")
                ? "/subscriptions/" + segments[2]
                : "";
        Doc permission = Doc.of(
                "actions", role.actions(),
                "notActions", role.notActions(),
                "dataActions", role.dataActions(),
                "notDataActions", List.of());
        return Doc.of(
                "properties",
                Doc.of(
                        "roleName", role.name(),
                        "type", "BuiltInRole",
                        "description", role.description(),
                        "assignableScopes", List.of("/"),
                        "permissions", List.of(permission)),
                "id",
                prefix + "/providers/" + TYPE + "/" + role.id(),
                "type",
                TYPE,
                "name",
                role.id());
    }
}
