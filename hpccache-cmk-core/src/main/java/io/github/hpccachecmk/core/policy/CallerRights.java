package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.rights.Permissions;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import java.util.ArrayList;
import java.util.List;

/** Holds the actions needed at a scope against what the caller has there. */
final class CallerRights {
    private CallerRights() {}

    static Finding judge(StandardRule rule, Object scope, List<PermissionEntry> entries, List<String> needed) {
        return judge(rule, scope, entries, needed, List.of());
    }

    /** The same with actions on the data plane, which are held by roles as well. */
    static Finding judge(
            StandardRule rule, Object scope, List<PermissionEntry> entries, List<String> control, List<String> data) {
        var missing = new ArrayList<String>();
        control.stream().filter(action -> !Permissions.allow(entries, action)).forEach(missing::add);
        data.stream().filter(action -> !Permissions.allowData(entries, action)).forEach(missing::add);
        var needed = new ArrayList<>(control);
        needed.addAll(data);
        if (missing.isEmpty()) {
            return rule.ok(scope, "Not known to be missing: " + String.join(", ", needed) + ".");
        }
        return rule.blocking(
                scope,
                ErrorCode.CALLER_NOT_AUTHORIZED,
                "The caller lacks " + String.join(", ", missing) + " on this scope; " + String.join(", ", needed)
                        + (needed.size() == 1 ? " is" : " are") + " needed.",
                "Give the caller a role with " + (missing.size() == 1 ? "this action" : "these actions")
                        + " on the scope.");
    }
}
