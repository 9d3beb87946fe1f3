package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Optional;

/** Custom role definitions: made, changed, deleted. Rules from Microsoft's article "Azure custom roles". */
final class CustomRoleHandlers {
    private static final String GUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    private CustomRoleHandlers() {}

    static Step put(World world, Call call) {
        String id = Doc.lower(call.param("name"));
        Doc asked = call.body().object("properties");
        Optional<WireResponse> refusal = refuse(world, id, asked);
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        Doc permission = asked.objects("permissions").get(0);
        CustomRole custom = new CustomRole(
                new RoleDefinition(
                        id,
                        asked.text("roleName").orElse(""),
                        asked.text("description").orElse(""),
                        permission.texts("actions"),
                        permission.texts("notActions"),
                        permission.texts("dataActions"),
                        permission.texts("notDataActions")),
                asked.texts("assignableScopes"));
        World made = world.with(new Resource(Roles.keptAt(id), Doc.empty(), custom));
        return Step.of(made, WireResponse.of(201, RoleDefinitionHandlers.document(custom, call.param("scope"))));
    }

    static Step delete(World world, Call call) {
        String id = Doc.lower(call.param("name"));
        if (BuiltInRoles.find(id).isPresent()) {
            return Step.of(world, builtIn());
        }
        Optional<CustomRole> custom = Roles.custom(world, id);
        if (custom.isEmpty()) {
            return Step.of(world, WireResponse.empty(204));
        }
        boolean isInUse = world.resources(RoleAssignmentState.class)
                .anyMatch(assignment ->
                        ((RoleAssignmentState) assignment.state()).roleId().equals(id));
        return isInUse
                ? Step.of(
                        world,
                        ArmErrors.of(
                                400,
                                "RoleDefinitionHasAssignments",
                                "There are existing role assignments referencing role (code:"
                                        + " RoleDefinitionHasAssignments)."))
                : Step.of(
                        world.without(Roles.keptAt(id)),
                        WireResponse.of(200, RoleDefinitionHandlers.document(custom.get(), call.param("scope"))));
    }

    private static Optional<WireResponse> refuse(World world, String id, Doc asked) {
        if (BuiltInRoles.find(id).isPresent()) {
            return Optional.of(builtIn());
        }
        if (!id.matches(GUID)) {
            return Optional.of(ArmErrors.of(
                    400, "InvalidRoleDefinitionId", "The role definition ID '" + id + "' must be a GUID."));
        }
        String name = asked.text("roleName").orElse("");
        List<String> scopes = asked.texts("assignableScopes");
        boolean isRooted = scopes.stream().anyMatch(scope -> !Doc.lower(scope).startsWith("/subscriptions/"));
        if (name.isBlank()
                || scopes.isEmpty()
                || isRooted
                || asked.objects("permissions").size() != 1) {
            return Optional.of(
                    ArmErrors.of(
                            400,
                            "BadRequestFormat",
                            "A custom role needs roleName, assignableScopes within subscriptions and one entry of permissions."));
        }
        return world.resources(CustomRole.class)
                        .map(resource -> ((CustomRole) resource.state()).role())
                        .anyMatch(other -> other.name().equalsIgnoreCase(name)
                                && !other.id().equals(id))
                ? Optional.of(ArmErrors.of(
                        409,
                        "RoleDefinitionWithSameNameExists",
                        "A custom role with the same name already exists in this directory. Use a different name."))
                : Optional.empty();
    }

    private static WireResponse builtIn() {
        return ArmErrors.of(
                403,
                "RoleDefinitionCannotBeModified",
                "A built-in role definition can be neither changed nor deleted.");
    }
}
