package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.WireResponse;

/**
 * Refusals of Microsoft.KeyVault on the control plane. The words are the service's where reports in public issue
 * trackers quote them; none of these is in a recording that was read.
 */
final class VaultErrors {
    private VaultErrors() {}

    static WireResponse badRequest(String message) {
        return ArmErrors.of(400, "BadRequest", message);
    }

    /** Status, code and words are inferred from the data plane's refusal. */
    static WireResponse readOnly(Resource vault) {
        return ArmErrors.of(
                503,
                "ServiceUnavailable",
                "The operation on vault '" + vault.name()
                        + "' is unavailable: the service is currently in a read-only state.");
    }

    static WireResponse missing(String member) {
        return badRequest("The parameter " + member + " is not specified.");
    }

    static WireResponse notFound(Call call) {
        return ArmErrors.resourceNotFound(VaultDocuments.TYPE, call.param("vault"), call.param("group"));
    }

    static WireResponse keyNotFound(String vault, String key) {
        return ArmErrors.of(
                404, "KeyNotFound", "A key with (name/id) " + key + " was not found in this key vault " + vault + ".");
    }

    static WireResponse badParameter(String message) {
        return ArmErrors.of(400, "BadParameter", message);
    }

    static WireResponse purgeProtectionStays() {
        return badRequest("The property \"enablePurgeProtection\" cannot be set to false. Enabling the purge protection"
                + " for a vault is an irreversible action.");
    }

    static WireResponse softDeleteStays() {
        return badRequest("The property \"enableSoftDelete\" can be set to false only for creating new vault. Enabling"
                + " the 'soft delete' functionality is an irreversible action.");
    }

    static WireResponse retentionStays() {
        return badRequest("The property \"softDeleteRetentionInDays\" has been set already and it can't be modified.");
    }

    static WireResponse tooManyPolicies(int most) {
        return badRequest("The number of access policies exceeds the maximum of " + most + ".");
    }

    static boolean isLegalName(String name) {
        return name.matches("(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]");
    }

    static String illegalNameText(String name) {
        return "The vault name '" + name
                + "' is invalid. A vault's name must be between 3-24 alphanumeric characters. The"
                + " name must begin with a letter, end with a letter or digit, and not contain consecutive hyphens. Follow"
                + " this link for more information: https://go.microsoft.com/fwlink/?linkid=2147742";
    }

    static WireResponse nameInUse(String name) {
        return ArmErrors.of(409, "VaultAlreadyExists", nameInUseText(name));
    }

    static String nameInUseText(String name) {
        return "The vault name '" + name + "' is already in use. Vault names are globally unique so it is possible that"
                + " the name is already taken. If you are sure that the vault name was not taken then it is possible"
                + " that a vault with the same name was recently deleted but not purged after being placed in a"
                + " recoverable state. If the vault is in a recoverable state then the vault will need to be purged"
                + " before reusing the name. For more information on soft delete and purging a vault follow this link"
                + " https://go.microsoft.com/fwlink/?linkid=2147740.";
    }

    static WireResponse nameHeldByDeleted() {
        return ArmErrors.of(
                409,
                "ConflictError",
                "A vault with the same name already exists in deleted state. You need to either recover or purge"
                        + " existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for"
                        + " more information on soft delete.");
    }

    static WireResponse overlappingWrite(String name) {
        return ArmErrors.of(
                409,
                "ConflictError",
                "A conflict occurred that prevented the operation from completing. The operation failed because the"
                        + " Key Vault '" + name + "' changed from the point the operation began. This can happen if"
                        + " parallel operations are being performed on the Key Vault. To prevent this error, serialize"
                        + " the operations so that only one operation is performed at a time. Follow this link for"
                        + " more information: https://go.microsoft.com/fwlink/?linkid=2147741");
    }
}
