package io.github.hpccachecmk.azure.implementation;

import com.azure.security.keyvault.keys.models.ImportKeyOptions;
import com.azure.security.keyvault.keys.models.JsonWebKey;
import com.azure.security.keyvault.keys.models.KeyOperation;
import com.azure.security.keyvault.keys.models.KeyRotationLifetimeAction;
import com.azure.security.keyvault.keys.models.KeyRotationPolicy;
import com.azure.security.keyvault.keys.models.KeyRotationPolicyAction;
import com.azure.security.keyvault.keys.models.KeyType;
import io.github.hpccachecmk.core.port.ImportMaterial;
import io.github.hpccachecmk.core.port.KeyImportSpec;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.wire.JwkNumbers;
import io.github.hpccachecmk.model.KeyRotation;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.ZoneOffset;
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

    static KeyRotationPolicy policy(KeyRotation rotation) {
        var policy = new KeyRotationPolicy()
                .setLifetimeActions(List.of(new KeyRotationLifetimeAction(KeyRotationPolicyAction.ROTATE)
                        .setTimeAfterCreate(rotation.rotateAfter().toString())));
        rotation.expireAfter().ifPresent(life -> policy.setExpiresIn(life.toString()));
        return policy;
    }

    static RotationSnapshot rotation(KeyRotationPolicy policy) {
        var rotate = policy.getLifetimeActions().stream()
                .filter(action -> KeyRotationPolicyAction.ROTATE.equals(action.getAction()))
                .findFirst();
        return new RotationSnapshot(
                rotate.flatMap(action -> Optional.ofNullable(action.getTimeAfterCreate())),
                rotate.flatMap(action -> Optional.ofNullable(action.getTimeBeforeExpiry())),
                Optional.ofNullable(policy.getExpiresIn()));
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
