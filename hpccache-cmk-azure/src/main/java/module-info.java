/** The ports on the Azure SDK, and the client builder. */
module io.github.hpccachecmk.azure {
    requires transitive com.azure.core;
    requires transitive com.azure.core.management;
    requires transitive io.github.hpccachecmk.core;
    requires com.azure.core.http.jdk.httpclient;
    requires com.azure.resourcemanager.authorization;
    requires com.azure.resourcemanager.keyvault;
    requires com.azure.security.keyvault.keys;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

// To be exported as soon as it holds a public type: io.github.hpccachecmk.azure. The package implementation never is.
}
