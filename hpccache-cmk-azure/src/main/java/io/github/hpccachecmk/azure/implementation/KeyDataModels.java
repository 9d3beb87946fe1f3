package io.github.hpccachecmk.azure.implementation;

import com.azure.json.JsonProviders;
import com.azure.security.keyvault.keys.models.ImportKeyOptions;
import com.azure.security.keyvault.keys.models.JsonWebKey;
import com.azure.security.keyvault.keys.models.KeyOperation;
import com.azure.security.keyvault.keys.models.KeyProperties;
import com.azure.security.keyvault.keys.models.KeyRotationLifetimeAction;
import com.azure.security.keyvault.keys.models.KeyRotationPolicy;
import com.azure.security.keyvault.keys.models.KeyRotationPolicyAction;
import com.azure.security.keyvault.keys.models.KeyType;
import io.github.hpccachecmk.core.port.ImportMaterial;
import io.github.hpccachecmk.core.port.KeyImportSpec;
import io.github.hpccachecmk.core.port.KeyVersionUpdate;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.wire.JwkNumbers;
import io.github.hpccachecmk.model.KeyUrl;
import java.io.IOException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys to import and rotation policies, as azure-security-keyvault-keys wants and shows them. */
final class KeyDataModels {
    private KeyDataModels() {}

    static ImportKeyOptions imported(KeyImportSpec spec, ImportMaterial material) {
        var key = material.rsaKey()
                .map(KeyDataModels::rsa)
                .orElseGet(() -> new JsonWebKey().setKeyType(KeyType.RSA_HSM).setT(material.blob()));
        key.setKeyOps(List.of(KeyOperation.WRAP_KEY, KeyOperation.UNWRAP_KEY));
        var options = new ImportKeyOptions(spec.key().keyName(), key).setEnabled(true);
        spec.expires().ifPresent(at -> options.setExpiresOn(at.atOffset(ZoneOffset.UTC)));
        options.setTags(spec.tags());
        return options;
    }

    /** The client takes the version from properties as a service sends them, and from nowhere else. */
    static KeyProperties update(KeyUrl version, KeyVersionUpdate update) {
        try (var reader = JsonProviders.createReader("{\"kid\":\"" + version + "\"}")) {
            var properties = KeyProperties.fromJson(reader);
            update.enabled().ifPresent(properties::setEnabled);
            update.tags().ifPresent(properties::setTags);
            return properties;
        } catch (IOException notJson) {
            throw new IllegalStateException("a key URL is always a JSON text", notJson);
        }
    }

    static KeyRotationPolicy policy(RotationSnapshot wanted) {
        var actions = new ArrayList<KeyRotationLifetimeAction>();
        wanted.rotateAfter()
                .ifPresent(time -> actions.add(
                        new KeyRotationLifetimeAction(KeyRotationPolicyAction.ROTATE).setTimeAfterCreate(time)));
        wanted.rotateBeforeExpiry()
                .ifPresent(time -> actions.add(
                        new KeyRotationLifetimeAction(KeyRotationPolicyAction.ROTATE).setTimeBeforeExpiry(time)));
        wanted.notifyBeforeExpiry()
                .ifPresent(time -> actions.add(
                        new KeyRotationLifetimeAction(KeyRotationPolicyAction.NOTIFY).setTimeBeforeExpiry(time)));
        var policy = new KeyRotationPolicy().setLifetimeActions(actions);
        wanted.expireAfter().ifPresent(policy::setExpiresIn);
        return policy;
    }

    static RotationSnapshot rotation(KeyRotationPolicy policy) {
        var rotate = first(policy, KeyRotationPolicyAction.ROTATE);
        return new RotationSnapshot(
                rotate.flatMap(action -> Optional.ofNullable(action.getTimeAfterCreate())),
                rotate.flatMap(action -> Optional.ofNullable(action.getTimeBeforeExpiry())),
                first(policy, KeyRotationPolicyAction.NOTIFY)
                        .flatMap(action -> Optional.ofNullable(action.getTimeBeforeExpiry())),
                Optional.ofNullable(policy.getExpiresIn()));
    }

    private static Optional<KeyRotationLifetimeAction> first(KeyRotationPolicy policy, KeyRotationPolicyAction wanted) {
        return policy.getLifetimeActions().stream()
                .filter(action -> wanted.toString().equalsIgnoreCase(String.valueOf(action.getAction())))
                .findFirst();
    }

    private static JsonWebKey rsa(RSAPrivateCrtKey key) {
        var numbers = JwkNumbers.of(key);
        return new JsonWebKey()
                .setKeyType(KeyType.RSA)
                .setN(numbers.get("n"))
                .setE(numbers.get("e"))
                .setD(numbers.get("d"))
                .setP(numbers.get("p"))
                .setQ(numbers.get("q"))
                .setDp(numbers.get("dp"))
                .setDq(numbers.get("dq"))
                .setQi(numbers.get("qi"));
    }
}
