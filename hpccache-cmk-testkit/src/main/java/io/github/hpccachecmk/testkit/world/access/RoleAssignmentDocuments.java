package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.JsonNull;
import io.github.hpccachecmk.testkit.world.Resource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Role assignments as ARM shows them. As seen in recorded traffic of Azure/azure-cli role tests: the PUT's own answer
 * lacks {@code createdBy} and has an earlier {@code createdOn} than every later answer.
 */
final class RoleAssignmentDocuments {
    static final String TYPE = "Microsoft.Authorization/roleAssignments";

    private static final Duration CREATED_BEFORE_UPDATED = Duration.ofMillis(400);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RoleAssignmentDocuments() {}

    /** What is kept of a new assignment. */
    static Doc create(Call call, RoleAssignmentState state) {
        Doc asked = call.body().object("properties");
        return Doc.of(
                "roleDefinitionId", asked.text("roleDefinitionId").orElse(""),
                "principalId", state.principalId(),
                "principalType", asked.text("principalType").orElse("ServicePrincipal"),
                "scope", state.scope(),
                "condition", orNull(asked, "condition"),
                "conditionVersion", orNull(asked, "conditionVersion"),
                "createdOn", TIME.format(call.now()),
                "updatedOn", TIME.format(call.now()),
                "createdBy", call.caller().objectId(),
                "updatedBy", call.caller().objectId(),
                "delegatedManagedIdentityResourceId", orNull(asked, "delegatedManagedIdentityResourceId"),
                "description", orNull(asked, "description"));
    }

    /** The answer of GET and an element of lists. */
    static Doc read(Resource assignment) {
        return Doc.of(
                "properties", assignment.document(),
                "id", assignment.id(),
                "type", TYPE,
                "name", assignment.name());
    }

    /** The answer of a PUT that made an assignment. */
    static Doc written(Resource assignment, Instant now) {
        return read(assignment)
                .withAt("properties.createdOn", TIME.format(now.minus(CREATED_BEFORE_UPDATED)))
                .withAt("properties.createdBy", JsonNull.NULL);
    }

    private static Object orNull(Doc document, String member) {
        return document.at(member).orElse(JsonNull.NULL);
    }
}
