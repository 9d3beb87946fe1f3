package io.github.hpccachecmk.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionTableTest {
    private static final Path PAGE = Path.of("..", "docs", "FLOW.md");

    static List<TransitionTable<?>> tables() {
        return List.of(
                TargetTables.CREATE_AND_AUTHORIZE,
                TargetTables.CHANGE_KEY,
                TargetTables.ROTATE_KEY,
                VaultTables.PREPARE,
                RotationPolicyRows.TABLE,
                KeyVersionRows.TABLE,
                RecoverKeyRows.TABLE,
                RevokeGrantRows.TABLE);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rows_haveNamesOfTheirOwn(TransitionTable<?> table) {
        assertThat(table.rows()).extracting(Row::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rows_standInTheOrderOfTheirSections(TransitionTable<?> table) {
        var sections = table.rows().stream().map(Row::section).toList();
        var sorted = new ArrayList<>(sections);
        sorted.sort(null);
        assertThat(sections).isEqualTo(sorted);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void lastRow_ends(TransitionTable<?> table) {
        var rows = table.rows();
        assertThat(rows.get(rows.size() - 1).gives()).isEqualTo(Decision.Done.class);
    }

    @Test
    void everyKindOfDecision_isGivenBySomeRow() {
        assertThat(TargetTables.CREATE_AND_AUTHORIZE.rows())
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
        var page = FlowDiagram.of(tables());
        if (Boolean.getBoolean("cmk.docs.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }
}
