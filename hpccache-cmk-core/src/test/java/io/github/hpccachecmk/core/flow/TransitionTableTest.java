package io.github.hpccachecmk.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TransitionTableTest {
    private static final Path PAGE = Path.of("..", "docs", "FLOW.md");

    @Test
    void rows_haveNamesOfTheirOwn() {
        assertThat(TransitionTable.rows()).extracting(Row::id).doesNotHaveDuplicates();
    }

    @Test
    void rows_standInTheOrderOfTheirSections() {
        var sections = TransitionTable.rows().stream().map(Row::section).toList();
        var sorted = new ArrayList<>(sections);
        sorted.sort(null);
        assertThat(sections).isEqualTo(sorted);
    }

    @Test
    void lastRow_ends() {
        var rows = TransitionTable.rows();
        assertThat(rows.get(rows.size() - 1).gives()).isEqualTo(Decision.Done.class);
    }

    @Test
    void everyKindOfDecision_isGivenBySomeRow() {
        assertThat(TransitionTable.rows())
                .extracting(Row::gives)
                .contains(
                        Decision.Read.class,
                        Decision.Act.class,
                        Decision.Wait.class,
                        Decision.Blocked.class,
                        Decision.Failed.class,
                        Decision.Done.class);
    }

    @Test
    void documentation_saysWhatTheTableSays() throws IOException {
        var page = FlowDiagram.of(TransitionTable.rows());
        if (Boolean.getBoolean("cmk.docs.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }
}
