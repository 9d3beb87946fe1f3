package io.github.hpccachecmk.core.wire;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.ImportMaterial;
import io.github.hpccachecmk.core.port.KeyImportSpec;
import io.github.hpccachecmk.core.port.KeySpec;
import io.github.hpccachecmk.core.port.KeyVersionUpdate;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.port.VaultPut;
import io.github.hpccachecmk.core.port.VaultSpec;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultNetwork;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents that make vaults and keys. Source: the REST specification of Microsoft.KeyVault. Pure. */
public final class VaultBodies {
    private static final Map<String, Object> STANDARD = Map.of("family", "A", "name", "standard");

    private static final Map<String, Object> PREMIUM = Map.of("family", "A", "name", "premium");

    private VaultBodies() {}

    /** The document of a PUT. */
    public static Map<String, Object> of(VaultPut put) {
        if (put instanceof VaultPut.Recover recover) {
            return recover(recover.location(), recover.tenant());
        }
        return create(((VaultPut.Create) put).spec());
    }

    /** A new vault; every setting that has a default is set, since defaults differ between versions of the API. */
    private static Map<String, Object> create(VaultSpec spec) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("tenantId", spec.tenant().toString());
        properties.put("sku", spec.premium() ? PREMIUM : STANDARD);
        properties.put("accessPolicies", List.of());
        properties.put("enableRbacAuthorization", spec.accessModel() == AccessModel.RBAC);
        properties.put("enableSoftDelete", true);
        properties.put("softDeleteRetentionInDays", spec.retentionDays());
        properties.put("enablePurgeProtection", true);
        properties.put("publicNetworkAccess", "Enabled");
        properties.put(
                "networkAcls",
                Map.of(
                        "bypass",
                        "AzureServices",
                        "defaultAction",
                        spec.network() == VaultNetwork.TRUSTED_SERVICES_ONLY ? "Deny" : "Allow"));
        var body = new LinkedHashMap<String, Object>();
        body.put("location", spec.location());
        body.put("tags", spec.tags());
        body.put("properties", properties);
        return body;
    }

    /** A deleted vault that is to come back as it was. */
    private static Map<String, Object> recover(String location, TenantId tenant) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("tenantId", tenant.toString());
        properties.put("sku", STANDARD);
        properties.put("createMode", "recover");
        var body = new LinkedHashMap<String, Object>();
        body.put("location", location);
        body.put("properties", properties);
        return body;
    }

    /** One entry, to be added to a vault's access policies or taken out of them. */
    public static Map<String, Object> entry(AccessPolicy policy) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("tenantId", policy.tenant().toString());
        entry.put("objectId", policy.principal().toString());
        policy.application().ifPresent(application -> entry.put("applicationId", application));
        entry.put(
                "permissions",
                Map.of("keys", policy.keyPermissions().stream().sorted().toList()));
        return Map.of("properties", Map.of("accessPolicies", List.of(entry)));
    }

    /** The two members and nothing else: what a PATCH does not name stays as it is. */
    public static Map<String, Object> protection() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("enableSoftDelete", true);
        properties.put("enablePurgeProtection", true);
        return Map.of("properties", properties);
    }

    /** A new key. */
    public static Map<String, Object> key(KeySpec spec) {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("enabled", true);
        spec.expires().ifPresent(at -> attributes.put("exp", at.getEpochSecond()));
        var properties = new LinkedHashMap<String, Object>();
        properties.put("kty", "RSA");
        properties.put("keySize", 2048);
        properties.put("keyOps", List.of("wrapKey", "unwrapKey"));
        properties.put("attributes", attributes);
        spec.rotation().ifPresent(rotation -> properties.put("rotationPolicy", rotation(rotation)));
        return Map.of("properties", properties);
    }

    /** Key material to be imported, on the data plane. Source: the REST specification of Key Vault keys. */
    public static Map<String, Object> importKey(KeyImportSpec spec, ImportMaterial material) {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("enabled", true);
        spec.expires().ifPresent(at -> attributes.put("exp", at.getEpochSecond()));
        var key = new LinkedHashMap<String, Object>();
        key.put("kty", material.rsaKey().isPresent() ? "RSA" : "RSA-HSM");
        key.put("key_ops", List.of("wrapKey", "unwrapKey"));
        material.rsaKey()
                .ifPresentOrElse(
                        rsa -> JwkNumbers.of(rsa).forEach((name, number) -> key.put(name, base64(number))),
                        () -> key.put("key_hsm", base64(material.blob())));
        var body = new LinkedHashMap<String, Object>();
        body.put("key", key);
        body.put("attributes", attributes);
        body.put("tags", spec.tags());
        return body;
    }

    /** A change of one version, on the data plane. Source: as of {@link #importKey}. */
    public static Map<String, Object> updateVersion(KeyVersionUpdate update) {
        var body = new LinkedHashMap<String, Object>();
        update.enabled().ifPresent(enabled -> body.put("attributes", Map.of("enabled", enabled)));
        update.tags().ifPresent(tags -> body.put("tags", tags));
        return body;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A rotation policy on the data plane, which spells actions with a capital; Resource Manager does not. */
    public static Map<String, Object> rotation(RotationSnapshot policy) {
        var actions = new ArrayList<Map<String, Object>>();
        policy.rotateAfter().ifPresent(time -> actions.add(action("timeAfterCreate", time, "Rotate")));
        policy.rotateBeforeExpiry().ifPresent(time -> actions.add(action("timeBeforeExpiry", time, "Rotate")));
        policy.notifyBeforeExpiry().ifPresent(time -> actions.add(action("timeBeforeExpiry", time, "Notify")));
        var body = new LinkedHashMap<String, Object>();
        policy.expireAfter().ifPresent(life -> body.put("attributes", Map.of("expiryTime", life)));
        body.put("lifetimeActions", actions);
        return body;
    }

    private static Map<String, Object> rotation(KeyRotation rotation) {
        var policy = new LinkedHashMap<String, Object>();
        rotation.expireAfter().ifPresent(life -> policy.put("attributes", Map.of("expiryTime", life.toString())));
        policy.put(
                "lifetimeActions",
                List.of(action("timeAfterCreate", rotation.rotateAfter().toString(), "rotate")));
        return policy;
    }

    private static Map<String, Object> action(String trigger, String time, String type) {
        return Map.of("trigger", Map.of(trigger, time), "action", Map.of("type", type));
    }
}
