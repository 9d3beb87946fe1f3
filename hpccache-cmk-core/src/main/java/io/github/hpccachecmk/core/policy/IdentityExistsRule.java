package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.report.Finding;
import java.util.List;

/** Each user-assigned identity exists. */
final class IdentityExistsRule extends IdentityRule {
    IdentityExistsRule() {
        super(
                "identity.exists",
                "Each user-assigned identity exists. BLOCKING when one does not.",
                Articles.IDENTITIES);
    }

    @Override
    List<Finding> judge(Situation situation, UserAssignedIdentityId id, IdentitySnapshot identity) {
        return List.of(ok(id, "The identity exists."));
    }

    @Override
    List<Finding> missing(UserAssignedIdentityId id) {
        return List.of(blocking(
                id,
                ErrorCode.RESOURCE_MISSING,
                "There is no user-assigned identity of this id.",
                "Create the identity, or correct subscription, resource group and name."));
    }
}
