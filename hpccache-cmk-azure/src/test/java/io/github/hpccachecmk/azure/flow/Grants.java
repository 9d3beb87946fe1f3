package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.world.access.RoleAssignmentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Everybody's access to the vault, with names for principals. */
final class Grants {
    private Grants() {}

    static Map<String, List<String>> of(FakeAzure azure, Map<String, String> names) {
        var access = new TreeMap<String, List<String>>();
        azure.vault(Variant.VAULT).policies().forEach(policy -> {
            var who = policy.text("objectId").orElseThrow().toLowerCase(Locale.ROOT);
            var may = policy.texts("permissions.keys").stream()
                    .map(right -> "policy " + right.toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
            access.computeIfAbsent(names.getOrDefault(who, who), name -> new ArrayList<>())
                    .addAll(may);
        });
        azure.world().resources(RoleAssignmentState.class).forEach(resource -> {
            var state = (RoleAssignmentState) resource.state();
            access.computeIfAbsent(
                            names.getOrDefault(state.principalId(), state.principalId()), name -> new ArrayList<>())
                    .add("role " + state.roleId() + " at " + state.scope().toLowerCase(Locale.ROOT));
        });
        access.values().forEach(list -> list.sort(null));
        return access;
    }
}
