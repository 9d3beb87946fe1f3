package io.github.hpccachecmk.core.inspect;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.wire.TargetDocuments;
import io.github.hpccachecmk.inspection.Encryption;
import io.github.hpccachecmk.inspection.IdentityAccess;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** From what was seen of a resource to its inspection: what more to look at, what is wrong, what to report. Pure, thread-safe. */
public final class Inspections {
    private final RuleCatalogue rules;

    /** Judges by {@code rules}. */
    public Inspections(RuleCatalogue rules) {
        this.rules = rules;
    }

    /** What has to be looked at and was not yet. One answer can ask for more: a vault with roles for assignments, a missing key for a deleted one. */
    public List<FactKey<?>> unread(Inspected seen) {
        return asked(seen).stream()
                .filter(key -> seen.facts().get(key).isUnread())
                .toList();
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

    /** Whether each of the resource's identities has access to the key. */
    public List<IdentityAccess> access(Inspected seen) {
        return AccessSeen.of(seen);
    }

    /** The request that mends a finding, where there is one. */
    public Optional<CmkRequest<?>> cure(Finding finding, Inspected seen) {
        return Cures.of(finding, seen);
    }

    /** All that is found, most severe first. */
    public List<Finding> findings(Inspected seen) {
        var findings = new ArrayList<>(Judgement.of(seen, rules));
        findings.sort(Comparator.comparing(Finding::severity));
        return findings;
    }

    /** The whole inspection, each problem with its cure. */
    public Inspection report(Inspected seen) {
        return report(seen, findings(seen), finding -> new Problem(finding, cure(finding, seen)));
    }

    /**
     * An inspection of findings that were chosen already.
     *
     * @param seen what was seen
     * @param findings in the order of the report
     * @param problem what becomes of a finding that is wrong
     */
    public Inspection report(Inspected seen, List<Finding> findings, Function<Finding, Problem> problem) {
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
                .addAllAccess(access(seen))
                .autoRotation(
                        seen.target().id().kind().hasRotationFlag()
                                ? seen.target().encryption().flatMap(EncryptionSettings::autoRotation)
                                : Optional.empty())
                .deadline(seen.deadline())
                .outlook(Outlook.of(seen))
                .addAllProblems(of(findings, Severity.BLOCKING, Severity.WILL_FIX, Severity.WARNING).stream()
                        .map(problem)
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
