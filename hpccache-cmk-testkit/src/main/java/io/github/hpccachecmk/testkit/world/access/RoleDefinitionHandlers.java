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
import java.util.stream.Stream;

/** Role definitions, read and listed, and the caller's own permissions. */
final class RoleDefinitionHandlers {
    private static final String TYPE = "Microsoft.Authorization/roleDefinitions";
    private static final Pattern BY_NAME = Pattern.compile("roleName\\s+eq\\s+'(.*)'", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_TYPE = Pattern.compile("type\\s+eq\\s+'(.*)'", Pattern.CASE_INSENSITIVE);
    private static final String BUILT_IN = "BuiltInRole";
    private static final String CUSTOM = "CustomRole";
    private static final int LARGEST_PAGE = 1000;

    private RoleDefinitionHandlers() {}

    static Step get(World world, Call call) {
        String id = call.param("name");
        return Step.of(
                world,
                BuiltInRoles.find(id)
                        .map(role -> document(role, call.param("scope")))
                        .or(() -> Roles.custom(world, id).map(custom -> document(custom, call.param("scope"))))
                        .map(role -> WireResponse.of(200, role))
                        .orElseGet(() -> ArmErrors.of(
                                404,
                                "RoleDefinitionDoesNotExist",
                                "The specified role definition with ID '" + id + "' does not exist.")));
    }

    static Step list(World world, Call call) {
        String scope = call.param("scope");
        String filter = call.request().parameter("$filter").orElse("");
        Matcher byName = BY_NAME.matcher(filter);
        Matcher byType = BY_TYPE.matcher(filter);
        List<Doc> roles = Stream.concat(
                        BuiltInRoles.all().stream().map(role -> document(role, scope)),
                        Roles.customAt(world, scope).map(custom -> document(custom, scope)))
                .filter(role -> !byName.matches() || has(role, "properties.roleName", byName.group(1)))
                .filter(role -> !byType.matches() || has(role, "properties.type", byType.group(1)))
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

    private static boolean has(Doc role, String member, String value) {
        return role.text(member).filter(value::equalsIgnoreCase).isPresent();
    }

    static Doc document(CustomRole custom, String scope) {
        return document(custom.role(), scope, CUSTOM, custom.assignableScopes());
    }

    private static Doc document(RoleDefinition role, String scope) {
        return document(role, scope, BUILT_IN, List.of("/"));
    }

    /** The ids of roles name the subscription that was asked through, and no group or resource. */
    private static Doc document(RoleDefinition role, String scope, String type, List<String> assignableScopes) {
        String[] segments = scope.split("/", -1);
        String prefix = segments.length > 2 && segments[1].equalsIgnoreCase("subscriptions")
                ? "/subscriptions/" + segments[2]
                : "";
        Doc permission = Doc.of(
                "actions", role.actions(),
                "notActions", role.notActions(),
                "dataActions", role.dataActions(),
                "notDataActions", role.notDataActions());
        return Doc.of(
                "properties",
                Doc.of(
                        "roleName", role.name(),
                        "type", type,
                        "description", role.description(),
                        "assignableScopes", assignableScopes,
                        "permissions", List.of(permission)),
                "id",
                prefix + "/providers/" + TYPE + "/" + role.id(),
                "type",
                TYPE,
                "name",
                role.id());
    }
}
