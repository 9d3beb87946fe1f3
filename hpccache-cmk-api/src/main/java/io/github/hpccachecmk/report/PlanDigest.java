package io.github.hpccachecmk.report;

import io.github.hpccachecmk.implementation.Checks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes the canonical text that {@link Plan#digest()} describes into a hash. */
final class PlanDigest {
    private static final String FORM = "hpccache-cmk plan 1";

    private final MessageDigest sha;

    private PlanDigest(MessageDigest sha) {
        this.sha = sha;
    }

    static String of(Plan plan) {
        var digest = new PlanDigest(sha256());
        digest.field(FORM).field(plan.subject().canonical());
        digest.field(String.valueOf(plan.writes().size()));
        plan.writes().forEach(digest::write);
        var findings = plan.findings().stream()
                .filter(finding -> finding.severity() != Severity.OK)
                .toList();
        digest.field(String.valueOf(findings.size()));
        findings.forEach(digest::finding);
        return HexFormat.of().formatHex(digest.sha.digest());
    }

    private void write(PlannedWrite write) {
        field(write.kind().name())
                .field(Checks.lower(write.scope()))
                .field(write.authority())
                .field(write.isReversible() ? "reversible" : "irreversible");
        if (write.kind() == WriteKind.CREATE_TARGET) {
            field(write.summary());
        }
    }

    private void finding(Finding finding) {
        field(finding.rule())
                .field(finding.severity().name())
                .field(finding.subject())
                .field(finding.message());
    }

    private PlanDigest field(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
        return this;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
