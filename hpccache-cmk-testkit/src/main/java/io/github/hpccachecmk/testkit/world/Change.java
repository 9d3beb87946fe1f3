package io.github.hpccachecmk.testkit.world;

import java.time.Duration;

/** The changes that services make by themselves, with their delays by default. */
public enum Change {
    /** A system-assigned principal appears in the resource. */
    IDENTITY_APPEARS(Duration.ZERO, Fidelity.OBSERVED, "in the create's own answer"),
    /** A new principal is known to the whole directory. */
    PRINCIPAL_REPLICATES(
            Duration.ZERO, Fidelity.OBSERVED, "assignments 1 to 5 s after the principal's creation succeeded"),
    /** A written access policy is effective for the service. */
    ACCESS_POLICY_EFFECTIVE(Duration.ofSeconds(30), Fidelity.INFERRED, "no public figure"),
    /** A written role assignment is effective for the service. */
    ROLE_EFFECTIVE(Duration.ofMinutes(5), Fidelity.DOCUMENTED, "role changes take minutes, reports of up to 30"),
    /** A deleted vault is purged. */
    VAULT_PURGED(Duration.ofSeconds(26), Fidelity.OBSERVED, "Succeeded after 26 s"),
    /** A resource group is deleted with all that is in it. */
    GROUP_DELETED(Duration.ofMinutes(6), Fidelity.INFERRED, "as long as its slowest resource; no public figure"),
    /** A new vault leaves RegisteringDns. */
    VAULT_REGISTERED(Duration.ofSeconds(20), Fidelity.OBSERVED, "Succeeded at the next poll 30 s later"),
    /** A cache leaves "being allocated". */
    CACHE_ALLOCATED(Duration.ofSeconds(2), Fidelity.OBSERVED, "2 to 3 s after the PUT"),
    /** A resource tries its key for the first time. */
    KEY_FIRST_TRIED(Duration.ofMinutes(2), Fidelity.INFERRED, "the article's 'after a few minutes'"),
    /** A waiting cache notices that it has access. */
    GRANT_NOTICED(Duration.ZERO, Fidelity.INFERRED, "no public figure"),
    /** A cache with access is deployed and starts up. */
    CACHE_DEPLOYED(Duration.ofMinutes(6), Fidelity.OBSERVED, "between 6:25 and 8:27 after the PUT"),
    /** A cache has started: Succeeded, Degraded. */
    CACHE_STARTED(Duration.ofMinutes(6), Fidelity.OBSERVED, "by 14:03 after the PUT"),
    /** A started cache becomes healthy. */
    CACHE_HEALTHY(Duration.ofMinutes(5), Fidelity.OBSERVED, "between 18:04 and 20:05 after the PUT"),
    /** A cache without access fails. */
    AUTHORIZATION_DEADLINE(Duration.ofMinutes(90), Fidelity.DOCUMENTED, "article, since 04/2020"),
    /** A file system is created, counted from the first try of its key. */
    FILE_SYSTEM_CREATED(Duration.ofSeconds(524), Fidelity.OBSERVED, "10 min 44 s after the PUT"),
    /** A PUT or key change on an existing resource is done. */
    RESOURCE_UPDATED(Duration.ofMillis(4400), Fidelity.OBSERVED, "4.4 s for a file system"),
    /** A flush is done. */
    CACHE_FLUSHED(Duration.ofMillis(10_500), Fidelity.OBSERVED, "10.5 s"),
    /** A flushed cache shows Healthy again, counted from the end of the operation. */
    CACHE_HEALTHY_AFTER_FLUSH(Duration.ofMillis(1500), Fidelity.OBSERVED, "Flushing over at least 11 s"),
    /** A cache has stopped. */
    CACHE_STOPPED(Duration.ofSeconds(142), Fidelity.OBSERVED, "2 min 22 s"),
    /** A stopped cache runs again. */
    CACHE_RESTARTED(Duration.ofSeconds(421), Fidelity.OBSERVED, "healthy at 7:01"),
    /** Debug information is collected. */
    DEBUG_INFO_COLLECTED(Duration.ofSeconds(159), Fidelity.OBSERVED, "2 min 39 s"),
    /** A cache is deleted. */
    CACHE_DELETED(Duration.ofSeconds(361), Fidelity.OBSERVED, "6 min 1 s"),
    /** A file system is deleted. */
    FILE_SYSTEM_DELETED(Duration.ofSeconds(500), Fidelity.OBSERVED, "8 min 20 s"),
    /** A resource whose key is disabled, deleted, expired or out of reach stops. */
    LOST_KEY_NOTICED(Duration.ofHours(1), Fidelity.DOCUMENTED, "disk encryption sets: about one hour"),
    /** A stopped resource whose key is back works again. */
    REGAINED_KEY_NOTICED(Duration.ofMinutes(5), Fidelity.INFERRED, "no public figure"),
    /** A resource with automatic rotation takes a new key version. */
    KEY_AUTO_ROTATED(Duration.ofHours(1), Fidelity.DOCUMENTED, "disk encryption sets: within one hour"),
    /** A date in a key's attributes is reached. Always timed: a date is a date. */
    KEY_DATE_REACHED(Duration.ZERO, Fidelity.SPECIFIED, "nbf and exp of the key"),
    /** A change that a test has ordered. */
    SCRIPTED(Duration.ZERO, Fidelity.DOCUMENTED, "by the test");

    private final Duration usual;
    private final Fidelity fidelity;
    private final String source;

    Change(Duration usual, Fidelity fidelity, String source) {
        this.usual = usual;
        this.fidelity = fidelity;
        this.source = source;
    }

    /** The delay by default. */
    public Delay usual() {
        return Delay.after(usual);
    }

    /** How well the default is known. */
    public Fidelity fidelity() {
        return fidelity;
    }

    /** Where the default is known from. */
    public String source() {
        return source;
    }
}
