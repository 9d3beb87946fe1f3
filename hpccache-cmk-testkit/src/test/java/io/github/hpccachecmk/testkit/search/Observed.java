package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a process was truly told, as it came over the wire. Mutable: grows with each answer. */
final class Observed {
    private final Map<String, Boolean> vaults = new HashMap<>();
    private final Map<String, Boolean> keys = new HashMap<>();
    private boolean isTargetSeen;

    Observed(boolean isTargetSeen) {
        this.isTargetSeen = isTargetSeen;
    }

    void answer(String operation, WireRequest request, WireOutcome outcome, Instant now) {
        if (!(outcome instanceof WireOutcome.Answered answered)
                || !answered.response().isSuccess()) {
            return;
        }
        var body = answered.response().document();
        switch (operation) {
            case "GET_VAULT", "PROTECT_VAULT" -> vaults.put(World.canonical(request.path()), isProtected(body));
            case "GET_KEY", "GET_KEY_VERSION" ->
                keys.put(plain(body.text("properties.keyUriWithVersion").orElse("")), isUsable(body, now));
            case "GET_TARGET", "CREATE_TARGET" -> isTargetSeen = true;
            default -> {}
        }
    }

    boolean hasSeenTarget() {
        return isTargetSeen;
    }

    boolean hasSeenVault(String vault) {
        return vaults.containsKey(vault);
    }

    boolean hasSeenProtected(String vault) {
        return vaults.getOrDefault(vault, false);
    }

    boolean hasSeenUsable(String keyUrl) {
        return keys.getOrDefault(plain(keyUrl), false);
    }

    boolean hasSeenUsableKey() {
        return keys.containsValue(true);
    }

    private static String plain(String url) {
        return url.toLowerCase(Locale.ROOT).replace(":443", "");
    }

    private static boolean isProtected(Doc vault) {
        return vault.flag("properties.enablePurgeProtection").orElse(false)
                && vault.flag("properties.enableSoftDelete").orElse(true);
    }

    private static boolean isUsable(Doc key, Instant now) {
        return key.flag("properties.attributes.enabled").orElse(false)
                && key.number("properties.attributes.exp")
                        .map(end -> now.getEpochSecond() < end.longValue())
                        .orElse(true)
                && key.text("properties.kty").orElse("").startsWith("RSA");
    }
}
