package io.github.hpccachecmk.core.wire;

import io.github.hpccachecmk.core.port.ProviderSnapshot;
import io.github.hpccachecmk.core.port.SkuOffer;
import io.github.hpccachecmk.core.port.SubnetSnapshot;
import io.github.hpccachecmk.core.port.Usage;
import io.github.hpccachecmk.model.SubnetId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What subscriptions and regions offer, read from JSON documents. Sources: the REST specifications of
 * Microsoft.Resources, Microsoft.StorageCache and Microsoft.Network.
 */
public final class ProviderDocuments {
    private ProviderDocuments() {}

    /**
     * A resource provider.
     *
     * @param provider the answer's body
     * @param namespace which provider was asked for
     * @return the snapshot; a registration that is not told is {@code Unknown}
     */
    public static ProviderSnapshot provider(JsonView provider, String namespace) {
        var locations = new LinkedHashMap<String, List<String>>();
        for (var type : provider.objects("resourceTypes")) {
            type.text("resourceType")
                    .ifPresent(name -> locations.put(name.toLowerCase(Locale.ROOT), type.textList("locations")));
        }
        return new ProviderSnapshot(
                provider.text("namespace").orElse(namespace),
                provider.text("registrationState").orElse("Unknown"),
                locations);
    }

    /**
     * An element of the SKU list.
     *
     * @param sku the element
     * @return the offer
     */
    public static SkuOffer sku(JsonView sku) {
        var capabilities = new LinkedHashMap<String, String>();
        for (var capability : sku.objects("capabilities")) {
            capability
                    .text("name")
                    .ifPresent(name ->
                            capabilities.put(name, capability.text("value").orElse("")));
        }
        return new SkuOffer(
                sku.text("resourceType").orElse(""),
                sku.text("name").orElse(""),
                sku.textList("locations"),
                capabilities,
                sku.objects("restrictions").stream()
                        .map(restriction -> restriction.text("reasonCode").orElse("restricted"))
                        .toList());
    }

    /**
     * An element of the usage list.
     *
     * @param usage the element
     * @return the quota; a limit that is not told limits nothing
     */
    public static Usage usage(JsonView usage) {
        return new Usage(
                usage.object("name").text("value").orElse(""),
                usage.number("currentValue").orElse(0L),
                usage.number("limit").orElse(Long.MAX_VALUE));
    }

    /**
     * A subnet.
     *
     * @param subnet the answer's body
     * @return the snapshot; one prefix comes in a member of its own, several in a list
     */
    public static SubnetSnapshot subnet(JsonView subnet) {
        var properties = subnet.object("properties");
        var prefixes = Stream.concat(
                properties.text("addressPrefix").stream(), properties.textList("addressPrefixes").stream());
        return new SubnetSnapshot(
                SubnetId.parse(subnet.text("id").orElse("")),
                prefixes.distinct().toList());
    }
}
