package io.github.hpccachecmk.model;

/** Who can reach a vault that is made. The service itself needs one of both. */
public enum VaultNetwork {
    /** Everybody, as far as the network goes. */
    ALL_NETWORKS,
    /** Nobody but trusted Microsoft services, which pass the firewall ({@code defaultAction: Deny, bypass: AzureServices}). */
    TRUSTED_SERVICES_ONLY
}
