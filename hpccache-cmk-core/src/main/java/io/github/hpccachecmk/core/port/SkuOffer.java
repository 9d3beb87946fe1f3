package io.github.hpccachecmk.core.port;

import java.util.List;
import java.util.Map;

/**
 * One element of the SKU list; a region can come in several of them and in mixed spelling.
 *
 * @param resourceType {@code caches} or {@code amlFilesystems}
 * @param name the SKU's name
 * @param locations as answered
 * @param capabilities by name, for example {@code "cache sizes(GB)"} to {@code "3072,6144,12288"}
 * @param restrictions reason codes of restrictions, empty when there are none
 */
public record SkuOffer(
        String resourceType,
        String name,
        List<String> locations,
        Map<String, String> capabilities,
        List<String> restrictions) {}
