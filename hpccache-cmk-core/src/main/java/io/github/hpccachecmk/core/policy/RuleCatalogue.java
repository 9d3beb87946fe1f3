package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.Rule.Tier;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All rules in a stable order, with what the user changed: rules of their own, warnings muted, warnings raised to blocking.
 * What the service itself would refuse is never a warning, so it cannot be muted. Immutable, thread-safe, pure: makes no call.
 */
public final class RuleCatalogue {
    private static final Severity[] ORDER = Severity.values();

    private final List<Rule> rules;
    private final Set<String> muted;
    private final Set<String> raised;

    private RuleCatalogue(List<Rule> rules, Set<String> muted, Set<String> raised) {
        this.rules = List.copyOf(rules);
        this.muted = Set.copyOf(muted);
        this.raised = Set.copyOf(raised);
    }

    /** The rules for Azure as it is. */
    public static RuleCatalogue standard() {
        return standard(PolicySettings.azure());
    }

    /** The rules for a world of those settings. */
    public static RuleCatalogue standard(PolicySettings settings) {
        return new RuleCatalogue(List.copyOf(standardRules(settings)), Set.of(), Set.of());
    }

    static List<StandardRule> standardRules(PolicySettings settings) {
        return Stream.of(
                        List.of(new TargetRetiredRule(settings.hpcCacheRetired())),
                        vaultRules(),
                        settings.countsAssignments() ? List.of(new VaultAssignmentsRule()) : List.<StandardRule>of(),
                        keyRules(),
                        List.of(new IdentityExistsRule(), new IdentityTenantRule(), new IdentityRecreatedRule()),
                        offerRules(settings.regions()),
                        List.of(
                                new CallerTargetRightsRule(),
                                new CallerVaultRightsRule(),
                                new CallerGrantRightRule(),
                                new CallerPrepareRightsRule()))
                .<StandardRule>flatMap(List::stream)
                .toList();
    }

    private static List<StandardRule> vaultRules() {
        return List.of(
                new VaultExistsRule(),
                new VaultDeletedRule(),
                new VaultSubscriptionRule(),
                new VaultRegionRule(),
                new VaultTierRule(),
                new VaultSoftDeleteRule(),
                new VaultPurgeProtectionRule(),
                new VaultNetworkRule(),
                new VaultAccessModelRule(),
                new VaultStateRule(),
                new VaultUriRule(),
                new VaultLockRule(),
                new VaultImportRule());
    }

    private static List<StandardRule> keyRules() {
        return List.of(
                new KeyExistsRule(),
                new KeyDeletedRule(),
                new KeyTypeRule(),
                new KeySizeRule(),
                new KeyEnabledRule(),
                new KeyNotBeforeRule(),
                new KeyExpiryRule(),
                new KeyOperationsRule(),
                new KeyVersionRule(),
                new KeyMaterialRule());
    }

    private static List<StandardRule> offerRules(RegionProfile regions) {
        return List.of(
                new ProviderRegisteredRule(),
                regions == RegionProfile.AS_REPORTED ? new TargetRegionRule() : new ProfiledRegionRule(regions),
                new TargetSkuRule(),
                new TargetSizeRule(),
                new TargetQuotaRule(),
                new TargetSubnetRule());
    }

    /** The rules in order. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * The same catalogue with one more rule at the end.
     *
     * @throws InvalidInputException when a rule of that id is in it
     */
    public RuleCatalogue with(Rule rule) {
        if (has(rule.id())) {
            throw InvalidInputException.of("rule id", rule.id(), "an id that no other rule has");
        }
        var more = new ArrayList<>(rules);
        more.add(rule);
        return new RuleCatalogue(more, muted, raised);
    }

    /**
     * The same catalogue without that rule's warnings. Its other findings stay: what the service refuses, what could not be
     * read and what will be written cannot be muted.
     *
     * @throws InvalidInputException when there is no such rule
     */
    public RuleCatalogue mute(String id) {
        return new RuleCatalogue(rules, plus(muted, id), minus(raised, id));
    }

    /**
     * The same catalogue with that rule's warnings raised to blocking.
     *
     * @throws InvalidInputException when there is no such rule
     */
    public RuleCatalogue raise(String id) {
        return new RuleCatalogue(rules, minus(muted, id), plus(raised, id));
    }

    /** The facts that the rules of those tiers look at, as far as known by now. */
    public Set<FactKey<?>> facts(Situation situation, Set<Tier> tiers) {
        var facts = new LinkedHashSet<FactKey<?>>();
        for (var rule : rules) {
            if (tiers.contains(rule.tier()) && rule.concerns(situation.request())) {
                facts.addAll(rule.facts(situation));
            }
        }
        return facts;
    }

    /** What the rules of those tiers find: all of it, most severe first, else in the catalogue's order. */
    public Report evaluate(Situation situation, Set<Tier> tiers) {
        var found = new ArrayList<Finding>(rules.size() + 8);
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            if (tiers.contains(rule.tier()) && rule.concerns(situation.request())) {
                found.addAll(rule.judge(situation));
            }
        }
        return new Report(sorted(found));
    }

    /** One pass a severity: there are five, and most findings are of the last. */
    private List<Finding> sorted(List<Finding> found) {
        var sorted = new ArrayList<Finding>(found.size());
        for (var severity : ORDER) {
            for (int i = 0; i < found.size(); i++) {
                var finding = found.get(i);
                if (effective(finding) == severity && !isMuted(finding)) {
                    sorted.add(severity == finding.severity() ? finding : raised(finding));
                }
            }
        }
        return sorted;
    }

    private Severity effective(Finding finding) {
        return finding.severity() == Severity.WARNING && raised.contains(finding.rule())
                ? Severity.BLOCKING
                : finding.severity();
    }

    private boolean isMuted(Finding finding) {
        return finding.severity() == Severity.WARNING && muted.contains(finding.rule());
    }

    private static Finding raised(Finding finding) {
        return new Finding(
                finding.rule(),
                Severity.BLOCKING,
                finding.subject(),
                finding.message(),
                finding.remedy(),
                finding.code().or(() -> Optional.of(ErrorCode.PREFLIGHT_BLOCKED)),
                finding.documentation());
    }

    private Set<String> plus(Set<String> ids, String id) {
        if (!has(id)) {
            throw InvalidInputException.of(
                    "rule id", id, "one of " + rules.stream().map(Rule::id).toList());
        }
        var more = new HashSet<>(ids);
        more.add(id);
        return more;
    }

    private static Set<String> minus(Set<String> ids, String id) {
        var fewer = new HashSet<>(ids);
        fewer.remove(id);
        return fewer;
    }

    private boolean has(String id) {
        return rules.stream().anyMatch(rule -> rule.id().equals(id));
    }
}
