package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Table;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keys and versions made from what a request says; both planes use it, with their own names of the members. */
final class NewKeys {
    private static final List<String> TYPES = List.of("RSA", "RSA-HSM", "EC", "EC-HSM", "oct", "oct-HSM");
    private static final List<Integer> RSA_SIZES = List.of(2048, 3072, 4096);

    private NewKeys() {}

    /** What is wrong with a new key. */
    static Optional<WireResponse> refuse(String name, Doc body, String sizeMember) {
        if (!name.matches("[0-9a-zA-Z-]{1,127}")) {
            return Optional.of(VaultErrors.badParameter("The request URI contains an invalid name: " + name));
        }
        String kty = body.text("kty").orElse("");
        if (!TYPES.contains(kty)) {
            return Optional.of(VaultErrors.badParameter("Property kty has invalid value\r\n"));
        }
        boolean isBadSize = kty.startsWith("RSA")
                && body.number(sizeMember)
                        .map(Number::intValue)
                        .filter(size -> !RSA_SIZES.contains(size))
                        .isPresent();
        return isBadSize ? Optional.of(VaultErrors.badParameter("The key size is not supported.")) : Optional.empty();
    }

    /** A key of one version. */
    static KeyState state(Doc body, String sizeMember, String operationsMember, KeyVersion version) {
        String kty = body.text("kty").orElse("RSA");
        int size = kty.startsWith("RSA")
                ? body.number(sizeMember).map(Number::intValue).orElse(2048)
                : 0;
        List<String> asked = body.texts(operationsMember);
        return new KeyState(kty, size, asked.isEmpty() ? operations(kty) : asked, List.of(version));
    }

    /** A version with a name that the world has not given before. */
    static KeyVersion version(World world, Doc attributes, Doc tags, Instant now) {
        return new KeyVersion(
                world.guid("key version").replace("-", ""),
                now,
                now,
                attributes.flag("enabled").orElse(true),
                date(attributes, "nbf"),
                date(attributes, "exp"),
                tags(tags),
                Optional.empty());
    }

    /** A date in epoch seconds. */
    static Optional<Instant> date(Doc attributes, String member) {
        return attributes.number(member).map(Number::longValue).map(Instant::ofEpochSecond);
    }

    /** The tags that are texts. */
    static Table<String, String> tags(Doc tags) {
        Table<String, String> result = Table.empty();
        for (var tag : tags.entrySet()) {
            result = result.with(tag.getKey(), String.valueOf(tag.getValue()));
        }
        return result;
    }

    private static List<String> operations(String kty) {
        return kty.startsWith("EC") ? List.of("sign", "verify") : KeyState.ALL_OPERATIONS;
    }
}
