package io.github.hpccachecmk.testkit.world.graph;

import io.github.hpccachecmk.core.port.InventoryTable;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers the queries that this library sends, word for word, and no other: an interpreter of the query language would be a second
 * truth.
 */
final class GraphHandlers {
    private static final int LARGEST_PAGE = 1000;
    private static final int USUAL_PAGE = 100;

    private GraphHandlers() {}

    static Step query(World world, Call call) {
        Optional<KnownQuery> query = KnownQuery.of(call.body().text("query").orElse(""));
        if (query.isEmpty()) {
            return Step.of(
                    world, GraphErrors.unknownQuery(call.body().text("query").orElse("")));
        }
        int size = call.body().number("options.$top").map(Number::intValue).orElse(USUAL_PAGE);
        if (size < 1 || size > LARGEST_PAGE) {
            return Step.of(world, GraphErrors.of("InvalidOptions", "$top must be a number from 1 to 1000."));
        }
        Optional<Scopes> scopes = Scopes.of(world, call.body());
        if (scopes.isEmpty()) {
            return Step.of(world, GraphErrors.unknownManagementGroup());
        }
        List<String> eligible = scopes.get().subscriptions().stream()
                .filter(id -> isEligible(world, call, id))
                .toList();
        if (eligible.isEmpty() && call.on(world, Behaviour.INVENTORY_REFUSES_WHO_HAS_NO_ACCESS)) {
            return Step.of(world, GraphErrors.noSubscription(scopes.get().named()));
        }
        return page(world, call, query.get(), eligible, size);
    }

    private static Step page(World world, Call call, KnownQuery query, List<String> subscriptions, int size) {
        String mark = Integer.toHexString(List.of(query, subscriptions).hashCode());
        Optional<Integer> from = SkipToken.offset(call.body().text("options.$skipToken"), mark);
        if (from.isEmpty()) {
            return Step.of(world, GraphErrors.of("InvalidSkipToken", "The $skipToken is of another query or scope."));
        }
        List<GraphRow> rows = rows(world, call, query, subscriptions);
        int begin = Math.min(from.get(), rows.size());
        int end = Math.min(rows.size(), begin + size);
        Doc answer = Doc.of(
                "totalRecords", rows.size(),
                "count", end - begin,
                "data",
                        rows.subList(begin, end).stream()
                                .map(GraphRow::document)
                                .map(row -> query.shaped(row.get()))
                                .toList(),
                "facets", List.of(),
                "resultTruncated", "false");
        return Step.of(
                world,
                WireResponse.of(200, end < rows.size() ? answer.with("$skipToken", SkipToken.of(end, mark)) : answer));
    }

    private static List<GraphRow> rows(World world, Call call, KnownQuery query, List<String> subscriptions) {
        List<GraphRow> readable = GraphRows.of(world, query, subscriptions, call.decisions()).stream()
                .filter(row -> call.may(row.right(), row.scope()))
                .toList();
        return query.table() == InventoryTable.ASSIGNMENT_COUNTS ? GraphRows.counted(readable) : readable;
    }

    /** Whether a subscription exists and the caller may do anything in it. */
    private static boolean isEligible(World world, Call call, String subscription) {
        String scope = "/subscriptions/" + subscription;
        return world.exists(scope)
                && call.rights().stream()
                        .map(RightGrant::scope)
                        .anyMatch(held -> RightGrant.covers(held, scope) || RightGrant.covers(scope, held));
    }

    /** Where a page begins, and of which query: a token is good for that one only. */
    private static final class SkipToken {
        private SkipToken() {}

        static String of(int offset, String mark) {
            return String.format(Locale.ROOT, "fa4e-%d-%s", offset, mark);
        }

        static Optional<Integer> offset(Optional<String> token, String mark) {
            if (token.isEmpty()) {
                return Optional.of(0);
            }
            String[] parts = token.get().split("-", -1);
            return parts.length == 3 && parts[2].equals(mark) && parts[1].matches("\\d{1,9}")
                    ? Optional.of(Integer.parseInt(parts[1]))
                    : Optional.empty();
        }
    }

    /**
     * Which subscriptions are asked.
     *
     * @param named what the request names, for the refusal
     * @param subscriptions their ids
     */
    private record Scopes(String named, List<String> subscriptions) {
        /** Empty when a management group is named that is not there. */
        static Optional<Scopes> of(World world, Doc body) {
            List<String> groups = body.texts("managementGroups");
            if (groups.isEmpty()) {
                List<String> named = body.texts("subscriptions");
                return Optional.of(new Scopes(String.join(",", named), named));
            }
            List<Optional<List<String>>> below = groups.stream()
                    .map(name -> ManagementGroups.subscriptions(world, name))
                    .toList();
            return below.stream().allMatch(Optional::isPresent)
                    ? Optional.of(new Scopes(
                            String.join(",", groups),
                            below.stream()
                                    .flatMap(Optional::stream)
                                    .flatMap(List::stream)
                                    .distinct()
                                    .toList()))
                    : Optional.empty();
        }
    }
}
