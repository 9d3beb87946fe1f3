package io.github.hpccachecmk.model;

/**
 * An Azure cloud and the host names that belong to it. A token is only ever sent to hosts of the cloud that a client was built
 * for. Immutable.
 *
 * <p>Source: the endpoint tables of the Azure SDK ({@code AzureEnvironment}) and of Microsoft's article "Azure Key Vault
 * security" for the vault suffixes.
 */
public enum Cloud {
    /** Azure, the public cloud. */
    PUBLIC(
            "https://management.azure.com",
            "https://management.core.windows.net//.default",
            "vault.azure.net",
            "managedhsm.azure.net"),
    /** Azure Government of the United States. */
    US_GOVERNMENT(
            "https://management.usgovcloudapi.net",
            "https://management.core.usgovcloudapi.net//.default",
            "vault.usgovcloudapi.net",
            "managedhsm.usgovcloudapi.net"),
    /** Azure in China, operated by 21Vianet. */
    CHINA(
            "https://management.chinacloudapi.cn",
            "https://management.core.chinacloudapi.cn//.default",
            "vault.azure.cn",
            "managedhsm.azure.cn");

    private final String armEndpoint;
    private final String armScope;
    private final String vaultSuffix;
    private final String managedHsmSuffix;

    Cloud(String armEndpoint, String armScope, String vaultSuffix, String managedHsmSuffix) {
        this.armEndpoint = armEndpoint;
        this.armScope = armScope;
        this.vaultSuffix = vaultSuffix;
        this.managedHsmSuffix = managedHsmSuffix;
    }

    /** {@return the endpoint of Azure Resource Manager, without a trailing slash} */
    public String armEndpoint() {
        return armEndpoint;
    }

    /** {@return the scope of a token for Azure Resource Manager; the double slash is part of it} */
    public String armScope() {
        return armScope;
    }

    /** {@return what follows a vault's name in its host, without a leading dot} */
    public String vaultSuffix() {
        return vaultSuffix;
    }

    /** {@return what follows a Managed HSM's name in its host, without a leading dot} */
    public String managedHsmSuffix() {
        return managedHsmSuffix;
    }
}
