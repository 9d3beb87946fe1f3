package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a key in a key vault, with or without a version: {@code https://{vault}.{suffix}/keys/{name}[/{version}]}.
 *
 * <p>What is harmless is normalised: a trailing slash, {@code :443}, upper case in scheme, host and version. Everything else is
 * refused with the reason in an {@link InvalidInputException}: another scheme or port, user info, query, fragment,
 * percent-encoding, dot segments, secrets and certificates, hosts that are no vault of a known cloud. Equality is host, name
 * without case, and version. Immutable; makes no call, so the key need not exist.
 */
public final class KeyUrl {
    static final String NAME_FORM = "1 to 127 letters, digits and hyphens";
    static final Pattern NAME = Pattern.compile("[0-9A-Za-z-]{1,127}");
    private static final Pattern VERSION = Pattern.compile("[0-9a-fA-F]{32}");
    private static final String VERSION_FORM = "32 hexadecimal digits";

    private final VaultHost host;
    private final String keyName;
    private final @Nullable String version;

    KeyUrl(VaultHost host, String keyName, @Nullable String version) {
        this.host = host;
        this.keyName = Checks.matching("key name", keyName, NAME, NAME_FORM);
        this.version =
                version == null ? null : Checks.lower(Checks.matching("key version", version, VERSION, VERSION_FORM));
    }

    /**
     * Parses a key URL of any of the three clouds.
     *
     * @param url the URL
     * @return the parsed value
     */
    public static KeyUrl parse(@Nullable String url) {
        return KeyUrlParser.parse(url);
    }

    /**
     * Parses a key URL of one cloud; another cloud's is refused by naming both.
     *
     * @param url the URL
     * @param cloud the cloud it has to belong to
     * @return the parsed value
     */
    public static KeyUrl parse(@Nullable String url, Cloud cloud) {
        KeyUrl parsed = parse(url);
        if (parsed.cloud() != cloud) {
            throw Checks.refused(
                    "key URL (of cloud " + parsed.cloud() + ", "
                            + parsed.cloud().vaultSuffix() + ", not " + cloud + ")",
                    parsed.toString(),
                    "a key URL of cloud " + cloud + ": https://{vault}." + cloud.vaultSuffix()
                            + "/keys/{name}[/{version}]");
        }
        return parsed;
    }

    /** {@return the vault's name in lower case} */
    public String vaultName() {
        return host.vaultName();
    }

    /** {@return the host in lower case} */
    public String host() {
        return host.toString();
    }

    /** {@return the vault's address, {@code https://host/}} */
    public String vaultUri() {
        return "https://" + host + "/";
    }

    /** {@return the key's name in the spelling it came in} */
    public String keyName() {
        return keyName;
    }

    /** {@return the version in lower case; empty for a URL that names the key only} */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /**
     * {@return the same key at another version}
     *
     * @param newVersion 32 hexadecimal digits
     */
    public KeyUrl withVersion(String newVersion) {
        return new KeyUrl(host, keyName, Checks.present("key version", newVersion, VERSION_FORM));
    }

    /** {@return the same key without a version} */
    public KeyUrl withoutVersion() {
        return new KeyUrl(host, keyName, null);
    }

    /** {@return the cloud that the host belongs to} */
    public Cloud cloud() {
        return host.cloud();
    }

    /**
     * {@return whether the vault's name is the host's; names of vaults are unique in a cloud}
     *
     * @param vault the vault
     */
    public boolean isIn(VaultId vault) {
        return vaultName().equalsIgnoreCase(vault.name());
    }

    /**
     * {@return whether both name the same key, whatever the versions}
     *
     * @param other what to compare with
     */
    public boolean isSameKeyAs(KeyUrl other) {
        return host.equals(other.host) && keyName.equalsIgnoreCase(other.keyName);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyUrl same && isSameKeyAs(same) && Objects.equals(version, same.version);
    }

    @Override
    public int hashCode() {
        return Objects.hash(host, Checks.lower(keyName), version);
    }

    /** The normalised URL, without a trailing slash. */
    @Override
    public String toString() {
        return vaultUri() + "keys/" + keyName + (version == null ? "" : "/" + version);
    }
}
