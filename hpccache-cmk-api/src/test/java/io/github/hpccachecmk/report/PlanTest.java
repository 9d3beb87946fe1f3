package io.github.hpccachecmk.report;

import static io.github.hpccachecmk.report.SampleReports.CACHE;
import static io.github.hpccachecmk.report.SampleReports.NOON;
import static io.github.hpccachecmk.report.SampleReports.OTHER_CACHE;
import static io.github.hpccachecmk.report.SampleReports.VAULT;
import static io.github.hpccachecmk.report.SampleReports.finding;
import static io.github.hpccachecmk.report.SampleReports.grant;
import static io.github.hpccachecmk.report.SampleReports.plainFinding;
import static io.github.hpccachecmk.report.SampleReports.plan;
import static io.github.hpccachecmk.report.SampleReports.protect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTest {
    /** Computed apart from this library, from the description of the digest. */
    private static final String DIGEST = "e33ca95fb0cf7f131633633c60c2195e8dadb588614f6a05d2da073e863f559c";

    private static final String DIGEST_OF_A_CREATE = "074056b8dcd2a808b4ae8fd01da0dea69146ee08f1cb2330589a92b883c2abbc";

    private static final Finding FOUND = new Finding(
            "vault.region", Severity.WARNING, "s", "m", "do", Optional.of(ErrorCode.REFUSED), Optional.of("link"));
    private static final PlannedWrite WRITE = new PlannedWrite(WriteKind.ASSIGN_ROLE, "/keys/K", "a", "m", "r");

    @Test
    void digest_isTheHashOfTheDocumentedFields() {
        assertThat(plan().build().digest()).isEqualTo(DIGEST);
    }

    @Test
    void digestOfACreate_coversItsContentToo() {
        assertThat(with(create("PUT one")).build().digest()).isEqualTo(DIGEST_OF_A_CREATE);
        assertThat(with(create("PUT other")).build().digest()).isNotEqualTo(DIGEST_OF_A_CREATE);
    }

    static Stream<Arguments> coveredChanges() {
        return Stream.of(
                Arguments.of("subject", one().subject(OTHER_CACHE.resourceId())),
                Arguments.of(
                        "kind of a write",
                        with(new PlannedWrite(WriteKind.ADD_ACCESS_POLICY, "/keys/K", "a", "m", "r"))),
                Arguments.of(
                        "reversible kind", with(new PlannedWrite(WriteKind.PROTECT_VAULT, "/keys/K", "a", "m", "r"))),
                Arguments.of(
                        "scope of a write", with(new PlannedWrite(WriteKind.ASSIGN_ROLE, "/keys/L", "a", "m", "r"))),
                Arguments.of(
                        "authority of a write",
                        with(new PlannedWrite(WriteKind.ASSIGN_ROLE, "/keys/K", "b", "m", "r"))),
                Arguments.of("one write more", one().addWrite(WRITE)),
                Arguments.of("one write less", one().writes(List.of())),
                Arguments.of("one finding more", one().addFinding(FOUND)),
                Arguments.of("one finding less", one().findings(List.of())),
                Arguments.of("rule of a finding", with(found("vault.sku", Severity.WARNING, "s", "m"))),
                Arguments.of("severity of a finding", with(found("vault.region", Severity.BLOCKING, "s", "m"))),
                Arguments.of("finding became OK", with(found("vault.region", Severity.OK, "s", "m"))),
                Arguments.of("subject of a finding", with(found("vault.region", Severity.WARNING, "t", "m"))),
                Arguments.of("message of a finding", with(found("vault.region", Severity.WARNING, "s", "n"))),
                Arguments.of(
                        "text moved from one field to the next",
                        with(found("vault.region", Severity.WARNING, "sm", ""))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("coveredChanges")
    void digest_changesWithEachMemberItCovers(String member, Plan.Builder changed) {
        assertThat(changed.build().digest())
                .as(member)
                .isNotEqualTo(one().build().digest());
    }

    static Stream<Arguments> otherChanges() {
        return Stream.of(
                Arguments.of("time", one().madeAt(NOON.plusSeconds(86_400))),
                Arguments.of("expected calls", one().expectedCalls(99)),
                Arguments.of("finding that is as needed", one().addFinding(plainFinding())),
                Arguments.of(
                        "case of the target",
                        one().subject(ResourceId.parse(CACHE.toString().toUpperCase(Locale.ROOT)))),
                Arguments.of(
                        "case of a scope", with(new PlannedWrite(WriteKind.ASSIGN_ROLE, "/KEYS/k", "a", "m", "r"))),
                Arguments.of(
                        "words of a write", with(new PlannedWrite(WriteKind.ASSIGN_ROLE, "/keys/K", "a", "x", "y"))),
                Arguments.of(
                        "remedy, code and link of a finding",
                        with(new Finding(
                                "vault.region", Severity.WARNING, "s", "m", "", Optional.empty(), Optional.empty()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherChanges")
    void digest_staysWhenAnythingElseChanges(String member, Plan.Builder changed) {
        assertThat(changed.build().digest()).as(member).isEqualTo(one().build().digest());
    }

    @Test
    void planWithABlockingFinding_isBlocked() {
        var blocked = plan().addFinding(finding(Severity.BLOCKING)).build();
        assertThat(blocked.isBlocked()).isTrue();
        assertThat(blocked.blockers()).containsExactly(finding(Severity.BLOCKING));
        assertThat(plan().build().isBlocked()).isFalse();
        assertThat(plan().build().blockers()).isEmpty();
    }

    @Test
    void planThatProtectsAVault_isIrreversible() {
        assertThat(plan().build().isIrreversible()).isTrue();
        assertThat(plan().writes(List.of(grant())).build().isIrreversible()).isFalse();
    }

    @Test
    void write_isHeldByKindScopeAndAuthority() {
        var approved = plan().build();
        var scope = VAULT.toString();
        assertThat(approved.holds(protect())).isTrue();
        assertThat(approved.holds(new PlannedWrite(
                        WriteKind.ADD_ACCESS_POLICY, scope.toUpperCase(Locale.ROOT), grant().authority(), "x", "y")))
                .isTrue();
        assertThat(approved.holds(new PlannedWrite(WriteKind.ASSIGN_ROLE, scope, grant().authority(), "", "")))
                .isFalse();
        assertThat(approved.holds(
                        new PlannedWrite(WriteKind.ADD_ACCESS_POLICY, scope + "2", grant().authority(), "", "")))
                .isFalse();
        assertThat(approved.holds(
                        new PlannedWrite(WriteKind.ADD_ACCESS_POLICY, scope, "another identity: get", "", "")))
                .isFalse();
    }

    @Test
    void create_isHeldByItsContentToo() {
        var approved = with(create("PUT one")).build();
        assertThat(approved.holds(new PlannedWrite(WriteKind.CREATE_TARGET, CACHE.toString(), "", "PUT one", "y")))
                .isTrue();
        assertThat(approved.holds(create("PUT other"))).isFalse();
    }

    @Test
    void planWhoseCreateWasChangedByHand_isNotRead() {
        var approved = with(create("PUT one")).build().toMap();
        var changed =
                new HashMap<String, Object>(with(create("PUT other")).build().toMap());
        changed.put("digest", approved.get("digest"));

        assertThat(Plan.fromMap(approved).writes()).containsExactly(create("PUT one"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Plan.fromMap(changed))
                .withMessageContaining("plan.digest is '" + approved.get("digest") + "'");
    }

    private static PlannedWrite create(String summary) {
        return new PlannedWrite(WriteKind.CREATE_TARGET, CACHE.toString(), "", summary, "r");
    }

    private static Plan.Builder one() {
        return Plan.builder()
                .subject(CACHE.resourceId())
                .addFinding(FOUND)
                .addWrite(WRITE)
                .expectedCalls(1)
                .madeAt(NOON);
    }

    private static Plan.Builder with(PlannedWrite write) {
        return one().writes(List.of(write));
    }

    private static Plan.Builder with(Finding finding) {
        return one().findings(List.of(finding));
    }

    private static Finding found(String rule, Severity severity, String subject, String message) {
        return new Finding(rule, severity, subject, message, "do", Optional.of(ErrorCode.REFUSED), Optional.of("link"));
    }
}
