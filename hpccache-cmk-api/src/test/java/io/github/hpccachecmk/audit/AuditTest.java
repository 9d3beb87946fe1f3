package io.github.hpccachecmk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.inspection.Encryption;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an audit comes to, and what can be asked of its rows. */
class AuditTest {
    private static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private static AuditSummary.Builder summary() {
        return AuditSummary.builder()
                .scope(AuditScope.subscription(SUBSCRIPTION))
                .startedAt(AT)
                .endedAt(AT)
                .resources(1)
                .encrypted(1)
                .waiting(0)
                .readAgain(0)
                .unknowns(0);
    }

    private static Finding finding(Severity severity) {
        return new Finding("rule", severity, "subject", "message", "remedy", Optional.empty(), Optional.empty());
    }

    private static AuditedResource row(TargetId target, Inspection.Builder inspection) {
        return new AuditedResource(
                inspection.target(target).observedAt(AT).outlook("").build(),
                Optional.empty(),
                AuditedResource.Source.INVENTORY);
    }

    private static CacheId cache(String name) {
        return CacheId.of(SUBSCRIPTION, "rg", name);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, false, SOUND, 0",
        "0, 2, 0, false, WARNINGS, 1",
        "1, 2, 5, true, PROBLEMS, 2",
        "0, 2, 1, false, INCOMPLETE, 3",
        "0, 0, 0, true, INCOMPLETE, 3",
    })
    void verdict_isTheWorstThatIsCertain(
            int blocking, int warnings, int unknowns, boolean hasGap, AuditVerdict verdict, int exitCode) {
        var summary = summary().unknowns(unknowns);
        if (blocking > 0) {
            summary.putProblemsBySeverity(Severity.BLOCKING, blocking);
        }
        if (warnings > 0) {
            summary.putProblemsBySeverity(Severity.WARNING, warnings);
        }
        if (hasGap) {
            summary.addGap(finding(Severity.UNKNOWN));
        }

        assertThat(summary.build().verdict()).isEqualTo(verdict);
        assertThat(verdict.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void report_isInTheOrderOfIdsWithoutCase() {
        var rows = List.of(
                row(cache("b"), Inspection.builder().encryption(Encryption.PLATFORM_MANAGED)),
                row(cache("A"), Inspection.builder().encryption(Encryption.PLATFORM_MANAGED)),
                row(
                        FileSystemId.of(SUBSCRIPTION, "rg", "zz"),
                        Inspection.builder().encryption(Encryption.PLATFORM_MANAGED)));

        assertThat(new AuditReport(rows, summary().build()).resources())
                .extracting(row -> row.target().name())
                .containsExactly("zz", "A", "b");
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER_MANAGED, true", "PLATFORM_MANAGED, false", "UNREADABLE,"})
    void compliance_isThatOfTheEncryption(Encryption encryption, Boolean expected) {
        assertThat(row(cache("a"), Inspection.builder().encryption(encryption)).isCompliant())
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void minutesLeft_areWholeAndNeverNegative() {
        var waits = Inspection.builder().encryption(Encryption.CUSTOMER_MANAGED);

        assertThat(row(cache("a"), waits.deadline(AT.plusSeconds(119))).minutesLeft())
                .contains(1L);
        assertThat(row(cache("a"), waits.deadline(AT.minusSeconds(600))).minutesLeft())
                .contains(0L);
        assertThat(row(cache("a"), Inspection.builder().encryption(Encryption.CUSTOMER_MANAGED))
                        .minutesLeft())
                .isEmpty();
    }

    @Test
    void age_isNeverNegative() {
        var row = row(cache("a"), Inspection.builder().encryption(Encryption.CUSTOMER_MANAGED));

        assertThat(row.age(AT.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(row.age(AT.minusSeconds(5))).isEqualTo(Duration.ZERO);
    }

    @Test
    void worst_isTheMostSevereProblem() {
        var row = row(
                cache("a"),
                Inspection.builder()
                        .encryption(Encryption.CUSTOMER_MANAGED)
                        .addProblem(new Problem(finding(Severity.WARNING), Optional.empty()))
                        .addProblem(new Problem(finding(Severity.BLOCKING), Optional.empty())));

        assertThat(row.worst()).contains(Severity.BLOCKING);
    }

    @Test
    void scopes_areArmIds() {
        assertThat(AuditScope.subscription(SUBSCRIPTION)).hasToString("/subscriptions/" + SUBSCRIPTION);
        assertThat(AuditScope.resourceGroup(ResourceGroupId.of(SUBSCRIPTION, "rg")))
                .hasToString("/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg");
        assertThat(AuditScope.managementGroup("corp"))
                .hasToString("/providers/Microsoft.Management/managementGroups/corp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a'b", "Corp Main"})
    void managementGroupOfAnotherForm_isRefused(String name) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> AuditScope.managementGroup(name))
                .withMessageContaining("management group name");
    }

    @Test
    void queryWithoutScope_isRefusedByName() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> AuditQuery.builder().build())
                .withMessageContaining("scope");
    }

    @Test
    void control_isThePublishedOneOfTheKind() {
        assertThat(Map.of(
                        TargetKind.HPC_CACHE, TargetKind.HPC_CACHE.complianceControl(),
                        TargetKind.MANAGED_LUSTRE, TargetKind.MANAGED_LUSTRE.complianceControl()))
                .containsEntry(TargetKind.HPC_CACHE, "Azure Policy 970f84d8-71b6-4091-9979-ace7e3fb6dbb")
                .containsEntry(TargetKind.MANAGED_LUSTRE, "CIS Storage Services 2.0.0, 4.1");
    }
}
