package io.github.hpccachecmk.testkit.assertj;

import io.github.hpccachecmk.testkit.VaultScript;

/** Assertions on a vault as of the time of each assertion; leave no trace in the journal. */
public final class VaultAssert extends CmkAssert<VaultAssert, VaultScript> {
    VaultAssert(VaultScript actual) {
        super(actual, VaultAssert.class);
    }

    /** Purge protection is on. */
    public VaultAssert isPurgeProtected() {
        return check(actual.isPurgeProtected(), actual.id() + " has purge protection on", "it is off");
    }

    /** Purge protection is off. */
    public VaultAssert isNotPurgeProtected() {
        return check(!actual.isPurgeProtected(), actual.id() + " has purge protection off", "it is on");
    }

    /**
     * A principal may do all of this with the keys now, as services see it: by policy or by role, as the vault has it.
     *
     * @param objectId the principal
     * @param permissions in the words of access policies, in any case
     */
    public VaultAssert grants(String objectId, String... permissions) {
        return check(
                actual.grants(objectId, permissions),
                actual.id() + " grants " + objectId + " " + String.join(", ", permissions),
                actual.permissionsOf(objectId));
    }

    /** A principal may do nothing with the keys now, as services see it. */
    public VaultAssert grantsNothingTo(String objectId) {
        return check(
                actual.permissionsOf(objectId).isEmpty(),
                actual.id() + " grants nothing to " + objectId,
                actual.permissionsOf(objectId));
    }

    /** A key has this many versions. */
    public VaultAssert hasVersions(String key, int count) {
        return check(
                actual.versions(key).size() == count,
                "the key " + key + " of " + actual.id() + " has " + count + " versions",
                actual.versions(key));
    }

    @Override
    String story() {
        return actual.transcript();
    }
}
