package io.github.hpccachecmk.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of REST operations. The first row that matches serves, so rows with literals go before rows with parameters.
 *
 * @param rows in order
 */
public record Routes(List<Route> rows) {
    /** Copies the list. */
    public Routes {
        rows = List.copyOf(rows);
    }

    /** One table of several. */
    @SafeVarargs
    public static Routes of(List<Route>... parts) {
        List<Route> all = new ArrayList<>();
        for (List<Route> part : parts) {
            all.addAll(part);
        }
        return new Routes(all);
    }

    /** A row and the parameters that the path gave it. */
    public record Match(Route route, Map<String, String> parameters) {}

    /** The row for a request. */
    public Optional<Match> match(HostKind host, String method, String path) {
        List<String> segments = PathTemplate.split(path);
        for (Route row : rows) {
            if (row.host() == host && row.method().equals(method)) {
                Optional<Map<String, String>> parameters = row.path().match(segments);
                if (parameters.isPresent()) {
                    return Optional.of(new Match(row, parameters.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether any method is served at a path. */
    public boolean knowsPath(HostKind host, String path) {
        List<String> segments = PathTemplate.split(path);
        return rows.stream()
                .anyMatch(
                        row -> row.host() == host && row.path().match(segments).isPresent());
    }
}
