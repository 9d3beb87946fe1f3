package io.github.hpccachecmk.testkit.world.graph;

import io.github.hpccachecmk.testkit.world.ApiVersions;
import io.github.hpccachecmk.testkit.world.Route;
import java.util.List;

/** The row of Microsoft.ResourceGraph. */
public final class GraphRoutes {
    /** The row's operation. */
    public static final String QUERY_RESOURCES = "QUERY_RESOURCES";

    private static final ApiVersions VERSIONS = ApiVersions.of(
            "Microsoft.ResourceGraph", "resources", "2019-04-01", "2021-03-01", "2022-10-01", "2024-04-01");

    private GraphRoutes() {}

    /** The row. What the caller may not read is left out, so no right is asked for. */
    public static List<Route> rows() {
        return List.of(Route.query(
                "/providers/Microsoft.ResourceGraph/resources", QUERY_RESOURCES, "", VERSIONS, GraphHandlers::query));
    }
}
