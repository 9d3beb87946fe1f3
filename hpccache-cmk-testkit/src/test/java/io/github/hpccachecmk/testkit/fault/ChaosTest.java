package io.github.hpccachecmk.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaosTest {
    private static final int CALLS = 400;

    @Test
    void sameSeed_sameFaultsInTheJournal() {
        assertThat(told(FakeAzure.create(), 7, 0.3)).isEqualTo(told(FakeAzure.create(), 7, 0.3));
        assertThat(told(FakeAzure.create(), 7, 0.3)).isNotEqualTo(told(FakeAzure.create(), 8, 0.3));
    }

    @Test
    void probabilityOfNought_changesNothing() {
        assertThat(told(FakeAzure.create(), 7, 0)).containsOnly("200");
    }

    @Test
    void probabilityOfOne_everyCallShowsItsFault() {
        assertThat(told(FakeAzure.create(), 7, 1)).hasSize(CALLS).doesNotContain("200");
    }

    @Test
    void probability_isThatOfStruckCalls() {
        long struck = told(FakeAzure.create(), 7, 0.25).stream()
                .filter(outcome -> !outcome.equals("200"))
                .count();

        // 400 draws at a quarter: 100, and five standard deviations of 8.7 either way.
        assertThat(struck).isBetween(57L, 143L);
    }

    @Test
    void withoutStops_noProcessDies() {
        var azure = FakeAzure.create();

        told(azure, 7, 1);

        assertThat(azure.faults().isStopped()).isFalse();
    }

    @Test
    void withStops_aProcessDiesAndTheJournalSaysSo() {
        var azure = FakeAzure.create();
        azure.faults().chaosWithStops(7, 1);

        assertThatThrownBy(() -> {
                    for (int call = 0; call < CALLS; call++) {
                        azure.call(read(azure));
                    }
                })
                .isInstanceOf(ProcessStopped.class);

        var entries = azure.journal().entries();
        assertThat(entries.get(entries.size() - 1).outcome()).contains("process stopped");
    }

    @Test
    void clear_endsIt() {
        var azure = FakeAzure.create();
        azure.faults().chaos(7, 1).clear();

        azure.call(read(azure));

        assertThat(azure.journal().entries()).extracting(JournalEntry::outcome).containsExactly("200");
    }

    @Test
    void probabilityBeyondOne_isRefusedWithTheLegalOnes() {
        var faults = new Faults();

        assertThatThrownBy(() -> faults.chaos(7, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A probability of 1.5; legal are 0 to 1");
    }

    private static List<String> told(FakeAzure azure, long seed, double probability) {
        azure.throttling(false).faults().chaos(seed, probability);
        for (int call = 0; call < CALLS; call++) {
            azure.call(read(azure));
        }
        return azure.journal().entries().stream().map(JournalEntry::outcome).toList();
    }

    private static WireRequest read(FakeAzure azure) {
        return WireRequest.arm("GET", azure.groupId(FakeAzure.DEFAULT_GROUP), "2021-04-01", null, FakeAzure.OWNER);
    }
}
