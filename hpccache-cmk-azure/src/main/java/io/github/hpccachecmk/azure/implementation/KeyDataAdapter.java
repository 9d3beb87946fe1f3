package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.rest.Response;
import com.azure.security.keyvault.keys.models.KeyOperation;
import com.azure.security.keyvault.keys.models.KeyType;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.core.port.KeyDataPort;
import io.github.hpccachecmk.core.port.KeyImportSpec;
import io.github.hpccachecmk.core.port.KeyMaterials;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.KeyVersionUpdate;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.model.Cloud;
import io.github.hpccachecmk.model.KeyUrl;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys on the data plane over azure-security-keyvault-keys. The first call of a host is two requests: the client sends one
 * without token, to be told by the challenge which token the vault wants.
 */
final class KeyDataAdapter implements KeyDataPort {
    private static final int SIGN = 1;

    private final Calls calls;
    private final KeyClients clients;
    private final VaultRest rest;
    private final KeyMaterials materials;
    private final Cloud cloud;

    KeyDataAdapter(Calls calls, KeyClients clients, VaultRest rest, KeyMaterials materials, Cloud cloud) {
        this.calls = calls;
        this.clients = clients;
        this.rest = rest;
        this.materials = materials;
        this.cloud = cloud;
    }

    @Override
    public Answer<Optional<KeySnapshot>> read(CallContext context, KeyUrl key) {
        var call = Call.of(PortOperation.READ_KEY, key, context);
        return calls.find(
                call,
                () -> clients.of(key.host())
                        .getKeyWithResponse(key.keyName(), key.version().orElse(null), call.context()),
                this::snapshot);
    }

    @Override
    public Answer<Optional<DeletedKey>> readDeleted(CallContext context, KeyUrl key) {
        var call = Call.of(PortOperation.READ_DELETED_KEY, key, context);
        return calls.find(
                call,
                () -> clients.of(key.host()).getDeletedKeyWithResponse(key.keyName(), call.context()),
                response -> new DeletedKey(
                        key.keyName(),
                        Optional.ofNullable(response.getValue().getDeletedOn()).map(OffsetDateTime::toInstant),
                        Optional.ofNullable(response.getValue().getScheduledPurgeDate())
                                .map(OffsetDateTime::toInstant)));
    }

    @Override
    public Answer<KeySnapshot> importKey(CallContext context, KeyImportSpec spec) {
        var call = Call.of(PortOperation.IMPORT_KEY, spec.key(), context);
        var options = KeyDataModels.imported(spec, materials.get(spec.material()));
        return calls.answer(
                call,
                () -> clients.of(spec.key().host()).importKeyWithResponse(options, call.context()),
                this::snapshot);
    }

    @Override
    public Answer<KeySnapshot> rotate(CallContext context, KeyUrl key) {
        var call = Call.of(PortOperation.ROTATE_KEY, key.withoutVersion(), context);
        return calls.answer(
                call,
                () -> clients.of(key.host()).rotateKeyWithResponse(key.keyName(), call.context()),
                this::snapshot);
    }

    @Override
    public Answer<KeySnapshot> updateVersion(CallContext context, KeyUrl version, KeyVersionUpdate update) {
        var call = Call.of(PortOperation.UPDATE_KEY_VERSION, version, context);
        // No operations, which is not the same as none at all: an empty list would take them away.
        return calls.answer(
                call,
                () -> clients.of(version.host())
                        .updateKeyPropertiesWithResponse(
                                KeyDataModels.update(version, update), call.context(), (KeyOperation[]) null),
                this::snapshot);
    }

    @Override
    public Answer<KeyUrl> recover(CallContext context, KeyUrl key) {
        var call = Call.of(PortOperation.RECOVER_KEY, key.withoutVersion(), context);
        return calls.answer(
                call,
                () -> rest.recover(call, key.host(), key.keyName()),
                response -> KeyUrl.parse(
                        new JsonView(response.getValue())
                                .object("key")
                                .text("kid")
                                .orElse(""),
                        cloud));
    }

    @Override
    public Answer<Optional<RotationSnapshot>> rotation(CallContext context, KeyUrl key) {
        var call = Call.of(PortOperation.GET_ROTATION_POLICY, key.withoutVersion(), context);
        return calls.find(
                call,
                () -> clients.of(key.host()).getKeyRotationPolicyWithResponse(key.keyName(), call.context()),
                response -> KeyDataModels.rotation(response.getValue()));
    }

    @Override
    public Answer<RotationSnapshot> setRotation(CallContext context, KeyUrl key, RotationSnapshot policy) {
        var call = Call.of(PortOperation.SET_ROTATION_POLICY, key.withoutVersion(), context);
        return calls.answer(
                call,
                () -> clients.of(key.host())
                        .updateKeyRotationPolicyWithResponse(
                                key.keyName(), KeyDataModels.policy(policy), call.context()),
                response -> KeyDataModels.rotation(response.getValue()));
    }

    private KeySnapshot snapshot(Response<KeyVaultKey> response) {
        var key = response.getValue();
        var properties = key.getProperties();
        return new KeySnapshot(
                KeyUrl.parse(key.getId(), cloud),
                String.valueOf(key.getKeyType()),
                size(key),
                Stream.ofNullable(key.getKeyOperations())
                        .flatMap(Collection::stream)
                        .map(Object::toString)
                        .collect(Collectors.toUnmodifiableSet()),
                // Key Vault switches a key on unless told otherwise, and always says so.
                Optional.ofNullable(properties.isEnabled()).orElse(true),
                Optional.ofNullable(properties.getNotBefore()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(properties.getExpiresOn()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(properties.getCreatedOn()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(properties.getUpdatedOn()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(properties.getTags()).orElse(Map.of()));
    }

    private static OptionalInt size(KeyVaultKey key) {
        boolean rsa = KeyType.RSA.equals(key.getKeyType()) || KeyType.RSA_HSM.equals(key.getKeyType());
        byte[] modulus = key.getKey().getN();
        // The modulus can come with a leading zero byte: its length in bytes says nothing.
        return rsa && modulus != null ? OptionalInt.of(new BigInteger(SIGN, modulus).bitLength()) : OptionalInt.empty();
    }
}
