package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.audit.AuditReport;
import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.audit.AuditSummary;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.inspection.Encryption;
import io.github.hpccachecmk.inspection.IdentityAccess;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.request.AuthorizeCache;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Audits to render: a cache that waits, a sound file system and a cache without a key of its own. */
final class SomeAudits {
    static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
    static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    static final CacheId WAITING = CacheId.of(SUBSCRIPTION, "render-rg", "waiting");
    private static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "render-rg", "contoso-cmk");
    private static final KeyUrl KEY =
            KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/disk/0123456789abcdef0123456789abcdef");

    private SomeAudits() {}

    /** All that others can write into a report is this text. */
    static AuditReport of(String text) {
        var waiting = new Problem(finding(Severity.BLOCKING, "resource.waiting", text), Optional.of(request()));
        var unknown = finding(Severity.UNKNOWN, "vault.exists", text);
        var elsewhere = new Problem(finding(Severity.WARNING, "access.orphaned", text), Optional.empty());
        var plain = new Problem(finding(Severity.WARNING, "resource.encryption", text), Optional.empty());
        return new AuditReport(
                List.of(waiting(text, waiting, unknown), sound(), plain(plain)),
                AuditSummary.builder()
                        .scope(AuditScope.subscription(SUBSCRIPTION))
                        .startedAt(AT)
                        .endedAt(AT.plusSeconds(7))
                        .resources(3)
                        .encrypted(2)
                        .waiting(1)
                        .readAgain(1)
                        .putAllProblemsByRule(
                                Map.of("resource.waiting", 1, "resource.encryption", 1, "access.orphaned", 1))
                        .putAllProblemsBySeverity(Map.of(Severity.BLOCKING, 1, Severity.WARNING, 2))
                        .unknowns(1)
                        .addElsewhere(elsewhere)
                        .addGap(finding(Severity.UNKNOWN, "audit.rights", text))
                        .build());
    }

    static AuthorizeCache request() {
        return AuthorizeCache.builder().cache(WAITING).addAllowedVault(VAULT).build();
    }

    private static Finding finding(Severity severity, String rule, String text) {
        return new Finding(
                rule, severity, text, text, text, Optional.of(ErrorCode.KEY_ACCESS_MISSING), Optional.of(text));
    }

    private static AuditedResource waiting(String text, Problem problem, Finding unknown) {
        var seen = Inspection.builder()
                .target(WAITING)
                .observedAt(AT)
                .encryption(Encryption.CUSTOMER_MANAGED)
                .provisioningState(ProvisioningState.of("Creating"))
                .health(HealthState.of("WaitingForKey"))
                .addHealthText(text)
                .key(KEY)
                .vault(VAULT)
                .newestKey(KEY)
                .keyEnabled(true)
                .keyExpires(AT.plus(Duration.ofDays(30)))
                .addAccess(new IdentityAccess(
                        PrincipalId.of("22222222-2222-2222-2222-222222222222"),
                        text,
                        IdentityAccess.State.ABSENT,
                        Optional.of(AT)))
                .autoRotation(false)
                .deadline(AT.plus(Duration.ofMinutes(53)))
                .outlook(text)
                .addProblem(problem)
                .addUnknown(unknown)
                .addPassed(finding(Severity.OK, "key.type", text))
                .build();
        return new AuditedResource(seen, Optional.of("eastus"), AuditedResource.Source.READ);
    }

    private static AuditedResource sound() {
        var seen = Inspection.builder()
                .target(FileSystemId.of(SUBSCRIPTION, "render-rg", "scratch"))
                .observedAt(AT.plusSeconds(2))
                .encryption(Encryption.CUSTOMER_MANAGED)
                .key(KEY)
                .outlook("")
                .build();
        return new AuditedResource(seen, Optional.of("westeurope"), AuditedResource.Source.INVENTORY);
    }

    private static AuditedResource plain(Problem problem) {
        var seen = Inspection.builder()
                .target(CacheId.of(SUBSCRIPTION, "render-rg", "plain"))
                .observedAt(AT.plusSeconds(2))
                .encryption(Encryption.PLATFORM_MANAGED)
                .outlook("")
                .addProblem(problem)
                .build();
        return new AuditedResource(seen, Optional.empty(), AuditedResource.Source.INVENTORY);
    }
}
