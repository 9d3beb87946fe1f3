package io.github.hpccachecmk.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.Rule.Tier;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCatalogueTest {
    private static final Set<Tier> ALL = EnumSet.allOf(Tier.class);
    private static final RuleCatalogue CATALOGUE = RuleCatalogue.standard();

    static List<CmkRequest<?>> requests() {
        return List.of(Given.cache(), Given.cacheWithIdentity(), Given.fileSystem(), Given.authorize());
    }

    static List<StandardRule> rules() {
        return RuleCatalogue.standardRules(PolicySettings.azure());
    }

    private static Situation oldVersion() {
        return Given.request(Given.cache())
                .with(VaultSketch.good())
                .with(KeySketch.newer())
                .withOld(KeySketch.good())
                .situation();
    }

    private static List<Finding> of(Report report, String rule) {
        return report.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    @Test
    void ids_areUniqueAndOfOneForm() {
        assertThat(CATALOGUE.rules())
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("(target|vault|key|identity|provider|caller)\\.[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRule_isDocumented(StandardRule rule) {
        assertThat(rule.summary()).endsWith(".").hasSizeGreaterThan(30);
        assertThat(rule.article()).startsWith("https://learn.microsoft.com/");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void nothingRead_isUnknownOrNeedsNoRead(CmkRequest<?> request) {
        var situation = Given.request(request).situation();
        for (var rule : CATALOGUE.rules()) {
            assertThat(rule.judge(situation)).as(rule.id()).allSatisfy(finding -> {
                if (!rule.facts(situation).isEmpty()) {
                    assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN);
                    assertThat(finding.message()).isEqualTo("Not checked: nobody has looked yet.");
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everythingRefused_isUnknownAndSaysTheServicesWords(CmkRequest<?> request) {
        var given = Given.request(request);
        for (var key : CATALOGUE.facts(given.situation(), ALL)) {
            given = given.withFailure(key, Given.refused(PortOperation.GET_VAULT));
        }
        for (var rule : CATALOGUE.rules()) {
            var situation = given.situation();
            assertThat(rule.judge(situation)).as(rule.id()).allSatisfy(finding -> {
                if (!rule.facts(situation).isEmpty()) {
                    assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN);
                    assertThat(finding.message())
                            .isEqualTo(
                                    "Not checked: GET_VAULT answered 403 AuthorizationFailed (The client has no right).");
                }
            });
        }
    }

    @Test
    void noAnswer_isUnknownAndAsksToPlanAgain() {
        var finding = Given.request(Given.cache())
                .withFailure(
                        new FactKey.Vault(Given.VAULT), Given.failure(PortOperation.GET_VAULT, 0, "", "reset\u0007"))
                .judgedBy(new VaultTierRule())
                .get(0);
        assertThat(finding.message()).isEqualTo("Not checked: GET_VAULT got no answer (reset\\u0007).");
        assertThat(finding.remedy()).isEqualTo("Plan again; if it stays unreadable, check it by hand.");
    }

    @Test
    void findings_comeMostSevereFirstElseInTheCataloguesOrder() {
        var ids = CATALOGUE.rules().stream().map(Rule::id).toList();
        var findings = CATALOGUE.evaluate(oldVersion(), ALL).findings();
        assertThat(findings).hasSizeGreaterThan(20);
        for (int i = 1; i < findings.size(); i++) {
            var before = findings.get(i - 1);
            var after = findings.get(i);
            assertThat(before.severity()).isLessThanOrEqualTo(after.severity());
            if (before.severity() == after.severity()) {
                assertThat(ids.indexOf(before.rule())).isLessThanOrEqualTo(ids.indexOf(after.rule()));
            }
        }
    }

    @Test
    void tier_choosesTheRules() {
        var gate = CATALOGUE.evaluate(oldVersion(), Set.of(Tier.GATE));
        assertThat(of(gate, "vault.region")).hasSize(1);
        assertThat(of(gate, "target.quota")).isEmpty();
        assertThat(CATALOGUE.facts(oldVersion(), Set.of(Tier.GATE)))
                .containsExactlyInAnyOrder(
                        new FactKey.Vault(Given.VAULT),
                        new FactKey.NewestKey(Given.VAULT, "cache-key"),
                        new FactKey.KeyVersion(Given.VAULT, "cache-key", Given.OLD),
                        new FactKey.Target(Given.CACHE));
    }

    @Test
    void mutedWarning_isGone() {
        assertThat(of(CATALOGUE.evaluate(oldVersion(), ALL), "key.version")).hasSize(1);
        assertThat(of(CATALOGUE.mute("key.version").evaluate(oldVersion(), ALL), "key.version"))
                .isEmpty();
    }

    @Test
    void whatTheServiceRefuses_cannotBeMuted() {
        var situation = Given.request(Given.cache()).situation();
        assertThat(of(CATALOGUE.mute("target.retired").evaluate(situation, ALL), "target.retired"))
                .singleElement()
                .matches(Finding::isBlocking);
        assertThat(of(CATALOGUE.mute("vault.tier").evaluate(situation, ALL), "vault.tier"))
                .singleElement()
                .matches(finding -> finding.severity() == Severity.UNKNOWN);
    }

    @Test
    void raisedWarning_blocksWithACode() {
        var report = CATALOGUE.raise("key.version").evaluate(oldVersion(), ALL);
        var finding = of(report, "key.version").get(0);
        assertThat(finding.severity()).isEqualTo(Severity.BLOCKING);
        assertThat(finding.code()).contains(ErrorCode.PREFLIGHT_BLOCKED);
        assertThat(report.blockers()).contains(finding);
        assertThat(report.isBlocked()).isTrue();
    }

    @Test
    void lastOfMuteAndRaise_holds() {
        var muted = CATALOGUE.raise("key.version").mute("key.version");
        assertThat(of(muted.evaluate(oldVersion(), ALL), "key.version")).isEmpty();
        var raised = CATALOGUE.mute("key.version").raise("key.version");
        assertThat(of(raised.evaluate(oldVersion(), ALL), "key.version")).hasSize(1);
    }

    @Test
    void unknownId_isRefusedByName() {
        assertThatThrownBy(() -> CATALOGUE.mute("vault.colour"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'vault.colour'")
                .hasMessageContaining("vault.region");
        assertThatThrownBy(() -> CATALOGUE.raise("")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void ownRule_isAskedAndCanBeMuted() {
        var own = new OwnRule("own.naming");
        var report = CATALOGUE.with(own).evaluate(oldVersion(), ALL);
        assertThat(of(report, "own.naming")).hasSize(1);
        assertThat(of(CATALOGUE.with(own).mute("own.naming").evaluate(oldVersion(), ALL), "own.naming"))
                .isEmpty();
        assertThatThrownBy(() -> CATALOGUE.with(new OwnRule("vault.region")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'vault.region'");
    }

    @Test
    void catalogue_staysAsItWas() {
        CATALOGUE.mute("key.version");
        CATALOGUE.with(new OwnRule("own.naming"));
        assertThat(of(CATALOGUE.evaluate(oldVersion(), ALL), "key.version")).hasSize(1);
        assertThat(CATALOGUE.rules()).extracting(Rule::id).doesNotContain("own.naming");
    }

    @Test
    void retirement_isASetting() {
        var situation = Given.request(Given.cache()).situation();
        var simulated = RuleCatalogue.standard(new PolicySettings(false));
        assertThat(of(simulated.evaluate(situation, ALL), "target.retired")).noneMatch(Finding::isBlocking);
        assertThat(of(CATALOGUE.evaluate(situation, ALL), "target.retired")).allMatch(Finding::isBlocking);
    }

    private record OwnRule(String id) implements Rule {
        @Override
        public Tier tier() {
            return Tier.ADVISORY;
        }

        @Override
        public Set<FactKey<?>> facts(Situation situation) {
            return Set.of();
        }

        @Override
        public List<Finding> judge(Situation situation) {
            return List.of(new Finding(
                    id, Severity.WARNING, "name", "The name is odd.", "", Optional.empty(), Optional.empty()));
        }
    }
}
