package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.FormReader;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads requests back from their portable form. Makes no call; safe for use by several threads. */
public final class Requests {
    private Requests() {}

    /**
     * {@return the request that {@link CmkRequest#toMap()} gave} Members with a default may be missing; numbers may have come back from JSON
     * as any type of number.
     *
     * @param form the portable form
     * @throws InvalidInputException for an unknown schema, kind or member, and for whatever a builder refuses
     */
    public static CmkRequest<?> fromMap(Map<String, ?> form) {
        FormReader reader = FormReader.withSchema("request", form);
        RequestKind kind = kind(reader);
        CmkRequest<?> request = switch (kind) {
            case CREATE_ENCRYPTED_CACHE -> CreateEncryptedCacheForm.read(reader);
            case CREATE_ENCRYPTED_FILE_SYSTEM -> CreateEncryptedFileSystemForm.read(reader);
            case SET_KEY_VERSION_ENABLED -> SetKeyVersionEnabledForm.read(reader);
            case REVOKE_GRANT -> RevokeGrantForm.read(reader);
            case RECOVER_KEY -> RecoverKeyForm.read(reader);
            case SET_ROTATION_POLICY -> SetRotationPolicyForm.read(reader);
            case ROTATE_KEY -> RotateKeyForm.read(reader);
            case CHANGE_KEY -> ChangeKeyForm.read(reader);
            case AUTHORIZE_CACHE -> AuthorizeCacheForm.read(reader);
            case PREPARE_VAULT -> PrepareVaultForm.read(reader);
        };
        return request;
    }

    private static RequestKind kind(FormReader reader) {
        String name = reader.text("kind");
        for (RequestKind kind : RequestKind.values()) {
            if (kind.wireName().equals(name)) {
                return kind;
            }
        }
        throw reader.refused(
                "kind",
                name,
                Arrays.stream(RequestKind.values()).map(RequestKind::wireName).collect(Collectors.joining(", ")));
    }
}
