package io.github.hpccachecmk.report;

import static io.github.hpccachecmk.report.SampleReports.CACHE;
import static io.github.hpccachecmk.report.SampleReports.NOON;
import static io.github.hpccachecmk.report.SampleReports.OTHER_CACHE;
import static io.github.hpccachecmk.report.SampleReports.SUBSCRIPTION;
import static io.github.hpccachecmk.report.SampleReports.awaited;
import static io.github.hpccachecmk.report.SampleReports.finding;
import static io.github.hpccachecmk.report.SampleReports.plan;
import static io.github.hpccachecmk.report.SampleReports.protect;
import static io.github.hpccachecmk.report.SampleReports.resource;
import static io.github.hpccachecmk.report.SampleReports.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.hpccachecmk.ValueContract;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.VaultId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportValuesTest {
    private static final Optional<ErrorCode> CODE = Optional.of(ErrorCode.CONSENT_MISSING);
    private static final Optional<String> LINK = Optional.of("https://learn.microsoft.com/x");

    @Test
    void finding_countsEachMember() {
        ValueContract.check(
                () -> new Finding("r", Severity.BLOCKING, "s", "m", "do", CODE, LINK),
                List.of(
                        new Finding("q", Severity.BLOCKING, "s", "m", "do", CODE, LINK),
                        new Finding("r", Severity.WARNING, "s", "m", "do", CODE, LINK),
                        new Finding("r", Severity.BLOCKING, "t", "m", "do", CODE, LINK),
                        new Finding("r", Severity.BLOCKING, "s", "n", "do", CODE, LINK),
                        new Finding("r", Severity.BLOCKING, "s", "m", "", CODE, LINK),
                        new Finding("r", Severity.BLOCKING, "s", "m", "do", Optional.empty(), LINK),
                        new Finding("r", Severity.BLOCKING, "s", "m", "do", CODE, Optional.empty())));
    }

    @Test
    void findingAsText_leavesAnEmptyRemedyOut() {
        assertThat(new Finding("r", Severity.BLOCKING, "s", "it is off.", "Switch it on.", CODE, LINK))
                .hasToString("BLOCKING r (s): it is off. Remedy: Switch it on.");
        assertThat(new Finding("r", Severity.OK, "s", "it is on.", "", CODE, LINK))
                .hasToString("OK r (s): it is on.");
    }

    @Test
    void blockingSeverityAlone_blocks() {
        for (var severity : Severity.values()) {
            assertThat(finding(severity).isBlocking()).isEqualTo(severity == Severity.BLOCKING);
        }
    }

    @Test
    void severities_areOrderedMostSevereFirst() {
        assertThat(
                        List.of(Severity.OK, Severity.WILL_FIX, Severity.WARNING, Severity.UNKNOWN, Severity.BLOCKING)
                                .stream()
                                .sorted())
                .containsExactly(Severity.BLOCKING, Severity.UNKNOWN, Severity.WARNING, Severity.WILL_FIX, Severity.OK);
    }

    @Test
    void plannedWrite_countsEachMember() {
        ValueContract.check(
                () -> new PlannedWrite(WriteKind.ASSIGN_ROLE, "s", "a", "m", "r"),
                List.of(
                        new PlannedWrite(WriteKind.PROTECT_VAULT, "s", "a", "m", "r"),
                        new PlannedWrite(WriteKind.ASSIGN_ROLE, "t", "a", "m", "r"),
                        new PlannedWrite(WriteKind.ASSIGN_ROLE, "s", "b", "m", "r"),
                        new PlannedWrite(WriteKind.ASSIGN_ROLE, "s", "a", "n", "r"),
                        new PlannedWrite(WriteKind.ASSIGN_ROLE, "s", "a", "m", "q")));
    }

    @Test
    void purgeProtectionAlone_isIrreversible() {
        for (var kind : WriteKind.values()) {
            assertThat(new PlannedWrite(kind, "s", "", "", "").isReversible())
                    .isEqualTo(kind != WriteKind.PROTECT_VAULT && kind != WriteKind.CREATE_VAULT);
        }
    }

    @Test
    void awaited_countsEachMember() {
        ValueContract.check(
                () -> new Awaited("w", NOON, NOON.plusSeconds(1), ErrorCode.WAIT_LIMIT_REACHED),
                List.of(
                        new Awaited("x", NOON, NOON.plusSeconds(1), ErrorCode.WAIT_LIMIT_REACHED),
                        new Awaited("w", NOON.plusNanos(1), NOON.plusSeconds(1), ErrorCode.WAIT_LIMIT_REACHED),
                        new Awaited("w", NOON, NOON.plusSeconds(2), ErrorCode.WAIT_LIMIT_REACHED),
                        new Awaited("w", NOON, NOON.plusSeconds(1), ErrorCode.KEY_ACCESS_MISSING)));
    }

    @Test
    void status_countsEachMember() {
        ValueContract.check(
                () -> status().build(),
                List.of(
                        status().subject(OTHER_CACHE.resourceId()).build(),
                        status().phase(Phase.CREATING).build(),
                        status().message("other").build(),
                        status().at(NOON.plusSeconds(1)).build(),
                        status().elapsed(Duration.ofSeconds(1)).build(),
                        status().deadline(NOON).build(),
                        status().awaited(new Awaited("x", NOON, NOON, ErrorCode.CONFLICT))
                                .build(),
                        status().lastError(CmkError.of(ErrorCode.CONFLICT, "m")).build(),
                        status().addBlocker(finding(Severity.BLOCKING)).build(),
                        status().addEvent(FlowEvent.DEADLINE_AT_RISK).build()));
    }

    @Test
    void plan_countsEachMember() {
        ValueContract.check(
                () -> plan().build(),
                List.of(
                        plan().subject(OTHER_CACHE.resourceId()).build(),
                        plan().addFinding(finding(Severity.WARNING)).build(),
                        plan().addWrite(protect()).build(),
                        plan().expectedCalls(13).build(),
                        plan().madeAt(NOON.plusSeconds(1)).build()));
    }

    @Test
    void encryptedResource_countsEachMember() {
        ValueContract.check(
                () -> resource().build(),
                List.of(
                        resource().target(OTHER_CACHE).build(),
                        resource()
                                .key(KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/k"))
                                .build(),
                        resource()
                                .vault(VaultId.of(SUBSCRIPTION, "vault-rg", "fabrikam-cmk"))
                                .build(),
                        resource()
                                .addPrincipal(PrincipalId.of("bbbbbbbb-2222-3333-4444-555555555555"))
                                .build(),
                        resource().autoRotation(false).build(),
                        resource().provisioningState(ProvisioningState.UPDATING).build(),
                        resource().health(HealthState.DEGRADED).build(),
                        resource().createdAt(NOON).build(),
                        resource().observedAt(NOON.plusSeconds(1)).build(),
                        resource().addWrite(WriteKind.UPDATE_ENCRYPTION).build()));
        assertThat(resource().build().kind()).isEqualTo(TargetKind.HPC_CACHE);
        assertThat(resource().build().target()).isEqualTo(CACHE);
    }

    @Test
    void setterGivenNull_throwsWithTheMembersName() {
        assertThatNullPointerException()
                .isThrownBy(() -> status().message(null))
                .withMessage("message");
        assertThatNullPointerException().isThrownBy(() -> plan().madeAt(null)).withMessage("madeAt");
        assertThatNullPointerException()
                .isThrownBy(() -> resource().vault(null))
                .withMessage("vault");
    }

    @Test
    void listsOfAReport_cannotBeChanged() {
        var found = plan().build();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> found.writes().clear());
        assertThat(awaited().toMap()).containsOnlyKeys("what", "since", "until", "codeAfter");
    }
}
