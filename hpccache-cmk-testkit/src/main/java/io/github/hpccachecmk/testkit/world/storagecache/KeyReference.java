package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.vault.Vaults;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key URL taken apart.
 *
 * @param host of the vault, lower case, without port
 * @param keyName as spelled
 * @param version empty for a URL without one
 */
record KeyReference(String host, String keyName, String version) {
    private static final Pattern URL = Pattern.compile(
            "https://([^/:?#@]+)(?::443)?/keys/([-0-9a-zA-Z]{1,127})(?:/([0-9a-fA-F]{32}))?/?",
            Pattern.CASE_INSENSITIVE);

    static Optional<KeyReference> parse(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group(3);
        return Optional.of(new KeyReference(
                World.canonical(matcher.group(1)), matcher.group(2), version == null ? "" : World.canonical(version)));
    }

    /** The vault with this host, if this world has it. */
    Optional<Resource> vault(World world) {
        String suffix = "." + world.settings().vaultSuffix();
        return host.endsWith(suffix)
                ? Vaults.byName(world, host.substring(0, host.length() - suffix.length()))
                : Optional.empty();
    }

    KeyReference withVersion(String other) {
        return new KeyReference(host, keyName, other);
    }

    String url() {
        return "https://" + host + "/keys/" + keyName + (version.isEmpty() ? "" : "/" + version);
    }
}
