package io.github.hpccachecmk.core.failure;

import io.github.hpccachecmk.error.ErrorCode;
import java.util.List;
import java.util.function.Predicate;

/** The table of reasons that a failed operation or resource gives, most specific first. */
final class ResourceFailures {
    static final String ACCESS_FORBIDDEN = "KeyVaultAccessForbidden";
    static final String KEY_NOT_FOUND = "KeyVaultKeyNotFound";
    static final String PLEASE_GRANT = "grant get, wrap and unwrap key permissions";
    static final String FIREWALL_REMEDY = "Let the service reach the vault: public access from all networks, or from"
            + " selected networks with the bypass for trusted services.";
    static final String KEY_REMEDY = "Check that the key version exists and is enabled in the vault that the key URL"
            + " names; recover a deleted key.";

    static final List<Row<Reason>> TABLE = List.of(
            Row.of(
                    "key-access-missing",
                    says(ACCESS_FORBIDDEN).or(says(PLEASE_GRANT)),
                    ErrorCode.KEY_ACCESS_MISSING,
                    Treatment.RESEND_LATER),
            Row.of("key-missing", says(KEY_NOT_FOUND), ErrorCode.RESOURCE_MISSING, Treatment.ACT_FIRST, KEY_REMEDY),
            Row.of(
                    "service-behind-vault-firewall",
                    says("client address is not authorized")
                            .or(says("caller is not a trusted service"))
                            .or(says("ForbiddenByFirewall"))
                            .or(says("ForbiddenByConnection")),
                    ErrorCode.VAULT_FIREWALL,
                    Treatment.ACT_FIRST,
                    FIREWALL_REMEDY),
            Row.of(
                    "deployment-failed",
                    says("AscInternalError"),
                    ErrorCode.RESOURCE_FAILED,
                    Treatment.TERMINAL,
                    "The service failed inside. Delete the failed resource and create it again; if it fails again, open"
                            + " a support ticket with the request id."),
            Row.of("other", reason -> true, ErrorCode.RESOURCE_FAILED, Treatment.TERMINAL));

    private ResourceFailures() {}

    private static Predicate<Reason> says(String part) {
        return reason -> Match.contains(reason.code(), part) || Match.contains(reason.message(), part);
    }

    /**
     * A reason as the service gives it.
     *
     * @param code its code; empty text without one
     * @param message its words; empty text without any
     */
    record Reason(String code, String message) {}
}
