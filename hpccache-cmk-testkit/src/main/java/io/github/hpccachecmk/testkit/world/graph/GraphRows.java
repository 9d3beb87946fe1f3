package io.github.hpccachecmk.testkit.world.graph;

import io.github.hpccachecmk.core.port.InventoryTable;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.IdentityState;
import io.github.hpccachecmk.testkit.world.access.RoleAssignmentState;
import io.github.hpccachecmk.testkit.world.access.ShownAccess;
import io.github.hpccachecmk.testkit.world.storagecache.TargetState;
import io.github.hpccachecmk.testkit.world.storagecache.Targets;
import io.github.hpccachecmk.testkit.world.vault.VaultDocuments;
import io.github.hpccachecmk.testkit.world.vault.VaultState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rows of each table, by id. Resource Graph writes types in lower case and tells no {@code systemData} here. */
final class GraphRows {
    private GraphRows() {}

    static List<GraphRow> of(World world, KnownQuery query, List<String> subscriptions, Decisions decisions) {
        Stream<GraphRow> rows = switch (query.table()) {
            case TARGETS ->
                world.resources(TargetState.class)
                        .map(target ->
                                row(target, typeOf(target) + "/read", it -> Targets.shown(world, it.id(), decisions)));
            case VAULTS ->
                world.resources(VaultState.class)
                        .map(vault -> row(vault, VaultDocuments.TYPE + "/read", it -> VaultDocuments.read(world, it)));
            case IDENTITIES ->
                world.resources(IdentityState.class)
                        .map(identity ->
                                row(identity, typeOf(identity) + "/read", it -> ShownAccess.identity(world, it)));
            case ASSIGNMENTS, ASSIGNMENT_COUNTS ->
                world.resources(RoleAssignmentState.class).map(GraphRows::assignment);
        };
        Predicate<GraphRow> isMeant = row -> subscriptions.stream().anyMatch(id -> isIn(row, id, query))
                && query.group().filter(group -> !isInGroup(row, group)).isEmpty();
        return rows.filter(isMeant).sorted(Comparator.comparing(GraphRow::id)).toList();
    }

    /** How many rows each subscription has. */
    static List<GraphRow> counted(List<GraphRow> rows) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(Doc.lower(row.id().split("/", -1)[2]), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> new GraphRow(
                        count.getKey(),
                        "",
                        "",
                        () -> Doc.of("subscription", count.getKey(), "assignments", count.getValue())))
                .toList();
    }

    private static GraphRow row(Resource resource, String right, Function<Resource, Doc> shown) {
        return new GraphRow(
                resource.id(),
                resource.id(),
                right,
                () -> lowerType(shown.apply(resource)).without("systemData"));
    }

    private static GraphRow assignment(Resource assignment) {
        RoleAssignmentState state = (RoleAssignmentState) assignment.state();
        return new GraphRow(
                assignment.id(),
                state.scope(),
                "Microsoft.Authorization/roleAssignments/read",
                () -> lowerType(ShownAccess.assignment(assignment)));
    }

    private static Doc lowerType(Doc shown) {
        return shown.with("type", Doc.lower(shown.text("type").orElse("")));
    }

    /** Resources are below their subscription; assignments that are asked for "above and below" may be above it. */
    private static boolean isIn(GraphRow row, String subscription, KnownQuery query) {
        String scope = "/subscriptions/" + subscription;
        return RightGrant.covers(scope, row.scope())
                || (query.table() == InventoryTable.ASSIGNMENTS && RightGrant.covers(row.scope(), scope));
    }

    private static boolean isInGroup(GraphRow row, String group) {
        String[] segments = row.id().split("/", -1);
        return segments.length > 4 && segments[4].equalsIgnoreCase(group);
    }

    private static String typeOf(Resource resource) {
        String[] segments = resource.id().split("/", -1);
        return segments[6] + "/" + segments[7];
    }
}
