package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large a subnet is. */
final class SubnetSize {
    private static final Pattern IPV4 = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+/(\\d+)");

    private SubnetSize() {}

    /** The length of an existing subnet's IPv4 prefix; empty when its document has none. */
    static Optional<Integer> prefix(World world, String subnet) {
        return world.resource(subnet)
                .map(Resource::document)
                .flatMap(document -> document.text("properties.addressPrefix")
                        .or(() -> document.texts("properties.addressPrefixes").stream()
                                .findFirst()))
                .map(IPV4::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.parseInt(matcher.group(1)));
    }
}
