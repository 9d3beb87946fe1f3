package io.github.hpccachecmk.core.flow;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

/** Writes the transition tables down for people: as tables, and as Mermaid flow charts, one a section. */
final class FlowDiagram {
    private FlowDiagram() {}

    static String of(List<TransitionTable<?>> tables) {
        var page = new StringBuilder("""
                # The flow

                Generated from the transition tables (`io.github.hpccachecmk.core.flow.TransitionTable`); a test fails when they
                differ. Write it anew with `./mvnw -pl hpccache-cmk-core -am test -Dtest=TransitionTableTest
                -Dsurefire.failIfNoSpecifiedTests=false -Dcmk.docs.update=true`.

                Requests of one kind share one table. A pass asks its rows from the top; the first whose situation applies decides. **Read** asks the world and starts over,
                **Act** sends the one write of the pass, **Wait** says when to look again and blocks once its limit is over, **Blocked**
                needs somebody to act, **Failed** and **Done** are the ends.
                """);
        tables.forEach(table -> append(table, page));
        return page.toString().replace(System.lineSeparator(), "\n");
    }

    private static void append(TransitionTable<?> table, StringBuilder page) {
        page.append("\n## ").append(table.name()).append("\n");
        var rows = table.rows();
        var sections = new EnumMap<Row.Section, StringBuilder>(Row.Section.class);
        rows.forEach(row -> sections.computeIfAbsent(row.section(), section -> new StringBuilder())
                .append("| `%s` | %s | %s | %s |%n"
                        .formatted(row.id(), row.when(), row.gives().getSimpleName(), row.phase())));
        sections.forEach((section, lines) -> {
            page.append("\n### ").append(title(section)).append("\n\n");
            page.append("| row | situation | decision | phase |\n|---|---|---|---|\n")
                    .append(lines);
            page.append("\n```mermaid\nflowchart TD\n");
            var own = rows.stream().filter(row -> row.section() == section).toList();
            for (int i = 0; i < own.size(); i++) {
                var row = own.get(i);
                var next = i + 1 < own.size() ? "row" + (i + 1) : "end([\"next section\"])";
                page.append("  row%d{\"%s\"} -- yes --> row%d_gives[\"%s: %s\"]%n"
                        .formatted(i, row.when(), i, row.gives().getSimpleName(), row.phase()));
                page.append("  row%d -- no --> %s%n".formatted(i, next));
            }
            page.append("```\n");
        });
    }

    private static String title(Row.Section section) {
        var words = section.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
