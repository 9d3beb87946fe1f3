package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.FindingAssert.assertOnly;
import static io.github.hpccachecmk.core.policy.VaultSketch.vault;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VaultNetworkRuleTest {
    private static final String UNSURE =
            "; trusted services may pass, but the list of trusted services does not name this"
                    + " service (only Azure Disk Storage with a disk encryption set), so it is not certain that it reaches the"
                    + " vault.";

    private static List<Finding> judge(CmkRequest<?> request, String access, String action, String bypass) {
        return Given.request(request)
                .with(vault(v -> {
                    v.publicAccess = Optional.ofNullable(access);
                    v.defaultAction = Optional.ofNullable(action);
                    v.bypass = Optional.ofNullable(bypass);
                }))
                .judgedBy(new VaultNetworkRule());
    }

    @Test
    void openVault_isOk() {
        assertOnly(judge(Given.cache(), "Enabled", "Allow", "None")).isOk("The vault lets all networks in.");
        assertOnly(judge(Given.cache(), "enabled", null, null)).isOk("The vault lets all networks in.");
        assertOnly(judge(Given.cache(), null, null, null)).isOk("The vault lets all networks in.");
    }

    @Test
    void firewallWithoutBypass_blocks() {
        assertOnly(judge(Given.cache(), "Enabled", "Deny", "None"))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The firewall denies by default and trusted services have no bypass; the service must be able to"
                                + " reach the vault.")
                .hasRemedy("Allow trusted Microsoft services to bypass the vault's firewall (networkAcls.bypass"
                        + " AzureServices), or allow all networks.");
        assertOnly(judge(Given.fileSystem(), "Disabled", "Allow", "None"))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "Public access is disabled and trusted services have no bypass; the service must be able to reach the"
                                + " vault.");
    }

    @Test
    void cacheBehindBypass_warns() {
        assertOnly(judge(Given.cache(), "Enabled", "Deny", "AzureServices"))
                .isWarning("The firewall denies by default" + UNSURE);
        assertOnly(judge(Given.cache(), "Disabled", "Allow", "AzureServices"))
                .isWarning("Public access is disabled" + UNSURE);
    }

    @Test
    void fileSystemBehindBypass_isOkWhilePublicAccessIsEnabled() {
        assertOnly(judge(Given.fileSystem(), "Enabled", "Deny", "AzureServices"))
                .isOk("The firewall denies by default; trusted services pass, as the article on the service asks.");
        assertOnly(judge(Given.fileSystem(), "Disabled", "Deny", "AzureServices"))
                .isBlocking(
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "Public access is disabled; the article on the service asks for public access from all networks, or"
                                + " from selected networks with the bypass for trusted services.");
    }

    @Test
    void valuesNotKnown_areUnknown() {
        assertOnly(judge(Given.cache(), "SecuredByPerimeter", "Allow", "None"))
                .isUnknown(
                        "publicNetworkAccess is 'SecuredByPerimeter', which is not known here; whether the service reaches"
                                + " the vault is not known.");
        assertOnly(judge(Given.cache(), "Enabled", "Ask", "None"))
                .isUnknown(
                        "networkAcls.defaultAction is 'Ask', which is not known here; whether the service reaches the vault"
                                + " is not known.");
        assertOnly(judge(Given.cache(), "Enabled", "Deny", "Friends"))
                .isUnknown(
                        "networkAcls.bypass is 'Friends', which is not known here; whether the service reaches the vault is"
                                + " not known.");
        assertOnly(judge(Given.cache(), "Disabled", null, null))
                .isUnknown(
                        "The answer does not tell networkAcls.bypass; whether the service reaches the vault is not known.");
    }
}
