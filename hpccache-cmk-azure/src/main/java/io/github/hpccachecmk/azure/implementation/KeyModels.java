package io.github.hpccachecmk.azure.implementation;

import com.azure.resourcemanager.keyvault.fluent.models.KeyProperties;
import com.azure.resourcemanager.keyvault.models.Action;
import com.azure.resourcemanager.keyvault.models.JsonWebKeyOperation;
import com.azure.resourcemanager.keyvault.models.JsonWebKeyType;
import com.azure.resourcemanager.keyvault.models.KeyAttributes;
import com.azure.resourcemanager.keyvault.models.KeyCreateParameters;
import com.azure.resourcemanager.keyvault.models.KeyRotationPolicyActionType;
import com.azure.resourcemanager.keyvault.models.KeyRotationPolicyAttributes;
import com.azure.resourcemanager.keyvault.models.LifetimeAction;
import com.azure.resourcemanager.keyvault.models.RotationPolicy;
import com.azure.resourcemanager.keyvault.models.Trigger;
import io.github.hpccachecmk.core.port.KeySpec;
import io.github.hpccachecmk.model.KeyRotation;
import java.util.List;

/** Keys to be made, as azure-resourcemanager-keyvault wants them. */
final class KeyModels {
    private static final int BITS = 2048;

    private KeyModels() {}

    static KeyCreateParameters parameters(KeySpec spec) {
        var attributes = new KeyAttributes().withEnabled(true);
        spec.expires().ifPresent(at -> attributes.withExpires(at.getEpochSecond()));
        var properties = new KeyProperties()
                .withKty(JsonWebKeyType.RSA)
                .withKeySize(BITS)
                .withKeyOps(List.of(JsonWebKeyOperation.WRAP_KEY, JsonWebKeyOperation.UNWRAP_KEY))
                .withAttributes(attributes);
        spec.rotation().map(KeyModels::policy).ifPresent(properties::withRotationPolicy);
        return new KeyCreateParameters().withProperties(properties);
    }

    private static RotationPolicy policy(KeyRotation rotation) {
        var policy = new RotationPolicy()
                .withLifetimeActions(List.of(new LifetimeAction()
                        .withTrigger(new Trigger()
                                .withTimeAfterCreate(rotation.rotateAfter().toString()))
                        .withAction(new Action().withType(KeyRotationPolicyActionType.ROTATE))));
        rotation.expireAfter()
                .ifPresent(life ->
                        policy.withAttributes(new KeyRotationPolicyAttributes().withExpiryTime(life.toString())));
        return policy;
    }
}
