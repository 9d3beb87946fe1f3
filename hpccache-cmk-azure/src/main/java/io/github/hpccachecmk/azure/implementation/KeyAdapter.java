package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.rest.Response;
import com.azure.resourcemanager.keyvault.fluent.KeysClient;
import com.azure.resourcemanager.keyvault.fluent.models.KeyInner;
import com.azure.resourcemanager.keyvault.models.KeyAttributes;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.KeyPort;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.KeySpec;
import io.github.hpccachecmk.core.port.KeyVersionSnapshot;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.model.Cloud;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys on the control plane over azure-resourcemanager-keyvault's service client. */
final class KeyAdapter implements KeyPort {
    private final Calls calls;
    private final KeyVaults clients;
    private final Cloud cloud;

    KeyAdapter(Calls calls, KeyVaults clients, Cloud cloud) {
        this.calls = calls;
        this.clients = clients;
        this.cloud = cloud;
    }

    @Override
    public Answer<Optional<KeySnapshot>> get(CallContext context, VaultId vault, String keyName) {
        var call = Call.of(PortOperation.GET_KEY, vault.keyScope(keyName), context);
        return calls.find(
                call,
                () -> keys(vault).getWithResponse(vault.group().name(), vault.name(), keyName, call.context()),
                this::snapshot);
    }

    @Override
    public Answer<Optional<KeySnapshot>> getVersion(
            CallContext context, VaultId vault, String keyName, String version) {
        var call = Call.of(PortOperation.GET_KEY_VERSION, vault.keyScope(keyName) + "/versions/" + version, context);
        return calls.find(
                call,
                () -> keys(vault)
                        .getVersionWithResponse(vault.group().name(), vault.name(), keyName, version, call.context()),
                this::snapshot);
    }

    @Override
    public Answer<Page<String>> list(CallContext context, VaultId vault, Optional<String> page) {
        var call = Call.of(PortOperation.LIST_KEYS, vault + "/keys", context);
        return calls.answer(
                call,
                () -> OnePage.of(keys(vault).listAsync(vault.group().name(), vault.name()), call, page),
                response -> new Page<>(
                        response.getValue().stream().map(KeyInner::name).toList(),
                        Pages.token(Optional.ofNullable(response.getContinuationToken()))));
    }

    @Override
    public Answer<Page<KeyVersionSnapshot>> versions(
            CallContext context, VaultId vault, String keyName, Optional<String> page) {
        var call = Call.of(PortOperation.LIST_KEY_VERSIONS, vault.keyScope(keyName) + "/versions", context);
        return calls.answer(
                call,
                () -> OnePage.of(
                        keys(vault).listVersionsAsync(vault.group().name(), vault.name(), keyName), call, page),
                response -> new Page<>(
                        response.getValue().stream().map(this::version).toList(),
                        Pages.token(Optional.ofNullable(response.getContinuationToken()))));
    }

    @Override
    public Answer<KeySnapshot> create(CallContext context, KeySpec spec) {
        var call = Call.of(PortOperation.PUT_KEY, spec.vault().keyScope(spec.name()), context);
        return calls.answer(
                call,
                () -> keys(spec.vault())
                        .createIfNotExistWithResponse(
                                spec.vault().group().name(),
                                spec.vault().name(),
                                spec.name(),
                                KeyModels.parameters(spec),
                                call.context()),
                this::snapshot);
    }

    private KeysClient keys(VaultId vault) {
        return clients.of(vault.subscription()).getKeys();
    }

    private KeyVersionSnapshot version(KeyInner version) {
        var attributes = Optional.ofNullable(version.attributes());
        return new KeyVersionSnapshot(
                KeyUrl.parse(version.keyUriWithVersion(), cloud),
                attributes.map(KeyAttributes::enabled).orElse(true),
                attributes.map(KeyAttributes::notBefore).map(Instant::ofEpochSecond),
                attributes.map(KeyAttributes::expires).map(Instant::ofEpochSecond),
                attributes.map(KeyAttributes::created).map(Instant::ofEpochSecond));
    }

    private KeySnapshot snapshot(Response<KeyInner> response) {
        var key = response.getValue();
        var attributes = Optional.ofNullable(key.attributes());
        Integer size = key.keySize();
        return new KeySnapshot(
                KeyUrl.parse(key.keyUriWithVersion(), cloud),
                String.valueOf(key.kty()),
                size == null ? OptionalInt.empty() : OptionalInt.of(size),
                Stream.ofNullable(key.keyOps())
                        .flatMap(Collection::stream)
                        .map(Object::toString)
                        .collect(Collectors.toUnmodifiableSet()),
                // Key Vault switches a key on unless told otherwise, and always says so.
                attributes.map(KeyAttributes::enabled).orElse(true),
                attributes.map(KeyAttributes::notBefore).map(Instant::ofEpochSecond),
                attributes.map(KeyAttributes::expires).map(Instant::ofEpochSecond),
                attributes.map(KeyAttributes::created).map(Instant::ofEpochSecond),
                attributes.map(KeyAttributes::updated).map(Instant::ofEpochSecond),
                Map.of());
    }
}
