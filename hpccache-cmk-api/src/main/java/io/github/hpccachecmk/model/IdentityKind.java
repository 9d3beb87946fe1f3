package io.github.hpccachecmk.model;

/** Which managed identities a resource has. Source: the StorageCache REST specification. */
public enum IdentityKind {
    /** One that lives and dies with the resource; its principal exists only once the resource does. */
    SYSTEM_ASSIGNED("SystemAssigned"),
    /** One or more that are resources of their own. */
    USER_ASSIGNED("UserAssigned"),
    /** Both. */
    SYSTEM_AND_USER_ASSIGNED("SystemAssigned, UserAssigned");

    private final String wireName;

    IdentityKind(String wireName) {
        this.wireName = wireName;
    }

    /** {@return the value of {@code identity.type} in the REST interface} */
    public String wireName() {
        return wireName;
    }
}
