package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.RoleGrant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent to make role assignments. Source: the REST specification of Microsoft.Authorization. */
final class RoleDocuments {
    private RoleDocuments() {}

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
