package io.github.hpccachecmk.core.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table in text: each column as wide as its widest cell. The cells are encoded already. For one thread. */
final class Columns {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Columns(String... heads) {
        rows.add(List.of(heads));
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** The head and every row, in the order in which they came, without blanks at the end. */
    List<String> lines() {
        int[] widths = IntStream.range(0, rows.get(0).size()).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int width(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .mapToInt(cell -> cell.codePointCount(0, cell.length()))
                .max()
                .orElse(0);
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            var cell = row.get(i);
            line.append(cell)
                    .append(" ".repeat(widths[i] - cell.codePointCount(0, cell.length())))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
