package io.github.hpccachecmk.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.AuthorizeCache;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What holds whatever is known, however contradictory. */
class TransitionTablePropertyTest {
    @Property(tries = 4_000)
    void anyKnowledge_hasADecisionOfTheDeclaredKind(@ForAll Random random) {
        var view = SomeViews.any(random);
        var move = view.decide();
        var row = TargetTables.CREATE_AND_AUTHORIZE.rows().stream()
                .filter(candidate -> candidate.id().equals(move.row()))
                .findFirst()
                .orElseThrow();
        // A wait whose limit is over, and a read that somebody has to allow, block.
        assertThat(move.decision()).isInstanceOfAny(row.gives(), Decision.Blocked.class);
        assertThat(move.message()).isNotBlank();
    }

    @Property(tries = 4_000)
    void aWrite_isDecidedOnlyOverVaultAndKeyThatWereRead(@ForAll Random random) {
        var view = SomeViews.any(random);
        if (view.decide().decision() instanceof Decision.Act && view.stance().honourBlockers()) {
            assertThat(view.vault()).isPresent();
            assertThat(view.unread(view.gateFacts())).isEmpty();
            assertThat(view.targetFact().value()).isPresent();
        }
    }

    @Property(tries = 4_000)
    void aWriteToAResourceThatWorks_isNeverACreate(@ForAll Random random) {
        var view = SomeViews.any(random);
        if (view.decide().decision() instanceof Decision.Act act && act.write().kind() == WriteKind.CREATE_TARGET) {
            assertThat(view.target().isEmpty() || view.hasFailed()).isTrue();
            assertThat(view.request()).isNotInstanceOf(AuthorizeCache.class);
        }
    }

    @Property(tries = 4_000)
    void purgeProtection_isSwitchedOnOnlyWithConsentForThisVault(@ForAll Random random) {
        var view = SomeViews.any(random);
        if (view.stance().honourBlockers()
                && view.decide().decision() instanceof Decision.Act act
                && act.write() instanceof Write.ProtectVault protect) {
            var consent = view.create()
                    .map(request -> request.vaultProtection().consent())
                    .or(() -> Optional.of(
                            ((AuthorizeCache) view.request()).vaultProtection().consent()))
                    .flatMap(found -> found);
            assertThat(consent.orElseThrow().covers(protect.vault())).isTrue();
        }
    }

    @Property(tries = 4_000)
    void aGrant_isNeverMoreThanTheThreeRightsOrTheOneRole(@ForAll Random random) {
        var view = SomeViews.any(random);
        if (view.decide().decision() instanceof Decision.Act act) {
            if (act.write() instanceof Write.AddAccessPolicy add) {
                assertThat(add.policy().keyPermissions()).containsExactlyInAnyOrder("get", "wrapkey", "unwrapkey");
            }
            if (act.write() instanceof Write.AssignRole assign) {
                assertThat(assign.grant().roleId()).isEqualTo("e147488a-f6f5-4113-8e2d-b22465e65bf6");
                assertThat(assign.grant().scope()).isEqualTo(view.keyScope().orElseThrow());
            }
        }
    }

    @Test
    void everyRow_decidesSomewhere() {
        var random = new Random(20260115);
        Set<String> reached = new HashSet<>();
        for (int i = 0;
                i < 1_500_000
                        && reached.size()
                                < TargetTables.CREATE_AND_AUTHORIZE.rows().size();
                i++) {
            reached.add(SomeViews.any(random).decide().row());
        }
        assertThat(TargetTables.CREATE_AND_AUTHORIZE.rows()).extracting(Row::id).allMatch(reached::contains);
    }
}
