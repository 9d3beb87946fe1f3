package io.github.hpccachecmk.testkit.world;

import java.time.Duration;
import java.time.Instant;

/**
 * How long each change takes in a world. Immutable.
 *
 * @param overrides the changes that differ from {@link Change#usual()}
 */
public record Timing(Table<Change, Delay> overrides) {
    /** All delays by default: those of recorded traffic and of the articles. */
    public static Timing usual() {
        return new Timing(Table.empty());
    }

    /** Everything at once, apart from the 90 minutes, which are a limit and not a delay. */
    public static Timing immediate() {
        return all(Delay.immediate());
    }

    /** Everything only when a script says so: for searches that choose the order of events. */
    public static Timing manual() {
        return all(Delay.manual());
    }

    /**
     * As a cache with a system-assigned identity in Central US EUAP went in April 2020: never degraded, healthy after
     * 16 minutes. Seen in recorded traffic of Azure/azure-sdk-for-net storagecache tests.
     */
    public static Timing asRecordedInApril2020() {
        return usual().with(Change.CACHE_STARTED, Delay.after(Duration.ofMinutes(8)))
                .with(Change.CACHE_HEALTHY, Delay.immediate());
    }

    /**
     * As a cache with a user-assigned identity and a customer key in East US went in July 2023: healthy after 9 min 46 s.
     * Seen in recorded traffic of Azure/azure-powershell StorageCache tests.
     */
    public static Timing asRecordedInJuly2023() {
        return usual().with(Change.CACHE_DEPLOYED, Delay.after(Duration.ofMinutes(4)))
                .with(Change.CACHE_STARTED, Delay.after(Duration.ofMillis(226_600)))
                .with(Change.CACHE_HEALTHY, Delay.immediate());
    }

    private static Timing all(Delay delay) {
        Timing timing = usual();
        for (Change change : Change.values()) {
            if (change != Change.AUTHORIZATION_DEADLINE && change != Change.KEY_DATE_REACHED) {
                timing = timing.with(change, delay);
            }
        }
        return timing;
    }

    /** This timing with one delay changed. */
    public Timing with(Change change, Delay delay) {
        return new Timing(overrides.with(change, delay));
    }

    /** The delay of a change. */
    public Delay of(Change change) {
        return overrides.get(change).orElseGet(change::usual);
    }

    /** When a change that starts now is due. */
    public Instant due(Change change, Instant now) {
        return of(change).from(now);
    }
}
