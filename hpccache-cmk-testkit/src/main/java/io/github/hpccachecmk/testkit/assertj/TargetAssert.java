package io.github.hpccachecmk.testkit.assertj;

import io.github.hpccachecmk.testkit.TargetProbe;

/** Assertions on a cache or file system as of the time of each assertion; leave no trace in the journal. */
public final class TargetAssert extends CmkAssert<TargetAssert, TargetProbe> {
    TargetAssert(TargetProbe actual) {
        super(actual, TargetAssert.class);
    }

    /** It exists. */
    public TargetAssert exists() {
        return check(actual.exists(), actual.id() + " exists", "it does not");
    }

    /** It does not exist. */
    public TargetAssert doesNotExist() {
        return check(!actual.exists(), actual.id() + " does not exist", states());
    }

    /** It is Succeeded and Healthy (cache) or Available (file system). */
    public TargetAssert isHealthy() {
        return check(actual.isHealthy(), actual.id() + " is Succeeded and Healthy or Available", states());
    }

    /** Its health has a state, {@code WaitingForKey} say. */
    public TargetAssert hasHealth(String state) {
        return check(actual.health().equals(state), actual.id() + " has the health state " + state, states());
    }

    /** It has a provisioning state, {@code Failed} say. */
    public TargetAssert hasProvisioningState(String state) {
        return check(
                actual.provisioningState().equals(state),
                actual.id() + " has the provisioning state " + state,
                states());
    }

    /** It has a customer-managed key of this name, in any vault and of any version. */
    public TargetAssert isEncryptedWith(String keyName) {
        return check(actual.isEncryptedWith(keyName), actual.id() + " is under the key " + keyName, key());
    }

    /** It has exactly this key: vault, name and version. */
    public TargetAssert hasKeyUrl(String keyUrl) {
        return check(actual.keyUrl().equals(keyUrl), actual.id() + " is under the key " + keyUrl, key());
    }

    /** It has a customer-managed key. */
    public TargetAssert hasCustomerManagedKey() {
        return check(!actual.keyUrl().isEmpty(), actual.id() + " has a customer-managed key", key());
    }

    /** It has no customer-managed key. */
    public TargetAssert hasNoCustomerManagedKey() {
        return check(actual.keyUrl().isEmpty(), actual.id() + " has no customer-managed key", key());
    }

    /** Its rotation flag is on. */
    public TargetAssert rotatesByItself() {
        return check(actual.autoRotation(), actual.id() + " has the rotation flag on", "it is off");
    }

    /** Its rotation flag is off. */
    public TargetAssert doesNotRotateByItself() {
        return check(!actual.autoRotation(), actual.id() + " has the rotation flag off", "it is on");
    }

    /** It has a system-assigned identity, whether answers show it yet or not. */
    public TargetAssert hasSystemPrincipal() {
        return check(!actual.principalId().isEmpty(), actual.id() + " has a system-assigned principal", "it has none");
    }

    /** It has no system-assigned identity. */
    public TargetAssert hasNoSystemPrincipal() {
        return check(
                actual.principalId().isEmpty(),
                actual.id() + " has no system-assigned principal",
                "it has " + actual.principalId());
    }

    @Override
    String story() {
        return actual.transcript();
    }

    private String states() {
        return actual.exists()
                ? "provisioning state " + actual.provisioningState() + ", health "
                        + (actual.health().isEmpty() ? "none" : actual.health() + " (" + actual.healthText() + ")")
                : "it does not exist";
    }

    private String key() {
        return actual.keyUrl().isEmpty() ? "no customer-managed key" : actual.keyUrl();
    }
}
