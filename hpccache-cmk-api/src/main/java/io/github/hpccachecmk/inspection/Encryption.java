package io.github.hpccachecmk.inspection;

/** By whose key a resource is encrypted. New constants may appear. */
public enum Encryption {
    /** A customer-managed key. */
    CUSTOMER_MANAGED,
    /** The platform's own key. That is decided at creation; nothing can change it later. */
    PLATFORM_MANAGED,
    /** The resource refers to a key or vault in a way that this library cannot read. */
    UNREADABLE
}
