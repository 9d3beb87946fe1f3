package io.github.hpccachecmk.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.util.List;

/** Says what a rule's only finding has to be, text included. */
final class FindingAssert {
    private final Finding finding;

    private FindingAssert(Finding finding) {
        this.finding = finding;
    }

    static FindingAssert assertOnly(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        var finding = findings.get(0);
        assertThat(finding.documentation()).isPresent();
        assertThat(finding.message()).endsWith(".");
        return new FindingAssert(finding);
    }

    FindingAssert isOk(String message) {
        return is(Severity.OK, message).hasNoCode().hasRemedy("");
    }

    FindingAssert isWillFix(String message) {
        return is(Severity.WILL_FIX, message).hasNoCode().hasRemedy("");
    }

    FindingAssert isWarning(String message) {
        return is(Severity.WARNING, message).hasNoCode().hasSomeRemedy();
    }

    FindingAssert isUnknown(String message) {
        return is(Severity.UNKNOWN, message).hasNoCode();
    }

    FindingAssert isBlocking(ErrorCode code, String message) {
        is(Severity.BLOCKING, message).hasSomeRemedy();
        assertThat(finding.code()).contains(code);
        return this;
    }

    FindingAssert hasRemedy(String remedy) {
        assertThat(finding.remedy()).isEqualTo(remedy);
        return this;
    }

    FindingAssert isAbout(Object subject) {
        assertThat(finding.subject()).isEqualTo(subject.toString());
        return this;
    }

    private FindingAssert is(Severity severity, String message) {
        assertThat(finding.message()).isEqualTo(message);
        assertThat(finding.severity()).isEqualTo(severity);
        return this;
    }

    private FindingAssert hasNoCode() {
        assertThat(finding.code()).isEmpty();
        return this;
    }

    private FindingAssert hasSomeRemedy() {
        assertThat(finding.remedy()).isNotBlank();
        return this;
    }
}
