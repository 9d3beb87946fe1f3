package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.TargetId;
import java.util.List;
import java.util.Map;

/**
 * What a create sends.
 *
 * @param id which resource
 * @param location the region
 * @param tags the tags
 * @param sku the SKU's name
 * @param zones availability zones, may be empty
 * @param identity the identities
 * @param encryption the key
 * @param properties every other member of {@code properties}, by its wire name, as JSON values
 */
public record TargetSpec(
        TargetId id,
        String location,
        Map<String, String> tags,
        String sku,
        List<String> zones,
        ManagedIdentity identity,
        EncryptionSettings encryption,
        Map<String, Object> properties) {}
