package io.github.hpccachecmk.request;

/** The kinds of requests, as the portable form names them. New kinds may appear. */
public enum RequestKind {
    /** {@link CreateEncryptedCache}. */
    CREATE_ENCRYPTED_CACHE("createEncryptedCache"),
    /** {@link CreateEncryptedFileSystem}. */
    CREATE_ENCRYPTED_FILE_SYSTEM("createEncryptedFileSystem"),
    /** {@link AuthorizeCache}. */
    AUTHORIZE_CACHE("authorizeCache"),
    /** {@link PrepareVault}. */
    PREPARE_VAULT("prepareVault"),
    /** {@link ChangeKey}. */
    CHANGE_KEY("changeKey"),
    /** {@link RotateKey}. */
    ROTATE_KEY("rotateKey"),
    /** {@link SetRotationPolicy}. */
    SET_ROTATION_POLICY("setRotationPolicy"),
    /** {@link SetKeyVersionEnabled}. */
    SET_KEY_VERSION_ENABLED("setKeyVersionEnabled"),
    /** {@link RecoverKey}. */
    RECOVER_KEY("recoverKey"),
    /** {@link RevokeGrant}. */
    REVOKE_GRANT("revokeGrant");

    private final String wireName;

    RequestKind(String wireName) {
        this.wireName = wireName;
    }

    /** {@return the value of {@code kind} in the portable form; never changes} */
    public String wireName() {
        return wireName;
    }
}
