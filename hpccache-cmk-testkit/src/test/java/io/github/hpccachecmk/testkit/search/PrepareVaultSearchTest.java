package io.github.hpccachecmk.testkit.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.request.PrepareVault;
import io.github.hpccachecmk.testkit.search.VaultPromises.Broken;
import io.github.hpccachecmk.testkit.search.VaultPromises.Promise;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Preparing a vault keeps its promises in every order of passes, faults and other people's deeds, exhaustively, and in lives
 * drawn from seeds. {@code -Dcmk.sim.seed=N} lives one of them again.
 */
class PrepareVaultSearchTest {
    private static final UnaryOperator<PrepareVault> AS_IT_IS = UnaryOperator.identity();

    @ParameterizedTest
    @EnumSource(VaultStart.class)
    void threeFaultsAtAnyCalls_keepAllPromises(VaultStart start) {
        search(start, 3, 0);
    }

    @ParameterizedTest
    @EnumSource(VaultStart.class)
    void somebodyInterferesAndACallFails_keepsAllPromises(VaultStart start) {
        search(start, 1, 2);
    }

    private static void search(VaultStart start, int faults, int interferences) {
        long begun = System.nanoTime();
        var report = new VaultSearch(start, Mutation.NONE, AS_IT_IS).all(faults, interferences);
        assertThat(report.broken()).as(report.story()).isEmpty();
        System.out.printf(
                Locale.ROOT,
                "vault search, %s: %d fault(s), %d interference(s); %d states, %d transitions, %d passes, %.1f s%n",
                start,
                faults,
                interferences,
                report.states(),
                report.transitions(),
                report.passes(),
                (System.nanoTime() - begun) / 1e9);
        assertThat(report.states()).isGreaterThan(1);
    }

    @Test
    void anyLife_keepsAllPromisesAndEnds() {
        long only = Long.getLong("cmk.sim.seed", 0);
        long begun = System.nanoTime();
        long passes = 0;
        long last = only == 0 ? 300 : only;
        for (long seed = only == 0 ? 1 : only; seed <= last; seed++) {
            for (var start : VaultStart.values()) {
                var life = new VaultSearch(start, Mutation.NONE, AS_IT_IS).life(seed);
                passes += life.passes();
                assertThat(life.broken())
                        .as("life %d of %s; live it again with -Dcmk.sim.seed=%d%n%s", seed, start, seed, life.story())
                        .isEmpty();
            }
        }
        System.out.printf(
                Locale.ROOT,
                "vault lives: %d seeds from %d starts, %d passes, %.1f s%n",
                only == 0 ? last : 1,
                VaultStart.values().length,
                passes,
                (System.nanoTime() - begun) / 1e9);
        assertThat(passes).isPositive();
    }

    @Test
    void vaultOfOthersTaken_isFound() {
        UnaryOperator<PrepareVault> adopting = request -> PrepareVault.builder()
                .from(request)
                .existing(ExistingVault.ADOPT)
                .build();

        assertFound(VaultStart.FOREIGN, Mutation.NONE, adopting, Promise.NOTHING_OF_OTHERS_CHANGED);
    }

    @Test
    void consentMadeUp_isFound() {
        UnaryOperator<PrepareVault> consenting = request -> PrepareVault.builder()
                .from(request)
                .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(request.vault())))
                .build();

        assertFound(
                VaultStart.NOTHING_WITHOUT_CONSENT, Mutation.NONE, consenting, Promise.NO_PROTECTION_WITHOUT_CONSENT);
        assertFound(
                VaultStart.ADOPTED_WITHOUT_CONSENT, Mutation.NONE, consenting, Promise.NO_PROTECTION_WITHOUT_CONSENT);
    }

    @Test
    void keyNotLookedFor_isFound() {
        assertFound(VaultStart.ADOPTED_COMPLETE, blindToKeys(), AS_IT_IS, Promise.NO_WRITE_ONCE_ALL_IS_THERE);
    }

    @Test
    void materialImportedWithoutLooking_isFound() {
        assertFound(VaultStart.ADOPTED_FOR_AN_IMPORT, blindToKeys(), AS_IT_IS, Promise.NO_SECOND_VERSION);
    }

    private static void assertFound(
            VaultStart start, Mutation mutation, UnaryOperator<PrepareVault> tampering, Promise promise) {
        var report = new VaultSearch(start, mutation, tampering).all(0, 0);

        assertThat(report.broken())
                .as(start + " " + report.story())
                .extracting(Broken::promise)
                .contains(promise);
    }

    /** A careless client makes its key without looking whether there is one. */
    private static Mutation blindToKeys() {
        return Tampered.keys(found -> Optional.empty());
    }
}
