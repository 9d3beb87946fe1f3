package io.github.hpccachecmk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.model.CacheId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {
    private static final CacheId CACHE = CacheId.of("11111111-1111-1111-1111-111111111111", "rg", "cache");
    private static final PlannedWrite PROTECT =
            new PlannedWrite(WriteKind.PROTECT_VAULT, "/vault", "", "Switches it on.", "it is off");
    private static final PlannedWrite GRANT =
            new PlannedWrite(WriteKind.ADD_ACCESS_POLICY, "/vault", "identity: get", "Adds access.", "it has none");
    private static final PlannedWrite CREATE =
            new PlannedWrite(WriteKind.CREATE_TARGET, CACHE.toString(), "", "3072 GB", "it is not there");

    private static Finding finding(Severity severity, String message) {
        return new Finding("vault.region", severity, "/vault", message, "", Optional.empty(), Optional.empty());
    }

    private static Plan plan(List<Finding> findings, PlannedWrite... writes) {
        return Plan.builder()
                .subject(CACHE.resourceId())
                .findings(findings)
                .writes(List.of(writes))
                .expectedCalls(1)
                .madeAt(Instant.EPOCH)
                .build();
    }

    @Test
    void samePlan_hasNoDifference() {
        var plan = plan(List.of(finding(Severity.WARNING, "old")), PROTECT, GRANT);
        assertThat(plan.since(plan).isEmpty()).isTrue();
    }

    @Test
    void newAndGoneWrites_areToldApart() {
        var difference = plan(List.of(), GRANT).since(plan(List.of(), PROTECT));
        assertThat(difference.newWrites()).containsExactly(GRANT);
        assertThat(difference.goneWrites()).containsExactly(PROTECT);
        assertThat(difference.isEmpty()).isFalse();
    }

    @Test
    void createOfOtherContent_isAnotherWrite() {
        var larger = new PlannedWrite(WriteKind.CREATE_TARGET, CACHE.toString(), "", "6144 GB", "it is not there");
        var difference = plan(List.of(), larger).since(plan(List.of(), CREATE));
        assertThat(difference.newWrites()).containsExactly(larger);
        assertThat(difference.goneWrites()).containsExactly(CREATE);
    }

    @Test
    void explainingWords_makeNoDifference() {
        var reworded =
                new PlannedWrite(WriteKind.PROTECT_VAULT, "/VAULT", "", "Switches protection on.", "it is off still");
        assertThat(plan(List.of(), reworded).since(plan(List.of(), PROTECT)).isEmpty())
                .isTrue();
    }

    @Test
    void newAndGoneFindings_areToldApartWithoutThoseAsNeeded() {
        var earlier = plan(List.of(finding(Severity.BLOCKING, "a"), finding(Severity.OK, "fine")));
        var later = plan(List.of(finding(Severity.WARNING, "a"), finding(Severity.OK, "still fine")));
        var difference = later.since(earlier);
        assertThat(difference.newFindings()).containsExactly(finding(Severity.WARNING, "a"));
        assertThat(difference.goneFindings()).containsExactly(finding(Severity.BLOCKING, "a"));
    }
}
