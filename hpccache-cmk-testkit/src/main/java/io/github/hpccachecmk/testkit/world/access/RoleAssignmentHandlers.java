package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Effects;
import io.github.hpccachecmk.testkit.world.Paging;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Role assignments: made, read, listed, deleted. */
final class RoleAssignmentHandlers {
    /** Most assignments of a subscription (Microsoft's page "Azure RBAC limits"). */
    static final int MOST_PER_SUBSCRIPTION = 4000;

    private static final int LARGEST_PAGE = 200;
    private static final String GUID = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    private RoleAssignmentHandlers() {}

    static Step get(World world, Call call) {
        return Step.of(
                world,
                world.resource(call.id())
                        .map(assignment -> WireResponse.of(200, RoleAssignmentDocuments.read(assignment)))
                        .orElseGet(() -> ArmErrors.of(
                                404,
                                "RoleAssignmentNotFound",
                                "The role assignment '" + call.param("name") + "' is not found.")));
    }

    static Step delete(World world, Call call) {
        Optional<Resource> assignment = world.resource(call.id());
        return assignment.isEmpty()
                ? Step.of(world, WireResponse.empty(204))
                : Step.of(
                        world.without(call.id())
                                .cancel(pending ->
                                        pending.transition().subject().equals(World.canonical(call.id()))),
                        WireResponse.of(200, RoleAssignmentDocuments.read(assignment.get())));
    }

    static Step list(World world, Call call) {
        return list(world, call, call.param("scope"));
    }

    static Step listOfSubscription(World world, Call call) {
        return list(world, call, "/subscriptions/" + call.param("subscription"));
    }

    private static Step list(World world, Call call, String scope) {
        Optional<AssignmentFilter> filter =
                AssignmentFilter.parse(call.request().parameter("$filter").orElse(""));
        if (filter.isEmpty()) {
            return Step.of(
                    world,
                    ArmErrors.of(
                            400,
                            "UnsupportedQuery",
                            "The filter '" + call.request().parameter("$filter").orElse("")
                                    + "' is not supported. Supported filters are 'atScope()', 'principalId eq"
                                    + " '{value}'' and 'assignedTo('{value}')'."));
        }
        List<Doc> found = world.resources(RoleAssignmentState.class)
                .filter(assignment -> filter.get().accepts(world, (RoleAssignmentState) assignment.state(), scope))
                .map(RoleAssignmentDocuments::read)
                .toList();
        return Step.of(world, Paging.page(call, found, "$top", LARGEST_PAGE));
    }

    static Step put(World world, Call call) {
        Doc asked = call.body().object("properties");
        String principal = asked.text("principalId").orElse("");
        String roleId = roleId(asked);
        RoleAssignmentState state = new RoleAssignmentState(call.param("scope"), Doc.lower(principal), roleId, false);
        Optional<Resource> existing = world.resource(call.id());
        if (existing.isPresent() && existing.get().state() instanceof RoleAssignmentState before) {
            return again(world, call, existing.get(), isSame(before, state));
        }
        Optional<WireResponse> refusal = refuseForm(world, call, principal, roleId)
                .or(() -> refusePlace(world, call))
                .or(() -> refuseTwin(world, state))
                .or(() -> refusePrincipal(world, call, principal))
                .or(() -> refuseNumber(world, call));
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        Resource assignment = new Resource(call.id(), RoleAssignmentDocuments.create(call, state), state);
        return Step.of(
                Effects.begin(
                        world.with(assignment),
                        new RoleEffective(World.canonical(assignment.id())),
                        call.now(),
                        call.decisions()),
                WireResponse.of(201, RoleAssignmentDocuments.written(assignment, call.now())));
    }

    private static Step again(World world, Call call, Resource existing, boolean isSame) {
        if (!isSame) {
            return Step.of(
                    world,
                    ArmErrors.of(
                            400,
                            "RoleAssignmentUpdateNotPermitted",
                            "Tenant ID, application ID, principal ID, and scope are not allowed to be updated."));
        }
        int status = call.on(world, Behaviour.SAME_ROLE_ASSIGNMENT_ANSWERS_200) ? 200 : 201;
        return Step.of(world, WireResponse.of(status, RoleAssignmentDocuments.read(existing)));
    }

    private static Optional<WireResponse> refuseForm(World world, Call call, String principal, String roleId) {
        if (!call.param("name").matches(GUID)) {
            return Optional.of(ArmErrors.of(
                    400,
                    "InvalidRoleAssignmentId",
                    "The role assignment ID '" + call.param("name")
                            + "' is not valid. The role assignment ID must be a GUID."));
        }
        if (!principal.matches(GUID)) {
            return Optional.of(ArmErrors.of(
                    400,
                    "InvalidPrincipalId",
                    "The principal ID '" + principal + "' is not valid. Principal ID must be a GUID."));
        }
        return Roles.isAssignable(world, roleId, call.param("scope"))
                ? Optional.empty()
                : Optional.of(ArmErrors.of(
                        404,
                        "RoleDefinitionDoesNotExist",
                        "The specified role definition with ID '" + roleId.replace("-", "") + "' does not exist."));
    }

    /** An assignment on a key asks for its vault, as ARM does not look inside resources. */
    private static Optional<WireResponse> refusePlace(World world, Call call) {
        String[] segments = call.param("scope").split("/", -1);
        boolean isResource = segments.length >= 9 && segments[5].equals("providers");
        if (!isResource
                || world.exists(String.join("/", List.of(segments).subList(0, 9)))
                || !call.on(world, Behaviour.ROLE_ASSIGNMENT_NEEDS_RESOURCE)) {
            return Optional.empty();
        }
        return Optional.of(ArmErrors.resourceNotFound(segments[6] + "/" + segments[7], segments[8], segments[4]));
    }

    private static Optional<WireResponse> refuseTwin(World world, RoleAssignmentState state) {
        return assignments(world).anyMatch(other -> isSame(other, state))
                ? Optional.of(ArmErrors.of(409, "RoleAssignmentExists", "The role assignment already exists."))
                : Optional.empty();
    }

    private static Optional<WireResponse> refusePrincipal(World world, Call call, String principal) {
        boolean isKnown =
                world.principal(principal).filter(found -> found.isReplicated()).isPresent();
        if (isKnown
                || (call.body().has("properties.principalType")
                        && call.on(world, Behaviour.PRINCIPAL_TYPE_SPARES_DIRECTORY))) {
            return Optional.empty();
        }
        return Optional.of(ArmErrors.of(
                400,
                "PrincipalNotFound",
                "Principal " + principal.replace("-", "") + " does not exist in the directory "
                        + world.settings().tenantId()
                        + ". Check that you have the correct principal ID. If you are creating this principal and then"
                        + " immediately assigning a role, this error might be related to a replication delay. In this"
                        + " case, set the role assignment principalType property to a value, such as ServicePrincipal,"
                        + " User, or Group.  See https://aka.ms/docs-principaltype"));
    }

    private static Optional<WireResponse> refuseNumber(World world, Call call) {
        String[] segments = call.param("scope").split("/", -1);
        if (segments.length < 3) {
            return Optional.empty();
        }
        String subscription = "/subscriptions/" + segments[2];
        long count = assignments(world)
                .filter(state -> World.canonical(state.scope() + "/").startsWith(World.canonical(subscription)))
                .count();
        return count < MOST_PER_SUBSCRIPTION
                ? Optional.empty()
                : Optional.of(ArmErrors.of(
                        400,
                        "RoleAssignmentLimitExceeded",
                        "The role assignment limit for subscription has been exceeded. No more role assignments can be"
                                + " created."));
    }

    private static Stream<RoleAssignmentState> assignments(World world) {
        return world.resources(RoleAssignmentState.class).map(resource -> (RoleAssignmentState) resource.state());
    }

    private static boolean isSame(RoleAssignmentState one, RoleAssignmentState other) {
        return World.canonical(one.scope()).equals(World.canonical(other.scope()))
                && one.principalId().equalsIgnoreCase(other.principalId())
                && one.roleId().equalsIgnoreCase(other.roleId());
    }

    private static String roleId(Doc properties) {
        String id = properties.text("roleDefinitionId").orElse("");
        return Doc.lower(id.substring(id.lastIndexOf('/') + 1));
    }
}
