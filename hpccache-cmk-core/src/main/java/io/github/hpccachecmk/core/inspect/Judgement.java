package io.github.hpccachecmk.core.inspect;

import io.github.hpccachecmk.core.failure.ServiceText;
import io.github.hpccachecmk.core.policy.Rule;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.wire.TargetDocuments;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.inspection.IdentityAccess;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with what was seen: what the rules find of vault, key and identities, and what only an existing resource shows. Pure. */
final class Judgement {
    static final String WAITING = "resource.waiting";
    static final String FAILED = "resource.failed";
    static final String UNHEALTHY = "resource.health";
    static final String UNENCRYPTED = "resource.encryption";
    static final String ACCESS = "access.grant";
    static final String WIDTH = "access.width";

    /** Of the catalogue only what concerns a resource that exists; whoever looks need not be allowed to write. */
    private static final Set<String> ROOMS = Set.of("vault", "key", "identity");

    private static final Set<String> ABOUT_WRITES = Set.of("vault.lock", "vault.import", "vault.assignments");

    private Judgement() {}

    static boolean isAsked(String rule) {
        return ROOMS.contains(rule.replaceFirst("\\..*", "")) && !ABOUT_WRITES.contains(rule);
    }

    static List<Finding> of(Inspected seen, RuleCatalogue rules) {
        var findings = new ArrayList<Finding>();
        findings.addAll(ofResource(seen));
        AccessSeen.of(seen).forEach(access -> findings.add(ofAccess(seen, access)));
        AccessSeen.excess(seen).forEach((access, more) -> findings.add(ofExcess(seen, access, more)));
        seen.situation()
                .ifPresent(situation -> rules.evaluate(situation, EnumSet.allOf(Rule.Tier.class)).findings().stream()
                        .filter(finding -> isAsked(finding.rule()))
                        .forEach(findings::add));
        return findings;
    }

    private static List<Finding> ofResource(Inspected seen) {
        var findings = new ArrayList<Finding>();
        encryption(seen).ifPresent(findings::add);
        if (seen.isWaiting()) {
            findings.add(finding(
                    seen,
                    WAITING,
                    Severity.BLOCKING,
                    "The cache waits for access to its key" + timeLeft(seen) + ".",
                    "Give its identity access now; while it says that it waits, that can still help.",
                    Optional.of(ErrorCode.KEY_ACCESS_MISSING)));
        } else if (seen.hasFailed()) {
            findings.add(finding(
                    seen,
                    FAILED,
                    Severity.BLOCKING,
                    "The " + seen.target().id().kind().displayName() + " has failed" + says(seen) + ".",
                    "It has to be created anew; this library deletes nothing.",
                    Optional.of(ErrorCode.RESOURCE_FAILED)));
        } else if (!seen.isHealthy()) {
            findings.add(finding(
                    seen,
                    UNHEALTHY,
                    Severity.WARNING,
                    "The " + seen.target().id().kind().displayName() + " is "
                            + seen.target()
                                    .provisioningState()
                                    .map(Object::toString)
                                    .orElse("in no known state")
                            + ", "
                            + seen.target().health().map(Object::toString).orElse("of no known health") + says(seen)
                            + "; healthy is "
                            + seen.target().id().kind().healthyState() + ".",
                    "Look again; what else is wrong here may be the reason.",
                    Optional.empty()));
        }
        return findings;
    }

    private static Optional<Finding> encryption(Inspected seen) {
        var unreadable = TargetDocuments.unreadableKey(seen.target());
        if (unreadable.isPresent()) {
            return Optional.of(finding(
                    seen,
                    UNENCRYPTED,
                    Severity.UNKNOWN,
                    "The resource refers to '"
                            + ServiceText.shown(unreadable.get().replaceFirst("[?#].*", ""))
                            + "', which is no key in a key vault that this library can read.",
                    "Look at its encryption settings in the portal.",
                    Optional.empty()));
        }
        if (seen.key().isEmpty()) {
            return Optional.of(finding(
                    seen,
                    UNENCRYPTED,
                    Severity.WARNING,
                    "It is encrypted by the platform's own key.",
                    "Nothing can change that: a customer-managed key is chosen at creation. Create another and move the data.",
                    Optional.of(ErrorCode.ENCRYPTION_NOT_POSSIBLE)));
        }
        if (seen.asRequest().isEmpty()) {
            return Optional.of(finding(
                    seen,
                    UNENCRYPTED,
                    Severity.UNKNOWN,
                    "It is under key " + seen.key().get()
                            + " and does not tell the version, or names another vault than the key's or none; vault and key were"
                            + " not looked at.",
                    "Look at its encryption settings in the portal.",
                    Optional.empty()));
        }
        return Optional.empty();
    }

    private static Finding ofAccess(Inspected seen, IdentityAccess access) {
        var who = who(access);
        return switch (access.state()) {
            case PROVEN, WRITTEN ->
                finding(
                        seen,
                        ACCESS,
                        Severity.OK,
                        who + "has access to the key"
                                + access.since()
                                        .map(at -> ", written at " + at + " at the latest")
                                        .orElse("")
                                + (access.state() == IdentityAccess.State.PROVEN ? "; the resource works." : "."),
                        "",
                        Optional.empty());
            case ABSENT ->
                finding(
                        seen,
                        ACCESS,
                        Severity.BLOCKING,
                        who + "has no access to the key; it needs get, wrapKey and unwrapKey.",
                        "Give it access.",
                        Optional.of(ErrorCode.KEY_ACCESS_MISSING));
            case UNKNOWN ->
                finding(
                        seen,
                        ACCESS,
                        Severity.UNKNOWN,
                        who
                                + "may have access to the key or not: it could not be read, or depends on a condition or a role whose"
                                + " rights are not known.",
                        "Look at the vault's access in the portal.",
                        Optional.empty());
        };
    }

    private static Finding ofExcess(Inspected seen, IdentityAccess access, String more) {
        return finding(
                seen,
                WIDTH,
                Severity.WARNING,
                who(access) + "can do more than it needs: " + more
                        + "; get, wrapKey and unwrapKey on this one key are enough.",
                "Give it the role Key Vault Crypto Service Encryption User on the key alone, or the three key permissions; let that take"
                        + " effect; then take the rest away, unless something else needs it.",
                Optional.empty());
    }

    private static String who(IdentityAccess access) {
        return "The " + access.identity() + " (principal " + access.principal() + ") ";
    }

    private static String timeLeft(Inspected seen) {
        return seen.deadline()
                .map(deadline -> {
                    long minutes = Duration.between(seen.now(), deadline).toMinutes();
                    return minutes > 0
                            ? "; " + minutes + " minutes are left, until " + deadline
                            : "; its 90 minutes were over at " + deadline;
                })
                .orElse("; since when is not told");
    }

    private static String says(Inspected seen) {
        return seen.target()
                .healthText()
                .map(ServiceText::shown)
                .map(text -> " (it says: " + text + ")")
                .orElse("");
    }

    private static Finding finding(
            Inspected seen, String rule, Severity severity, String message, String remedy, Optional<ErrorCode> code) {
        return new Finding(rule, severity, seen.target().id().toString(), message, remedy, code, Optional.empty());
    }
}
