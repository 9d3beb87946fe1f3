package io.github.hpccachecmk.testkit.port;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** URLs of the operations that the ports use, each with the api-version that the Azure binding sends as well. */
final class ArmUrls {
    private static final String STORAGE_CACHE_VERSION = "2026-01-01";
    private static final String KEY_VAULT_VERSION = "2026-02-01";
    private static final String ROLE_VERSION = "2022-04-01";
    private static final String LOCK_VERSION = "2020-05-01";
    private static final String IDENTITY_VERSION = "2023-01-31";
    private static final String PROVIDER_VERSION = "2021-04-01";
    private static final String NETWORK_VERSION = "2024-05-01";
    private static final String RESOURCE_GRAPH_VERSION = "2022-10-01";
    private static final String KEY_DATA_VERSION = "7.6";

    private final String endpoint;

    ArmUrls(String endpoint) {
        this.endpoint = endpoint;
    }

    String storageCache(String path) {
        return arm(path, STORAGE_CACHE_VERSION);
    }

    String keyVault(String path) {
        return arm(path, KEY_VAULT_VERSION);
    }

    String role(String path) {
        return arm(path, ROLE_VERSION);
    }

    String roleAssignmentsOf(String scope, String principal) {
        return role(scope + "/providers/Microsoft.Authorization/roleAssignments") + "&$filter="
                + URLEncoder.encode("assignedTo('" + principal + "')", StandardCharsets.UTF_8);
    }

    String locks(String scope) {
        return arm(scope + "/providers/Microsoft.Authorization/locks", LOCK_VERSION);
    }

    String identity(String path) {
        return arm(path, IDENTITY_VERSION);
    }

    String provider(String subscription, String namespace) {
        return arm("/subscriptions/" + subscription + "/providers/" + namespace, PROVIDER_VERSION);
    }

    String resourceGraph() {
        return arm("/providers/Microsoft.ResourceGraph/resources", RESOURCE_GRAPH_VERSION);
    }

    String network(String path) {
        return arm(path, NETWORK_VERSION);
    }

    /** On the data plane: a path below a vault's own URI, which ends with a slash. */
    static String keyData(String vaultUri, String path) {
        return vaultUri + path + "?api-version=" + KEY_DATA_VERSION;
    }

    private String arm(String path, String version) {
        return endpoint + path + "?api-version=" + version;
    }
}
