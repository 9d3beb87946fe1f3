package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.TargetRequest;
import java.util.List;
import java.util.Optional;

/**
 * The service reaches the vault. A vault without rules lets everybody in; the list of trusted services names neither of our
 * services, so behind the bypass only Managed Lustre, whose own article asks for it, is certain.
 */
final class VaultNetworkRule extends VaultRule {
    private static final String REMEDY =
            "Allow trusted Microsoft services to bypass the vault's firewall (networkAcls.bypass AzureServices), or allow"
                    + " all networks.";

    VaultNetworkRule() {
        super(
                "vault.network",
                Tier.GATE,
                "The service can reach the vault. A firewall (default action Deny, or public access disabled) is BLOCKING"
                        + " without the bypass for trusted services. With the bypass it is WARNING for an HPC cache, and"
                        + " for Managed Lustre OK while public access is enabled, else BLOCKING. UNKNOWN for settings not"
                        + " known here, such as a network security perimeter.",
                Articles.VAULT_NETWORK);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isAboutVaults(request);
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        var access = Setting.of(vault.publicNetworkAccess(), "Enabled", "Disabled", "Enabled");
        var action = Setting.of(vault.networkDefaultAction(), "Allow", "Deny", "Allow");
        var bypass = Setting.of(vault.networkBypass(), "AzureServices", "None", "");
        if (access == Setting.OTHER) {
            return List.of(strange(id, "publicNetworkAccess", vault.publicNetworkAccess()));
        }
        if (action == Setting.OTHER) {
            return List.of(strange(id, "networkAcls.defaultAction", vault.networkDefaultAction()));
        }
        if (access == Setting.OPEN && action == Setting.OPEN) {
            return List.of(ok(id, "The vault lets all networks in."));
        }
        if (bypass == Setting.OTHER) {
            return List.of(strange(id, "networkAcls.bypass", vault.networkBypass()));
        }
        var firewall = access == Setting.CLOSED ? "Public access is disabled" : "The firewall denies by default";
        if (bypass == Setting.CLOSED) {
            return List.of(blocking(
                    id,
                    ErrorCode.PREFLIGHT_BLOCKED,
                    firewall + " and trusted services have no bypass; the service must be able to reach the vault.",
                    REMEDY));
        }
        // A vault that is prepared for whoever comes is judged for the kind that still takes new resources.
        var kind = situation.request() instanceof TargetRequest<?> about
                ? about.target().kind()
                : TargetKind.MANAGED_LUSTRE;
        return List.of(behindBypass(kind, id, firewall, access));
    }

    private Finding behindBypass(TargetKind kind, VaultId id, String firewall, Setting access) {
        if (!KindTraits.of(kind).documentsBypass()) {
            return warning(
                    id,
                    firewall
                            + "; trusted services may pass, but the list of trusted services does not name this service"
                            + " (only Azure Disk Storage with a disk encryption set), so it is not certain that it reaches"
                            + " the vault.",
                    "If the resource does not become healthy after its grant, allow all networks.");
        }
        return access == Setting.CLOSED
                ? blocking(
                        id,
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "Public access is disabled; the article on the service asks for public access from all networks, or from selected"
                                + " networks with the bypass for trusted services.",
                        "Enable public access for selected networks and keep the bypass for trusted services.")
                : ok(id, firewall + "; trusted services pass, as the article on the service asks.");
    }

    private Finding strange(VaultId id, String member, Optional<String> value) {
        return unknown(
                id,
                value.map(text -> member + " is " + quoted(text) + ", which is not known here")
                                .orElse("The answer does not tell " + member)
                        + "; whether the service reaches the vault is not known.",
                "Check by hand that the service reaches the vault. " + REMEDY);
    }

    private enum Setting {
        OPEN,
        CLOSED,
        OTHER;

        static Setting of(Optional<String> value, String open, String closed, String unset) {
            var text = value.orElse(unset);
            if (text.equalsIgnoreCase(open)) {
                return OPEN;
            }
            return text.equalsIgnoreCase(closed) ? CLOSED : OTHER;
        }
    }
}
