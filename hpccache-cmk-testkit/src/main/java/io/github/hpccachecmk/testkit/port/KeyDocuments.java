package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.KeyVersionSnapshot;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.model.KeyUrl;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Keys as the two planes of Key Vault spell them. Sources: their REST specifications. */
final class KeyDocuments {
    private KeyDocuments() {}

    static KeySnapshot onControlPlane(JsonView key) {
        var properties = key.object("properties");
        return snapshot(
                properties
                        .text("keyUriWithVersion")
                        .or(() -> properties.text("keyUri"))
                        .orElse(""),
                properties.text("kty").orElse(""),
                properties
                        .number("keySize")
                        .map(bits -> OptionalInt.of(Math.toIntExact(bits)))
                        .orElse(OptionalInt.empty()),
                Set.copyOf(properties.textList("keyOps")),
                properties.object("attributes"),
                Map.of());
    }

    static KeySnapshot onDataPlane(JsonView bundle) {
        var key = bundle.object("key");
        return snapshot(
                key.text("kid").orElse(""),
                key.text("kty").orElse(""),
                key.text("n")
                        // Positive: the modulus comes without a sign bit.
                        .map(modulus -> OptionalInt.of(
                                new BigInteger(1, Base64.getUrlDecoder().decode(modulus)).bitLength()))
                        .orElse(OptionalInt.empty()),
                Set.copyOf(key.textList("key_ops")),
                bundle.object("attributes"),
                bundle.object("tags").textMembers());
    }

    static KeyVersionSnapshot listedVersion(JsonView version) {
        var properties = version.object("properties");
        var attributes = properties.object("attributes");
        return new KeyVersionSnapshot(
                KeyUrl.parse(properties.text("keyUriWithVersion").orElse("")),
                attributes.flag("enabled").orElse(true),
                epoch(attributes, "nbf"),
                epoch(attributes, "exp"),
                epoch(attributes, "created"));
    }

    static DeletedKey deleted(JsonView bundle) {
        return new DeletedKey(
                KeyUrl.parse(bundle.object("key").text("kid").orElse("")).keyName(),
                epoch(bundle, "deletedDate"),
                epoch(bundle, "scheduledPurgeDate"));
    }

    static RotationSnapshot rotation(JsonView policy) {
        var rotate = trigger(policy, "rotate");
        return new RotationSnapshot(
                rotate.flatMap(trigger -> trigger.text("timeAfterCreate")),
                rotate.flatMap(trigger -> trigger.text("timeBeforeExpiry")),
                trigger(policy, "notify").flatMap(trigger -> trigger.text("timeBeforeExpiry")),
                policy.object("attributes").text("expiryTime"));
    }

    private static Optional<JsonView> trigger(JsonView policy, String wanted) {
        return policy.objects("lifetimeActions").stream()
                .filter(action -> action.object("action")
                        .text("type")
                        .filter(type -> type.equalsIgnoreCase(wanted))
                        .isPresent())
                .map(action -> action.object("trigger"))
                .findFirst();
    }

    private static KeySnapshot snapshot(
            String url,
            String type,
            OptionalInt size,
            Set<String> operations,
            JsonView attributes,
            Map<String, String> tags) {
        return new KeySnapshot(
                KeyUrl.parse(url),
                type,
                size,
                operations,
                // Key Vault leaves the member out for nobody; without it the key counts as usable, as its clients take
                // it.
                attributes.flag("enabled").orElse(true),
                epoch(attributes, "nbf"),
                epoch(attributes, "exp"),
                epoch(attributes, "created"),
                epoch(attributes, "updated"),
                tags);
    }

    private static Optional<Instant> epoch(JsonView attributes, String member) {
        return attributes.number(member).map(Instant::ofEpochSecond);
    }
}
