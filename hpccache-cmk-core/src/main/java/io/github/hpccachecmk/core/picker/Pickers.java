package io.github.hpccachecmk.core.picker;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.flow.CorrelationIds;
import io.github.hpccachecmk.core.policy.Rule;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.KeyVersionSnapshot;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.KeyCandidate;
import io.github.hpccachecmk.report.KeyVersionState;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.report.VaultCandidate;
import io.github.hpccachecmk.request.CmkRequest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What somebody can choose from. Asks the rules of a plan, of a request that would use the vault or the key, so that a picker
 * and a plan never disagree. Thread-safe; each stream is for one thread.
 */
public final class Pickers {
    private final Ports ports;
    private final RuleCatalogue rules;

    /** Pickers over {@code ports}, judged by {@code rules}. */
    public Pickers(Ports ports, RuleCatalogue rules) {
        this.ports = ports;
        this.rules = rules;
    }

    /**
     * The vaults of the target's subscription; one call a page.
     *
     * @param now the time to judge by
     */
    public Stream<VaultCandidate> vaults(TargetId target, String location, Instant now) {
        var context = context("vaults|" + target);
        return LazyPages.stream(
                        page -> ports.vaults().list(context, target.subscription(), page), context.correlationId())
                .map(vault -> new VaultCandidate(
                        vault.id(),
                        vault.location(),
                        vault.accessModel(),
                        findings(
                                Supposed.createUnder(vault.id(), target, location),
                                Facts.none().with(new FactKey.Vault(vault.id()), Optional.of(vault), now),
                                now,
                                Pickers::isAboutTheVault)));
    }

    /** The keys of a vault; one call a page, and one a key. */
    public Stream<KeyCandidate> keys(VaultId vault) {
        var context = context("keys|" + vault);
        return LazyPages.stream(page -> ports.keys().list(context, vault, page), context.correlationId())
                // Deleted between the two calls: nothing to choose.
                .flatMap(name -> key(context, vault, name).stream());
    }

    private Optional<KeyCandidate> key(CallContext context, VaultId vault, String name) {
        var answer = LazyPages.told(() -> ports.keys().get(context, vault, name), context.correlationId());
        var facts = Facts.none().with(new FactKey.NewestKey(vault, name), answer.value(), answer.at());
        return answer.value()
                .map(key -> new KeyCandidate(
                        key.key(),
                        findings(
                                Supposed.useOf(vault, name),
                                facts,
                                answer.at(),
                                finding -> finding.rule().startsWith("key."))));
    }

    /** The versions of a key; one call a page. */
    public Stream<KeyVersionState> versions(VaultId vault, String keyName) {
        vault.keyScope(keyName);
        var context = context("versions|" + vault + "|" + keyName);
        return LazyPages.stream(page -> ports.keys().versions(context, vault, keyName, page), context.correlationId())
                .map(Pickers::state);
    }

    private List<Finding> findings(CmkRequest<?> request, Facts facts, Instant now, Predicate<Finding> about) {
        return rules.evaluate(new Situation(request, facts, now), EnumSet.of(Rule.Tier.GATE)).findings().stream()
                .filter(about)
                .filter(finding -> finding.severity() != Severity.OK)
                .toList();
    }

    /** Whether the key's URL is the vault's own cannot be asked before there is a key. */
    private static boolean isAboutTheVault(Finding finding) {
        return finding.rule().startsWith("vault.") && !finding.rule().equals("vault.uri");
    }

    private static KeyVersionState state(KeyVersionSnapshot version) {
        return new KeyVersionState(
                version.key(), version.enabled(), version.notBefore(), version.expires(), version.created());
    }

    /** The same in every process, as of a request. */
    private static CallContext context(String what) {
        return new CallContext(CorrelationIds.of(what));
    }
}
