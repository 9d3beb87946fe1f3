/** The ports on the Azure SDK, and the client builder. */
module io.github.hpccachecmk.azure {
    requires transitive com.azure.core;
    requires transitive io.github.hpccachecmk.core;
    requires com.azure.core.http.jdk.httpclient;
    requires com.azure.core.management;
    requires com.azure.json;
    requires com.azure.resourcemanager.authorization;
    requires com.azure.resourcemanager.keyvault;
    requires com.azure.security.keyvault.keys;
    requires java.net.http;
    requires reactor.core;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.github.hpccachecmk.azure;
}
