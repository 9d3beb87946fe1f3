package io.github.hpccachecmk.core.inspect;

import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.FactReader;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.flow.CorrelationIds;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.wire.TargetDocuments;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.inspection.Encryption;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Inspects one resource: observes until nothing more is asked for, judges, reports. Thread-safe; reads only. */
public final class Inspector {
    private final Ports ports;
    private final RuleCatalogue rules;

    /** Looks through {@code ports}, judges by {@code rules}. */
    public Inspector(Ports ports, RuleCatalogue rules) {
        this.ports = ports;
        this.rules = rules;
    }

    /**
     * One resource.
     *
     * @throws CmkException when it is not found or cannot be read
     */
    public Inspection inspect(TargetId id) {
        var correlationId = CorrelationIds.of("inspect|" + id);
        var reader = FactReader.twice(ports, new CallContext(correlationId));
        var key = new FactKey.Target(id);
        var facts = reader.read(key, Facts.none());
        var fact = facts.get(key);
        fact.failure().ifPresent(failure -> {
            throw new CmkException(FailureClassifier.classify(failure).toError(correlationId));
        });
        var target = found(id, fact);
        return report(observe(reader, new Inspected(target, facts, fact.at())));
    }

    private static TargetSnapshot found(TargetId id, Fact<Optional<TargetSnapshot>> fact) {
        return fact.value()
                .flatMap(found -> found)
                .orElseThrow(() -> new CmkException(CmkError.of(
                        ErrorCode.RESOURCE_MISSING,
                        "One read, which can be stale, does not find " + id + "; nothing can be told of it.")));
    }

    /** What one answer shows can ask for more: a vault with roles for its assignments, a missing key for a deleted one. */
    private Inspected observe(FactReader reader, Inspected first) {
        var seen = first;
        while (true) {
            var facts = seen.facts();
            var unread = asked(seen).stream()
                    .filter(key -> facts.get(key).isUnread())
                    .toList();
            if (unread.isEmpty()) {
                return seen;
            }
            var more = facts;
            for (var key : unread) {
                more = reader.read(key, more);
            }
            seen = seen.with(more);
        }
    }

    private Set<FactKey<?>> asked(Inspected seen) {
        var keys = new LinkedHashSet<FactKey<?>>();
        seen.situation()
                .ifPresent(situation -> rules.rules().stream()
                        .filter(rule -> Judgement.isAsked(rule.id()))
                        .filter(rule -> rule.concerns(situation.request()))
                        .forEach(rule -> keys.addAll(rule.facts(situation))));
        keys.addAll(AccessSeen.facts(seen));
        return keys;
    }

    private Inspection report(Inspected seen) {
        var findings = new ArrayList<>(Judgement.of(seen, rules));
        findings.sort(Comparator.comparing(Finding::severity));
        return Inspection.builder()
                .target(seen.target().id())
                .observedAt(seen.now())
                .encryption(encryption(seen))
                .provisioningState(seen.target().provisioningState())
                .health(seen.target().health())
                .addAllHealthTexts(
                        Stream.concat(seen.target().healthText().stream(), seen.target().conditions().stream())
                                .toList())
                .key(seen.key())
                .vault(seen.target().encryption().flatMap(EncryptionSettings::sourceVault))
                .newestKey(seen.newest().map(KeySnapshot::key))
                .keyEnabled(seen.inUse().map(KeySnapshot::enabled))
                .keyExpires(seen.inUse().flatMap(KeySnapshot::expires))
                .addAllAccess(AccessSeen.of(seen))
                .autoRotation(
                        seen.target().id().kind().hasRotationFlag()
                                ? seen.target().encryption().flatMap(EncryptionSettings::autoRotation)
                                : Optional.empty())
                .deadline(seen.deadline())
                .outlook(Outlook.of(seen))
                .addAllProblems(of(findings, Severity.BLOCKING, Severity.WILL_FIX, Severity.WARNING).stream()
                        .map(finding -> new Problem(finding, Cures.of(finding, seen)))
                        .toList())
                .addAllUnknowns(of(findings, Severity.UNKNOWN))
                .addAllPassed(of(findings, Severity.OK))
                .build();
    }

    private static Encryption encryption(Inspected seen) {
        if (TargetDocuments.unreadableKey(seen.target()).isPresent()) {
            return Encryption.UNREADABLE;
        }
        return seen.key().isPresent() ? Encryption.CUSTOMER_MANAGED : Encryption.PLATFORM_MANAGED;
    }

    private static List<Finding> of(List<Finding> findings, Severity... severities) {
        return findings.stream()
                .filter(finding -> List.of(severities).contains(finding.severity()))
                .toList();
    }
}
