package io.github.hpccachecmk.model;

import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Network settings of an HPC cache; what is not set is left to the service. Immutable.
 *
 * <p>Source: the StorageCache REST specification, {@code CacheNetworkSettings}.
 */
@Value.Immutable
@ValueStyle
public abstract class NetworkSettings {
    private static final int SMALLEST_MTU = 576;
    private static final int LARGEST_MTU = 1500;

    NetworkSettings() {}

    /**
     * Begins a new value with nothing set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the IPv4 maximum transmission unit in bytes, 576 to 1500; the service takes 1500 when none is set} */
    public abstract OptionalInt mtu();

    /** {@return DNS servers; the service takes the virtual network's when none is set} */
    public abstract List<String> dnsServers();

    /** {@return the DNS search domain} */
    public abstract Optional<String> dnsSearchDomain();

    /** {@return the NTP server, an address or a name; the service takes time.windows.com when none is set} */
    public abstract Optional<String> ntpServer();

    @Value.Check
    void check() {
        if (mtu().isPresent() && (mtu().getAsInt() < SMALLEST_MTU || mtu().getAsInt() > LARGEST_MTU)) {
            throw Checks.refused(
                    "MTU", String.valueOf(mtu().getAsInt()), SMALLEST_MTU + " to " + LARGEST_MTU + " bytes");
        }
        dnsServers().forEach(server -> Checks.text("DNS server", server, "an IP address"));
        dnsSearchDomain().ifPresent(domain -> Checks.text("DNS search domain", domain, "a domain name"));
        ntpServer().ifPresent(server -> Checks.text("NTP server", server, "an IP address or host name"));
    }

    /** Builds {@link NetworkSettings}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableNetworkSettings.Builder {
        Builder() {}
    }
}
