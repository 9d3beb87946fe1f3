package io.github.hpccachecmk.core.wire;

import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Between resources of Microsoft.StorageCache and their JSON documents, given as maps, lists, texts, numbers and truth
 * values. Reading is lenient in what others may write (case of member names, unknown members, {@code Cancelled}); a
 * snapshot keeps the whole document. Source: the REST specification of Microsoft.StorageCache, 2026-01-01.
 */
public final class TargetDocuments {
    private TargetDocuments() {}

    /**
     * The body of a create.
     *
     * @param spec what to create
     * @return the document to PUT
     */
    public static Map<String, Object> body(TargetSpec spec) {
        var properties = new LinkedHashMap<String, Object>(spec.properties());
        properties.put("encryptionSettings", encryption(spec.encryption()));
        var body = new LinkedHashMap<String, Object>();
        body.put("location", spec.location());
        if (!spec.tags().isEmpty()) {
            body.put("tags", spec.tags());
        }
        body.put("sku", Map.of("name", spec.sku()));
        var identity = new LinkedHashMap<String, Object>();
        identity.put("type", spec.identity().kind().wireName());
        if (!spec.identity().userAssigned().isEmpty()) {
            var ids = new LinkedHashMap<String, Object>();
            spec.identity().userAssigned().forEach(id -> ids.put(id.toString(), Map.of()));
            identity.put("userAssignedIdentities", ids);
        }
        body.put("identity", identity);
        if (!spec.zones().isEmpty()) {
            // A cache has its zones inside of properties, a file system at the top.
            (spec.id().kind() == TargetKind.HPC_CACHE ? properties : body).put("zones", spec.zones());
        }
        body.put("properties", properties);
        return body;
    }

    /**
     * The body of a change of the encryption settings.
     *
     * @param settings the complete settings
     * @return the document to PATCH
     */
    public static Map<String, Object> patch(EncryptionSettings settings) {
        return Map.of("properties", Map.of("encryptionSettings", encryption(settings)));
    }

    private static Map<String, Object> encryption(EncryptionSettings settings) {
        var key = new LinkedHashMap<String, Object>();
        key.put("keyUrl", settings.key().toString());
        settings.sourceVault().ifPresent(vault -> key.put("sourceVault", Map.of("id", vault.toString())));
        var encryption = new LinkedHashMap<String, Object>();
        encryption.put("keyEncryptionKey", key);
        settings.autoRotation().ifPresent(flag -> encryption.put("rotationToLatestKeyVersionEnabled", flag));
        return encryption;
    }

    /**
     * What an element of a listing shows. Others' resources are in a group's list too, and one of them must not keep the
     * rest from being read: an element whose id this library cannot read is none that a request can name.
     *
     * @param document the element
     * @return empty when its {@code id} is not legal
     */
    public static Optional<TargetSnapshot> listed(Map<String, Object> document) {
        return lenient(new JsonView(document).text("id"), TargetId::parse).map(id -> snapshot(document));
    }

    /**
     * The reference to a key that a resource has and that this library cannot read: of a Managed HSM, say, of another cloud,
     * or with a vault's id that is none. Such a resource has a customer-managed key, though its snapshot shows none.
     *
     * @param snapshot of the resource
     * @return the text as answered; empty when the snapshot shows the key, or there is none
     */
    public static Optional<String> unreadableKey(TargetSnapshot snapshot) {
        var key = new JsonView(snapshot.document())
                .object("properties")
                .object("encryptionSettings")
                .object("keyEncryptionKey");
        var vault = key.object("sourceVault").text("id").filter(id -> !id.isEmpty());
        return snapshot.encryption().isPresent()
                ? vault.filter(id -> lenient(Optional.of(id), VaultId::parse).isEmpty())
                : key.text("keyUrl").filter(url -> !url.isEmpty());
    }

    /**
     * What an answer's body shows. A member that cannot be read is left out, as if it were missing.
     *
     * @param document the body
     * @return the snapshot
     * @throws io.github.hpccachecmk.error.InvalidInputException when the body has no legal {@code id}
     */
    public static TargetSnapshot snapshot(Map<String, Object> document) {
        var root = new JsonView(document);
        var properties = root.object("properties");
        var identity = root.object("identity");
        var health = properties.object("health");
        var systemData = root.object("systemData");
        return new TargetSnapshot(
                TargetId.parse(root.text("id").orElse("")),
                root.text("location"),
                root.object("sku").text("name"),
                identity.text("type").filter(type -> !type.equalsIgnoreCase("None")),
                lenient(identity.text("principalId"), PrincipalId::of),
                lenient(identity.text("tenantId"), TenantId::of),
                identity.object("userAssignedIdentities").names().stream()
                        .map(id -> lenient(Optional.of(id), UserAssignedIdentityId::parse))
                        .flatMap(Optional::stream)
                        .toList(),
                encryption(properties.object("encryptionSettings")),
                lenient(properties.text("provisioningState"), ProvisioningState::of),
                lenient(health.text("state"), HealthState::of),
                health.text("statusDescription"),
                health.objects("conditions").stream()
                        .map(condition -> condition.text("message"))
                        .flatMap(Optional::stream)
                        .toList(),
                systemData.instant("createdAt"),
                systemData.text("createdBy"),
                systemData.instant("lastModifiedAt"),
                root.object("tags").textMembers(),
                document);
    }

    private static Optional<EncryptionSettings> encryption(JsonView settings) {
        var key = settings.object("keyEncryptionKey");
        return lenient(key.text("keyUrl"), KeyUrl::parse)
                .map(url -> new EncryptionSettings(
                        url,
                        lenient(key.object("sourceVault").text("id"), VaultId::parse),
                        settings.flag("rotationToLatestKeyVersionEnabled")));
    }

    private static <T> Optional<T> lenient(Optional<String> text, Function<String, T> parse) {
        try {
            return text.map(parse);
        } catch (InvalidInputException unreadable) {
            // It stays in the snapshot's document; those who need the member see that it is not known.
            return Optional.empty();
        }
    }
}
