package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.Timing;
import java.time.Duration;

/** When changes come in a search: where the order matters the search chooses it, the others come at once. */
final class Timings {
    /** The search decides when grants take effect, when keys are tried and noticed, and when a resource is healthy. */
    static final Timing SEARCH = Timing.manual()
            .with(Change.CACHE_ALLOCATED, Delay.immediate())
            .with(Change.CACHE_DEPLOYED, Delay.immediate())
            .with(Change.CACHE_STARTED, Delay.immediate())
            .with(Change.PRINCIPAL_REPLICATES, Delay.immediate())
            .with(Change.GRANT_NOTICED, Delay.immediate())
            .with(Change.RESOURCE_UPDATED, Delay.immediate());

    /** Every change takes some seconds, so that waits are seen without hundreds of equal polls. */
    static final Timing BRISK = brisk();

    private Timings() {}

    private static Timing brisk() {
        var timing = Timing.immediate();
        for (var change : Change.values()) {
            if (change != Change.AUTHORIZATION_DEADLINE && change != Change.KEY_DATE_REACHED) {
                timing = timing.with(change, Delay.after(Duration.ofSeconds(20)));
            }
        }
        return timing;
    }
}
