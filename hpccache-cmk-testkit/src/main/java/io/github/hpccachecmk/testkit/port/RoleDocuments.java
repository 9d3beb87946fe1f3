package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.model.PrincipalId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Between role assignments and their JSON documents. Source: the REST specification of Microsoft.Authorization. */
final class RoleDocuments {
    private RoleDocuments() {}

    static RoleAssignment assignment(JsonView document) {
        var properties = document.object("properties");
        var role = properties.text("roleDefinitionId").orElse("");
        return new RoleAssignment(
                document.text("id").orElse(""),
                properties.text("scope").orElse(""),
                PrincipalId.of(properties.text("principalId").orElse("")),
                role.substring(role.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT),
                properties.text("condition"),
                properties.instant("createdOn"));
    }

    static Map<String, Object> body(RoleGrant grant) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put(
                "roleDefinitionId",
                "/subscriptions/" + grant.scope().subscription() + "/providers/Microsoft.Authorization/roleDefinitions/"
                        + grant.roleId());
        properties.put("principalId", grant.principal().toString());
        // Without it a principal that the directory has not replicated yet is refused.
        properties.put("principalType", "ServicePrincipal");
        return Map.of("properties", properties);
    }
}
