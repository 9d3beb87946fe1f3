package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Regions;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Optional;

/**
 * What the service refuses in encryption settings. Requirements from Microsoft's articles; words are inferred. That
 * {@code sourceVault} may name another vault than the URL's host was seen in recorded traffic, so it is not refused.
 */
final class KeyRules {
    private KeyRules() {}

    static Optional<WireResponse> check(World world, Call call, Kind kind, Doc body, String location) {
        Optional<String> url = Encryption.keyUrl(body);
        if (url.isEmpty()) {
            return body.has(Encryption.KEY)
                    ? BodyRules.invalid("keyEncryptionKey needs a keyUrl.", "keyEncryptionKey")
                    : Optional.empty();
        }
        Optional<KeyReference> reference = KeyReference.parse(url.get());
        if (reference.isEmpty() || reference.get().version().isEmpty()) {
            return BodyRules.invalid(
                    "The keyUrl '" + url.get() + "' is invalid. It must be https://{vault}."
                            + world.settings().vaultSuffix() + "/keys/{name}/{version}.",
                    "keyUrl");
        }
        if (body.text(Encryption.SOURCE_VAULT).isEmpty() && kind == Kind.FILE_SYSTEM) {
            return BodyRules.invalid("keyEncryptionKey needs a sourceVault.", "sourceVault");
        }
        if (body.has(Encryption.FLAG) && kind == Kind.FILE_SYSTEM) {
            return BodyRules.invalid(
                    "Could not find member 'rotationToLatestKeyVersionEnabled' on object of type"
                            + " 'AmlFilesystemEncryptionSettings'.",
                    "encryptionSettings");
        }
        return sourceVault(world, call, reference.get(), body).or(() -> vault(world, call, reference.get(), location));
    }

    private static Optional<WireResponse> sourceVault(World world, Call call, KeyReference reference, Doc body) {
        String source = body.text(Encryption.SOURCE_VAULT).orElse("");
        String host = source.substring(source.lastIndexOf('/') + 1) + "."
                + world.settings().vaultSuffix();
        return source.isEmpty()
                        || host.equalsIgnoreCase(reference.host())
                        || call.on(world, Behaviour.SOURCE_VAULT_MAY_DIFFER)
                ? Optional.empty()
                : BodyRules.invalid(
                        "The keyUrl '" + reference.url() + "' is not of the sourceVault '" + source + "'.", "keyUrl");
    }

    private static Optional<WireResponse> vault(World world, Call call, KeyReference reference, String location) {
        Optional<Resource> vault = reference.vault(world);
        if (vault.isEmpty()) {
            return call.on(world, Behaviour.UNKNOWN_VAULT_REFUSED_AT_CREATE)
                    ? BodyRules.invalid("There is no vault with host '" + reference.host() + "'.", "keyUrl")
                    : Optional.empty();
        }
        String vaultLocation = vault.get().document().text("location").orElse("");
        boolean isHere = Regions.plain(vaultLocation).equals(Regions.plain(location))
                && World.canonical(vault.get().id())
                        .startsWith(World.canonical("/subscriptions/" + call.param("subscription") + "/"));
        return isHere || !call.on(world, Behaviour.VAULT_PLACE_CHECKED_AT_CREATE)
                ? Optional.empty()
                : BodyRules.invalid(
                        "The vault '" + vault.get().id() + "' in '" + vaultLocation
                                + "' must be in the subscription and region of the resource ('" + location + "').",
                        "keyUrl");
    }
}
