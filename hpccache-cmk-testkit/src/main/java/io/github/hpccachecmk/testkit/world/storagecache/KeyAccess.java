package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.Groups;
import io.github.hpccachecmk.testkit.world.access.RoleRights;
import io.github.hpccachecmk.testkit.world.vault.KeyMaterial;
import io.github.hpccachecmk.testkit.world.vault.KeyState;
import io.github.hpccachecmk.testkit.world.vault.KeyVersion;
import io.github.hpccachecmk.testkit.world.vault.VaultState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a resource can use its key: what nobody but the service can see. Requirements from Microsoft's articles on
 * customer-managed keys for HPC Cache and Managed Lustre; the data actions are those of the role Key Vault Crypto Service
 * Encryption User.
 */
final class KeyAccess {
    /** What the service finds when it tries the key. */
    enum Verdict {
        ACCESSIBLE,
        VAULT_MISSING,
        VAULT_UNPROTECTED,
        VAULT_UNREACHABLE,
        KEY_MISSING,
        KEY_UNSUITABLE,
        KEY_DISABLED,
        KEY_NOT_YET_VALID,
        KEY_EXPIRED,
        NOT_GRANTED
    }

    private static final Set<String> PERMISSIONS = Set.of("get", "wrapkey", "unwrapkey");
    private static final List<String> DATA_ACTIONS = List.of(
            "Microsoft.KeyVault/vaults/keys/read",
            "Microsoft.KeyVault/vaults/keys/wrap/action",
            "Microsoft.KeyVault/vaults/keys/unwrap/action");

    private KeyAccess() {}

    /** What the service finds for a resource and the key it names now. */
    static Verdict of(World world, Resource target, Instant now, Decisions decisions) {
        return Encryption.keyUrl(target.document())
                .map(url -> of(world, (TargetState) target.state(), url, now, decisions))
                .orElse(Verdict.ACCESSIBLE);
    }

    /** What the service finds for a resource and a key. */
    static Verdict of(World world, TargetState state, String keyUrl, Instant now, Decisions decisions) {
        Optional<KeyReference> reference = KeyReference.parse(keyUrl);
        Optional<Resource> vault = reference.flatMap(key -> key.vault(world));
        if (reference.isEmpty() || vault.isEmpty()) {
            return Verdict.VAULT_MISSING;
        }
        Doc properties = vault.get().document().object("properties");
        if (!isProtected(properties) && decisions.on(world, Behaviour.KEY_NEEDS_PURGE_PROTECTION)) {
            return Verdict.VAULT_UNPROTECTED;
        }
        if (!isReachable(world, properties, decisions)) {
            return Verdict.VAULT_UNREACHABLE;
        }
        String keyId = vault.get().id() + "/keys/" + reference.get().keyName();
        if (!isGranted(world, vault.get(), properties, keyId, state, decisions)) {
            return Verdict.NOT_GRANTED;
        }
        return world.state(keyId, KeyState.class)
                .map(key -> judge(world, key, reference.get().version(), now, decisions))
                .orElse(Verdict.KEY_MISSING);
    }

    private static boolean isProtected(Doc properties) {
        return properties.flag("enableSoftDelete").orElse(true)
                && properties.flag("enablePurgeProtection").orElse(false);
    }

    private static boolean isReachable(World world, Doc properties, Decisions decisions) {
        boolean isPublic =
                !properties.text("publicNetworkAccess").orElse("Enabled").equalsIgnoreCase("Disabled");
        boolean isOpen =
                !properties.text("networkAcls.defaultAction").orElse("Allow").equalsIgnoreCase("Deny");
        if (isPublic && isOpen) {
            return true;
        }
        boolean isBypassed =
                properties.text("networkAcls.bypass").orElse("AzureServices").equalsIgnoreCase("AzureServices");
        return isBypassed && decisions.on(world, Behaviour.TRUSTED_SERVICES_PASS_FIREWALL);
    }

    private static boolean isGranted(
            World world, Resource vault, Doc properties, String keyId, TargetState state, Decisions decisions) {
        List<String> principals = state.principals();
        boolean isRbac = properties.flag("enableRbacAuthorization").orElse(false);
        long granted = principals.stream()
                .filter(principal -> isRbac
                        ? hasRole(world, principal, keyId, decisions)
                        : hasPolicy(world, (VaultState) vault.state(), principal))
                .count();
        boolean isSure = granted == principals.size() || granted == 0;
        return isSure ? granted > 0 : !decisions.on(world, Behaviour.EVERY_IDENTITY_NEEDS_ACCESS);
    }

    private static boolean hasPolicy(World world, VaultState vault, String principal) {
        Set<String> effective = vault.effective(Groups.of(world, principal));
        return effective.contains("all") || effective.containsAll(PERMISSIONS);
    }

    private static boolean hasRole(World world, String principal, String keyId, Decisions decisions) {
        List<RightGrant> rights = RoleRights.of(world, principal, decisions).toList();
        return DATA_ACTIONS.stream()
                .allMatch(action -> rights.stream().anyMatch(right -> right.allowsData(action, keyId)));
    }

    private static Verdict judge(World world, KeyState key, String version, Instant now, Decisions decisions) {
        Optional<KeyVersion> found = version.isEmpty() ? Optional.of(key.latest()) : key.version(version);
        if (found.isEmpty()) {
            return Verdict.KEY_MISSING;
        }
        KeyVersion used = found.get();
        KeyMaterial material = key.material(used);
        if (!material.kty().startsWith("RSA") || material.size() != 2048) {
            return Verdict.KEY_UNSUITABLE;
        }
        if (!used.enabled()) {
            return Verdict.KEY_DISABLED;
        }
        if (used.notBefore().isPresent() && now.isBefore(used.notBefore().get())) {
            return Verdict.KEY_NOT_YET_VALID;
        }
        boolean isExpired =
                used.expires().isPresent() && !now.isBefore(used.expires().get());
        return isExpired && decisions.on(world, Behaviour.EXPIRED_KEY_STOPS_RESOURCE)
                ? Verdict.KEY_EXPIRED
                : Verdict.ACCESSIBLE;
    }
}
