package io.github.hpccachecmk.testkit.world.access;

/**
 * What can be done with keys on the data plane: the data action that an RBAC vault asks for, and the permission of an
 * access policy that any other vault asks for (Microsoft's pages "Azure permissions for Security" and "Assign a Key
 * Vault access policy").
 */
public enum KeyAction {
    READ("Microsoft.KeyVault/vaults/keys/read", "get", "KeyGet"),
    LIST("Microsoft.KeyVault/vaults/keys/read", "list", "KeyList"),
    CREATE("Microsoft.KeyVault/vaults/keys/create/action", "create", "KeyCreate"),
    IMPORT("Microsoft.KeyVault/vaults/keys/import/action", "import", "KeyImport"),
    UPDATE("Microsoft.KeyVault/vaults/keys/update/action", "update", "KeyUpdate"),
    DELETE("Microsoft.KeyVault/vaults/keys/delete", "delete", "KeyDelete"),
    RECOVER("Microsoft.KeyVault/vaults/keys/recover/action", "recover", "KeyRecover"),
    PURGE("Microsoft.KeyVault/vaults/keys/purge/action", "purge", "KeyPurge"),
    ROTATE("Microsoft.KeyVault/vaults/keys/rotate/action", "rotate", "KeyRotate"),
    GET_ROTATION_POLICY(
            "Microsoft.KeyVault/vaults/keyrotationpolicies/read", "getrotationpolicy", "KeyRotationPolicyGet"),
    SET_ROTATION_POLICY(
            "Microsoft.KeyVault/vaults/keyrotationpolicies/write", "setrotationpolicy", "KeyRotationPolicySet"),
    ENCRYPT("Microsoft.KeyVault/vaults/keys/encrypt/action", "encrypt", "KeyEncrypt"),
    DECRYPT("Microsoft.KeyVault/vaults/keys/decrypt/action", "decrypt", "KeyDecrypt"),
    WRAP("Microsoft.KeyVault/vaults/keys/wrap/action", "wrapKey", "KeyWrap"),
    UNWRAP("Microsoft.KeyVault/vaults/keys/unwrap/action", "unwrapKey", "KeyUnwrap");

    private final String dataAction;
    private final String permission;
    private final String logged;

    KeyAction(String dataAction, String permission, String logged) {
        this.dataAction = dataAction;
        this.permission = permission;
        this.logged = logged;
    }

    public String dataAction() {
        return dataAction;
    }

    /** The permission of an access policy; {@code all} stands for it too. */
    public String permission() {
        return permission;
    }

    /** The operation's name in Key Vault's logs (Microsoft's page "Azure Key Vault logging"). */
    public String logged() {
        return logged;
    }
}
