package io.github.hpccachecmk.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.report.WriteKind;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    private static final CacheId CACHE = CacheId.of("11111111-1111-1111-1111-111111111111", "rg", "cache");
    private static final PlannedWrite PROTECT =
            new PlannedWrite(WriteKind.PROTECT_VAULT, "/vault", "", "Switches purge protection on.", "it is off");
    private static final PlannedWrite GRANT = new PlannedWrite(
            WriteKind.ADD_ACCESS_POLICY,
            "/vault",
            "the identity: get, wrapKey, unwrapKey",
            "Adds access.",
            "it has none");

    private static Finding finding(String rule, Severity severity, String message, String remedy) {
        return new Finding(
                rule,
                severity,
                "/vault",
                message,
                remedy,
                Optional.<ErrorCode>empty(),
                Optional.of("https://learn.microsoft.com/x"));
    }

    private static Plan.Builder plan() {
        return Plan.builder()
                .subject(CACHE.resourceId())
                .expectedCalls(8)
                .madeAt(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void blockedPlan_readsTopDown() {
        var plan = plan().addFinding(finding("vault.region", Severity.BLOCKING, "Wrong region.", "Move it."))
                .addFinding(finding("vault.purge-protection", Severity.WILL_FIX, "It is off.", ""))
                .addFinding(finding("vault.tier", Severity.OK, "Fine.", ""))
                .addWrite(PROTECT)
                .addWrite(GRANT)
                .build();
        assertThat(PlanText.of(plan)).isEqualTo("""
                        Plan for HPC cache %s
                        BLOCKED: 1 finding stands in the way; nothing is written.

                        Findings (2 to look at, 1 as needed)
                          BLOCKING  vault.region
                                    Wrong region.
                                    -> Move it.
                                    on /vault
                                    see https://learn.microsoft.com/x
                          WILL FIX  vault.purge-protection
                                    It is off.
                                    on /vault
                                    see https://learn.microsoft.com/x

                        Writes, in order, once nothing stands in the way
                          1. PROTECT_VAULT  [IRREVERSIBLE: cannot be undone]
                             Switches purge protection on.
                             on /vault
                             because it is off
                          2. ADD_ACCESS_POLICY
                             Adds access.
                             on /vault
                             gives the identity: get, wrapKey, unwrapKey
                             because it has none

                        Expected remote calls, polling aside: 8
                        Made at 2026-03-01T12:00:00Z, digest %s
                        """.formatted(CACHE, plan.digest()));
    }

    @Test
    void readyPlan_saysSoAndMarksWhatCannotBeUndone() {
        assertThat(PlanText.of(plan().addWrite(GRANT).build())).contains("\nReady: 1 write.\n");
        assertThat(PlanText.of(plan().addWrite(PROTECT).addWrite(GRANT).build()))
                .contains("\nReady: 2 writes, one or more that CANNOT BE UNDONE.\n");
    }

    @Test
    void planWithoutWrites_saysThatThereIsNothingToDo() {
        assertThat(PlanText.of(plan().build())).contains("\nNothing to do.\n").contains("\nWrites: none\n");
    }

    @Test
    void rulesWithOneCause_areShownOnce() {
        var text = PlanText.of(plan().addFinding(finding("vault.tier", Severity.UNKNOWN, "Not checked.", ""))
                .addFinding(finding("vault.region", Severity.UNKNOWN, "Not checked.", ""))
                .build());
        assertThat(text).contains("UNKNOWN   vault.tier, vault.region\n").containsOnlyOnce("Not checked.");
    }

    @Property
    void hostileText_passesNoControlAndForgesNoLine(@ForAll String hostile) {
        var plan = plan().addFinding(finding("own.rule", Severity.WARNING, hostile, "Do " + hostile))
                .addWrite(new PlannedWrite(WriteKind.CREATE_TARGET, hostile, hostile, hostile, hostile))
                .build();
        var text = PlanText.of(plan);
        assertThat(text.replace("\n", "").codePoints().map(Character::getType))
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE);
        assertThat(text.lines()).hasSize(hostile.isEmpty() ? 18 : 19);
    }
}
