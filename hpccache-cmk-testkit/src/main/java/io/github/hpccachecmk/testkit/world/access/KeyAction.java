package io.github.hpccachecmk.testkit.world.access;

/**
 * What can be done with keys on the data plane: the data action that an RBAC vault asks for, and the permission of an
 * access policy that any other vault asks for (Microsoft's pages "Azure permissions for Security" and "Assign a Key
 * Vault access policy").
 */
public enum KeyAction {
    READ("Microsoft.KeyVault/vaults/keys/read", "get"),
    LIST("Microsoft.KeyVault/vaults/keys/read", "list"),
    CREATE("Microsoft.KeyVault/vaults/keys/create/action", "create"),
    IMPORT("Microsoft.KeyVault/vaults/keys/import/action", "import"),
    UPDATE("Microsoft.KeyVault/vaults/keys/update/action", "update"),
    DELETE("Microsoft.KeyVault/vaults/keys/delete", "delete"),
    RECOVER("Microsoft.KeyVault/vaults/keys/recover/action", "recover"),
    PURGE("Microsoft.KeyVault/vaults/keys/purge/action", "purge"),
    ROTATE("Microsoft.KeyVault/vaults/keys/rotate/action", "rotate"),
    GET_ROTATION_POLICY("Microsoft.KeyVault/vaults/keyrotationpolicies/read", "getrotationpolicy"),
    SET_ROTATION_POLICY("Microsoft.KeyVault/vaults/keyrotationpolicies/write", "setrotationpolicy"),
    ENCRYPT("Microsoft.KeyVault/vaults/keys/encrypt/action", "encrypt"),
    DECRYPT("Microsoft.KeyVault/vaults/keys/decrypt/action", "decrypt"),
    WRAP("Microsoft.KeyVault/vaults/keys/wrap/action", "wrapKey"),
    UNWRAP("Microsoft.KeyVault/vaults/keys/unwrap/action", "unwrapKey");

    private final String dataAction;
    private final String permission;

    KeyAction(String dataAction, String permission) {
        this.dataAction = dataAction;
        this.permission = permission;
    }

    public String dataAction() {
        return dataAction;
    }

    /** The permission of an access policy; {@code all} stands for it too. */
    public String permission() {
        return permission;
    }
}
