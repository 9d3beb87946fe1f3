package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.SetKeyVersionEnabled;
import java.util.stream.Collectors;

/** How a version is switched, and what has to be said when it is switched off. Pure. */
final class VersionWrites {
    private VersionWrites() {}

    static Write change(SetKeyVersionEnabled request) {
        var scope =
                request.subject() + "/versions/" + request.version().version().orElseThrow();
        return new Write.SwitchVersion(
                request.vault(),
                request.version(),
                request.enabled(),
                request.checked(),
                new PlannedWrite(
                        request.enabled() ? WriteKind.ENABLE_KEY_VERSION : WriteKind.DISABLE_KEY_VERSION,
                        scope,
                        "",
                        "PATCH attributes: enabled=" + request.enabled() + "; sent to the vault itself"
                                + (request.enabled() ? "" : ". " + checked(request) + " " + unseen(request)),
                        request.enabled()
                                ? "the version is off, and what it encrypts cannot use it"
                                : "the request consents to switching this version off"));
    }

    private static String checked(SetKeyVersionEnabled request) {
        return request.checked().isEmpty()
                ? "No resource was checked."
                : "Not on this version any more, by a read of each: "
                        + request.checked().stream().map(TargetId::name).collect(Collectors.joining(", ")) + ".";
    }

    /**
     * The query is by the columns that Microsoft documents for a vault's audit events in a workspace of resource logs; no recording of a
     * real workspace was at hand.
     */
    static String unseen(SetKeyVersionEnabled request) {
        return "Not seen: every other resource, of whatever service, that uses the version. A vault that sends its audit events to a"
                + " Log Analytics workspace finds them by: AzureDiagnostics | where ResourceProvider == \"MICROSOFT.KEYVAULT\" and"
                + " Resource =~ \"" + request.vault().name() + "\" | where requestUri_s has \""
                + request.version().version().orElseThrow()
                + "\" | summarize calls=count(), last=max(TimeGenerated) by OperationName, CallerIPAddress,"
                + " identity_claim_appid_g. First remedy when something stops working: switch the version on again.";
    }
}
