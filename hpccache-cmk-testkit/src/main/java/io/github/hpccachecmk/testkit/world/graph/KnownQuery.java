package io.github.hpccachecmk.testkit.world.graph;

import io.github.hpccachecmk.core.port.InventoryTable;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.JsonNull;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query that this library sends, recognised by its whole text.
 *
 * @param table which
 * @param group the resource group that it keeps to
 */
record KnownQuery(InventoryTable table, Optional<String> group) {
    private static final Pattern FILTER =
            Pattern.compile(Pattern.quote(InventoryTable.filter("\u0000")).replace("\u0000", "\\E([^']*)\\Q"));
    private static final Pattern PROJECT = Pattern.compile("\\| project ([a-zA-Z, ]+)");

    /** Empty for any other text, one that would mean the same included. */
    static Optional<KnownQuery> of(String text) {
        return Arrays.stream(InventoryTable.values())
                .flatMap(table -> read(table, text).stream())
                .findFirst();
    }

    private static Optional<KnownQuery> read(InventoryTable table, String text) {
        String end = "\n" + table.shape();
        if (!text.startsWith(table.source())
                || !text.endsWith(end)
                || text.length() < table.source().length() + end.length()) {
            return Optional.empty();
        }
        String middle = text.substring(table.source().length(), text.length() - end.length());
        if (middle.isEmpty()) {
            return Optional.of(new KnownQuery(table, Optional.empty()));
        }
        Matcher filter = FILTER.matcher(middle);
        return filter.matches() ? Optional.of(new KnownQuery(table, Optional.of(filter.group(1)))) : Optional.empty();
    }

    /** The columns of the query's {@code project}, those without a value as null; a row of a {@code summarize} as it is. */
    Doc shaped(Doc row) {
        Matcher project = PROJECT.matcher(table.shape());
        if (!project.find()) {
            return row;
        }
        Doc shaped = Doc.empty();
        for (String column : List.of(project.group(1).strip().split(", *"))) {
            shaped = shaped.with(column, row.at(column).orElse(JsonNull.NULL));
        }
        return shaped;
    }
}
