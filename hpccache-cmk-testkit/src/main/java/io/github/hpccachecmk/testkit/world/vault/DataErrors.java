package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Caller;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.KeyAction;

/**
 * Refusals of the data plane. The challenge is as in recorded traffic of Azure/azure-cli, with the authority of the
 * world's cloud; the other words are those that reports in public issue trackers quote, or like them.
 */
final class DataErrors {
    private static final String CLIENT_ADDRESS = "203.0.113.7";

    private DataErrors() {}

    static WireResponse of(int status, String code, String message) {
        return WireResponse.of(status, Doc.of("error", Doc.of("code", code, "message", message)));
    }

    static WireResponse badParameter(String message) {
        return of(400, "BadParameter", message);
    }

    /** As reports of 2023 quote it for a secret; that a key's operation has its name of Key Vault's logs in it is inferred. */
    static WireResponse readOnly(KeyAction action) {
        return of(
                503,
                "ServiceUnavailable",
                "Operation \"" + action.logged() + "\" is unavailable: the service is currently in a read-only state.");
    }

    /** 401 without a token. */
    static WireResponse challenge(World world) {
        return of(401, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token.")
                .withHeader("www-authenticate", challengeText(world));
    }

    /** 401 with a token for somebody else. */
    static WireResponse wrongAudience(World world) {
        return of(
                        401,
                        "Unauthorized",
                        "AKV10022: Invalid audience. Expected https://"
                                + world.settings().vaultSuffix() + ".")
                .withHeader("www-authenticate", challengeText(world));
    }

    /** 401 with a token of another tenant. */
    static WireResponse wrongTenant(World world, Resource vault, Caller caller) {
        return of(
                        401,
                        "Unauthorized",
                        "AKV10032: Invalid issuer. Expected one of " + issuer(tenant(vault)) + ", found "
                                + issuer(caller.tenantId()) + ".")
                .withHeader("www-authenticate", challengeText(world));
    }

    static WireResponse clientAddress(Call call, Resource vault) {
        return forbidden(
                "ForbiddenByFirewall",
                "Client address is not authorized and caller is not a trusted service.\r\nClient address: "
                        + CLIENT_ADDRESS + "\r\nCaller: " + caller(call.caller()) + "\r\nVault: " + place(vault));
    }

    static WireResponse publicAccessDisabled(Call call, Resource vault) {
        return forbidden(
                "ForbiddenByConnection",
                "Public network access is disabled and request is not from a trusted service nor via an approved private"
                        + " link.\r\nCaller: " + caller(call.caller()) + "\r\nVault: " + place(vault));
    }

    static WireResponse forbiddenByRbac(Call call, Resource vault, KeyAction action, String scope) {
        return forbidden(
                "ForbiddenByRbac",
                "Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role"
                        + " definitions were changed recently, please observe propagation time.\r\nCaller: "
                        + caller(call.caller()) + "\r\nAction: '" + action.dataAction() + "'\r\nResource: '"
                        + World.canonical(scope)
                        + "'\r\nAssignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason:"
                        + " 'DeniedWithNoValidRBAC' \r\nVault: " + place(vault) + "\r\n");
    }

    static WireResponse accessDenied(Call call, Resource vault, KeyAction action) {
        return forbidden(
                "AccessDenied",
                "The user, group or application '" + caller(call.caller()) + "' does not have keys "
                        + action.permission() + " permission on key vault '" + place(vault)
                        + "'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287");
    }

    static WireResponse forbidden(String innerCode, String message) {
        return WireResponse.of(
                403,
                Doc.of(
                        "error",
                        Doc.of("code", "Forbidden", "message", message, "innererror", Doc.of("code", innerCode))));
    }

    static WireResponse keyNotFound(String key) {
        return of(
                404,
                "KeyNotFound",
                "A key with (name/id) " + key + " was not found in this key vault. If you recently deleted this key you"
                        + " may be able to recover it using the correct recovery command. For help resolving this issue,"
                        + " please see https://go.microsoft.com/fwlink/?linkid=2125182");
    }

    static WireResponse deletedKeyNotFound(String key) {
        return of(404, "KeyNotFound", "Deleted Key not found: " + key);
    }

    static WireResponse keyIsDeleted(String key) {
        return WireResponse.of(
                409,
                Doc.of(
                        "error",
                        Doc.of(
                                "code",
                                "Conflict",
                                "message",
                                "Key " + key
                                        + " is currently in a deleted but recoverable state, and its name cannot be"
                                        + " reused; in this state, the key can only be recovered or purged.",
                                "innererror",
                                Doc.of("code", "ObjectIsDeletedButRecoverable"))));
    }

    static WireResponse purgeRefused(Resource vault) {
        return forbidden(
                "ForbiddenByPolicy",
                "Operation \"purge\" is not allowed because purge protection is enabled for this vault. Key Vault service"
                        + " will automatically purge it after the retention period has passed.\r\nVault: "
                        + place(vault));
    }

    /** {@code name;location=region}, as the service names vaults in refusals. */
    static String place(Resource vault) {
        return vault.name() + ";location=" + VaultBody.location(vault.document());
    }

    static String tenant(Resource vault) {
        return vault.document().text("properties.tenantId").orElse("");
    }

    /** Whether the firewall's rules name the address that all callers of this world come from. */
    static boolean isClientAddress(String rule) {
        return rule.equals(CLIENT_ADDRESS) || rule.equals(CLIENT_ADDRESS + "/32");
    }

    private static String caller(Caller caller) {
        return "appid=" + caller.name() + ";oid=" + caller.objectId() + ";iss=" + issuer(caller.tenantId());
    }

    private static String issuer(String tenant) {
        return "https://sts.windows.net/" + tenant + "/";
    }

    private static String challengeText(World world) {
        String suffix = world.settings().vaultSuffix();
        String authority = switch (suffix) {
            case "vault.usgovcloudapi.net" -> "https://login.microsoftonline.us/";
            case "vault.azure.cn" -> "https://login.chinacloudapi.cn/";
            default -> "https://login.windows.net/";
        };
        return "Bearer authorization=\"" + authority + world.settings().tenantId() + "\", resource=\"https://" + suffix
                + "\"";
    }
}
