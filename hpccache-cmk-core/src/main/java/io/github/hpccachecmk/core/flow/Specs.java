package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.model.NetworkSettings;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.request.CreateRequest;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a request sends as a create; the same request always gives the same spec. Member names by the REST specification
 * of Microsoft.StorageCache, 2026-01-01.
 */
final class Specs {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Specs() {}

    static TargetSpec of(CreateRequest request) {
        return new TargetSpec(
                request.target(),
                request.location(),
                request.tags(),
                request.sku(),
                request.zones(),
                request.identity(),
                new EncryptionSettings(
                        request.key(),
                        Optional.of(request.vault()),
                        request.autoRotation() ? Optional.of(true) : Optional.empty()),
                properties(request));
    }

    private static Map<String, Object> properties(CreateRequest request) {
        var properties = new LinkedHashMap<String, Object>();
        if (request instanceof CreateEncryptedCache cache) {
            properties.put("cacheSizeGB", cache.cacheSizeGb());
            properties.put("subnet", cache.subnet().toString());
            cache.network().ifPresent(network -> properties.put("networkSettings", network(network)));
        }
        if (request instanceof CreateEncryptedFileSystem fileSystem) {
            properties.put("storageCapacityTiB", fileSystem.storageCapacityTib());
            properties.put("filesystemSubnet", fileSystem.subnet().toString());
            var window = fileSystem.maintenanceWindow();
            properties.put(
                    "maintenanceWindow",
                    Map.of(
                            "dayOfWeek",
                            window.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            "timeOfDayUTC",
                            TIME_OF_DAY.format(window.timeOfDayUtc())));
        }
        return properties;
    }

    private static Map<String, Object> network(NetworkSettings network) {
        var settings = new LinkedHashMap<String, Object>();
        network.mtu().ifPresent(mtu -> settings.put("mtu", mtu));
        if (!network.dnsServers().isEmpty()) {
            settings.put("dnsServers", network.dnsServers());
        }
        network.dnsSearchDomain().ifPresent(domain -> settings.put("dnsSearchDomain", domain));
        network.ntpServer().ifPresent(server -> settings.put("ntpServer", server));
        return settings;
    }
}
