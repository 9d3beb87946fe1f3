package io.github.hpccachecmk.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.request.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditRenderingTest {
    private static final int COLUMNS = 25;

    @Test
    void text_beginsWithWhatItComesToAndATable() {
        assertThat(AuditText.of(SomeAudits.of("Wrong"))).startsWith("""
                Audit of /subscriptions/11111111-1111-1111-1111-111111111111
                PROBLEMS (exit code 2): 3 resources, 2 under a customer-managed key, 1 waiting for access to its key.
                Problems: BLOCKING 1, WARNING 2; unknown: 1; not seen at all: 1; read again: 1.
                Began 2026-03-01T12:00:00Z, ended 2026-03-01T12:00:07Z.

                WORST     LEFT    KIND                        RESOURCE           REGION      KEY                                                CMK  SEEN                RULES
                OK        -       Managed Lustre file system  render-rg/scratch  westeurope  contoso-cmk/disk/0123456789abcdef0123456789abcdef  yes  5 s ago, inventory  -
                """);
    }

    @Test
    void text_saysEachProblemItsRemedyAndItsRequest() {
        assertThat(AuditText.of(SomeAudits.of("Wrong")))
                .contains("""

                HPC cache /subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/render-rg/providers/Microsoft.StorageCache/caches/waiting
                  BLOCKING resource.waiting: Wrong
                    -> Wrong
                    -> ready to run: authorizeCache of /subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/render-rg/providers/Microsoft.StorageCache/caches/waiting
                  UNKNOWN vault.exists: Wrong
                    -> Wrong
                """)
                .endsWith("""

                Of no single resource
                  WARNING access.orphaned: Wrong
                    -> Wrong

                What could not be seen
                  UNKNOWN audit.rights: Wrong
                    -> Wrong
                """)
                .contains("  not compliant with Azure Policy 970f84d8-71b6-4091-9979-ace7e3fb6dbb\n");
    }

    @Property
    void anyText_forgesNoLineOfText(@ForAll String hostile) {
        Assume.that(!hostile.isEmpty());
        assertThat(AuditText.of(SomeAudits.of(hostile)).lines())
                .hasSize((int) AuditText.of(SomeAudits.of("Wrong")).lines().count());
    }

    @Property
    void anyText_forgesNoLineOfMarkdown(@ForAll String hostile) {
        Assume.that(!hostile.isEmpty());
        assertThat(AuditMarkdown.of(SomeAudits.of(hostile)).lines())
                .hasSize((int) AuditMarkdown.of(SomeAudits.of("Wrong")).lines().count());
    }

    @Test
    void markdown_hasATableOfOneLineAResource() {
        assertThat(AuditMarkdown.of(SomeAudits.of("a | b")).lines().filter(line -> line.startsWith("| ")))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(10));
    }

    @Property
    void anyText_isReadBackFromCsvAndIsNoFormula(@ForAll String hostile) {
        var records = records(AuditCsv.of(SomeAudits.of(hostile)));

        assertThat(records).hasSize(7).allSatisfy(record -> assertThat(record).hasSize(COLUMNS));
        var message = records.get(0).indexOf("message");
        var shown = PlainText.of(hostile);
        assertThat(records.get(1).get(message)).isEmpty();
        assertThat(records.subList(2, 7))
                .extracting(record -> record.get(message))
                .allSatisfy(cell -> assertThat(cell).isIn(shown, "'" + shown))
                .allSatisfy(
                        cell -> assertThat(cell.strip()).doesNotStartWith("=").doesNotStartWith("@"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://evil.example\")",
                "+1",
                "-1",
                "@SUM(1)",
                "  =1",
                "\uff1d1",
                "\uff0bcmd|' /C calc'!A0"
            })
    void formulaInACell_isText(String hostile) {
        assertThat(Encoder.CSV.encode(hostile)).startsWith("\"'").endsWith("\"");
    }

    @Test
    void cellThatIsNoFormula_isAsItIs() {
        assertThat(Encoder.CSV.encode("a \"b\", c=d")).isEqualTo("\"a \"\"b\"\", c=d\"");
    }

    @Test
    void csvNumbers_stayNumbers() {
        var records = records(AuditCsv.of(SomeAudits.of("Wrong")));
        var head = records.get(0);

        assertThat(AuditCsv.of(SomeAudits.of("Wrong"))).contains(",53,").contains(",30,");
        assertThat(records)
                .extracting(record -> record.get(head.indexOf("rule")))
                .containsExactly(
                        "rule",
                        "",
                        "resource.encryption",
                        "resource.waiting",
                        "vault.exists",
                        "access.orphaned",
                        "audit.rights");
    }

    @Test
    void csvLines_canBeWrittenOneByOne() {
        var report = SomeAudits.of("Wrong");
        var streamed = new StringBuilder(AuditCsv.header());
        report.resources().forEach(row -> streamed.append(AuditCsv.lines(row)));
        streamed.append(AuditCsv.lines(report.summary()));

        assertThat(streamed).hasToString(AuditCsv.of(report));
    }

    @Property
    void anyText_isReadBackFromJson(@ForAll String hostile) {
        var json = AuditJson.of(SomeAudits.of(hostile));
        assertThat(json.replace("\n", "").codePoints().map(Character::getType))
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE);
        assertThat(StringsOf.json(json)).contains(hostile);
    }

    @Test
    @SuppressWarnings("unchecked") // the portable form's own shape
    void requestInAReport_isReadBack() {
        var resources =
                (List<Map<String, Object>>) SomeAudits.of("Wrong").toMap().get("resources");
        var problems = (List<Map<String, Object>>) resources.get(2).get("problems");

        assertThat(Requests.fromMap((Map<String, ?>) problems.get(0).get("cure")))
                .isEqualTo(SomeAudits.request());
    }

    /** Reads CSV by the rules of RFC 4180, independently of the writer. */
    private static List<List<String>> records(String csv) {
        var records = new ArrayList<List<String>>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (isQuoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    isQuoted = false;
                }
            } else if (c == '"') {
                isQuoted = true;
            } else if (c == ',' || c == '\r') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    records.add(List.copyOf(cells));
                    cells.clear();
                    i++;
                }
            } else {
                cell.append(c);
            }
        }
        return records;
    }
}
