package io.github.hpccachecmk.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.Rule.Tier;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.util.EnumSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever was read, or not, every rule answers, and answers in a form that can be shown. */
class RuleTotalityTest {
    private static final RuleCatalogue CATALOGUE = RuleCatalogue.standard();
    private static final EnumSet<Tier> ALL = EnumSet.allOf(Tier.class);

    @Property(tries = 3000)
    void anyFacts_areJudgedByEveryRule(@ForAll("worlds") long seed) {
        var world = new ArbitraryWorld(seed);
        var given = Given.request(world.request());
        // Facts lead to further facts: the newest key to the version asked for, a missing vault to the deleted ones.
        for (int round = 0; round < 4; round++) {
            for (FactKey<?> key : CATALOGUE.facts(given.situation(), ALL)) {
                given = world.answer(given, key);
            }
        }
        var situation = given.situation();
        var report = CATALOGUE.evaluate(situation, ALL);
        assertThat(report.findings()).allSatisfy(RuleTotalityTest::isPresentable);
        assertThat(report.isBlocked()).isEqualTo(!report.blockers().isEmpty());
        assertThat(CATALOGUE.evaluate(situation, ALL)).isEqualTo(report);
    }

    @Provide
    Arbitrary<Long> worlds() {
        return Arbitraries.longs();
    }

    private static void isPresentable(Finding finding) {
        assertThat(finding.message()).isNotBlank().endsWith(".");
        assertThat(finding.subject()).isNotBlank();
        assertThat(finding.code().isPresent()).isEqualTo(finding.severity() == Severity.BLOCKING);
        assertThat((finding.message() + finding.remedy() + finding.subject())
                        .codePoints()
                        .map(Character::getType))
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE, (int)
                        Character.LINE_SEPARATOR);
    }
}
