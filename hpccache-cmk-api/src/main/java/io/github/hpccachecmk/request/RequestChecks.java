package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.model.IdentityKind;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the builders refuse: input that no state of the world could make right. What depends on the world (region, SKU, size,
 * subscription of the vault) is for the findings of a plan.
 */
final class RequestChecks {
    private static final Duration LONGEST_SETTLE_WINDOW = Duration.ofDays(1);
    private static final Duration LONGEST_HORIZON = Duration.ofDays(3650);
    private static final int SHORTEST_RETENTION = 7;
    private static final int LONGEST_RETENTION = 90;
    private static final Pattern REGION = Pattern.compile("[a-z0-9]{1,64}");

    private RequestChecks() {}

    static void create(CreateRequest request) {
        Checks.text("SKU", request.sku(), "the name of an SKU");
        zones(request.zones());
        tags(request.tags());
        identity(request);
        key(request);
        consent(request.vaultProtection(), List.of(request.vault()));
        Checks.within("expiry horizon", request.expiryHorizon(), LONGEST_HORIZON);
        settleWindow(request);
    }

    static void key(KeyRequest<?> request) {
        request.vault().keyScope(request.keyName());
        settleWindow(request);
    }

    static void version(SetKeyVersionEnabled request) {
        KeyUrl version = request.version();
        if (!version.isIn(request.vault())) {
            throw Checks.refused(
                    "version (not in vault " + request.vault().name() + ")",
                    version.toString(),
                    "a key of vault " + request.vault());
        }
        if (version.version().isEmpty()) {
            throw Checks.refused(
                    "version (without one)", version.toString(), version + "/{version}, with 32 hexadecimal digits");
        }
        if (!request.enabled() && !request.consent().equals(Optional.of(version))) {
            throw Checks.refused(
                    "consent to switching " + version + " off",
                    request.consent().map(KeyUrl::toString).orElse("none"),
                    "the same version, " + version);
        }
        key(request);
    }

    static void revocation(RevokeGrant request) {
        PrincipalId principal = request.principal();
        if (request.consent().filter(consent -> !consent.equals(principal)).isPresent()) {
            throw Checks.refused(
                    "consent to removing the entry of " + principal,
                    request.consent().map(PrincipalId::toString).orElse("none"),
                    "the same principal, " + principal + ", or none");
        }
        if (request.subscriptions().isEmpty()) {
            throw Checks.refused(
                    "subscriptions", "none", "at least one, whose caches and file systems are looked through");
        }
        request.subscriptions().forEach(id -> Checks.guid("subscription", id));
        key(request);
    }

    static void change(ChangeKey request) {
        key(request);
        if (request.autoRotation() && !request.target().kind().hasRotationFlag()) {
            throw Checks.refused(
                    "auto rotation of a " + request.target().kind().displayName(),
                    "true",
                    "false: only caches can follow new versions");
        }
        consent(request.vaultProtection(), List.of(request.vault()));
        settleWindow(request);
    }

    static void rotate(RotateKey request) {
        key(request, request.newerThan());
        consent(request.vaultProtection(), List.of(request.vault()));
        settleWindow(request);
    }

    static void authorize(AuthorizeCache request) {
        List<VaultId> vaults = request.allowedVaults();
        if (vaults.isEmpty()) {
            throw Checks.missing("AuthorizeCache member allowedVaults", "the id of at least one vault");
        }
        request.keyName().ifPresent(name -> vaults.get(0).keyScope(name));
        request.key().ifPresent(key -> expectedKey(request, key));
        consent(request.vaultProtection(), vaults);
        settleWindow(request);
    }

    static void prepare(PrepareVault request) {
        request.vault().keyScope(request.keyName());
        if (request.retentionDays() < SHORTEST_RETENTION || request.retentionDays() > LONGEST_RETENTION) {
            throw Checks.refused(
                    "retention days",
                    String.valueOf(request.retentionDays()),
                    "a number from " + SHORTEST_RETENTION + " to " + LONGEST_RETENTION);
        }
        tags(request.tags());
        consent(request.vaultProtection(), List.of(request.vault()));
        settleWindow(request);
    }

    /** The region's name as the services spell it: {@code East US} and {@code eastus} are the same. */
    static String region(String location) {
        String legal = "a region such as eastus or East US";
        String name = Checks.lower(Checks.text("location", location, legal).replace(" ", ""));
        if (!REGION.matcher(name).matches()) {
            throw Checks.refused("location", location, legal);
        }
        return name;
    }

    static void positive(String what, double number) {
        if (!(number > 0) || Double.isInfinite(number)) {
            throw Checks.refused(what, String.valueOf(number), "a number greater than 0");
        }
    }

    static void positive(String what, int number) {
        if (number <= 0) {
            throw Checks.refused(what, String.valueOf(number), "a whole number greater than 0");
        }
    }

    private static void zones(List<String> zones) {
        zones.forEach(zone -> Checks.text("zone", zone, "an availability zone such as 1"));
        if (zones.size() > 1) {
            throw Checks.refused("zones (more than one)", zones.toString(), "one availability zone, or none");
        }
    }

    private static void tags(Map<String, String> tags) {
        Set<String> names = new HashSet<>();
        tags.forEach((name, value) -> {
            Checks.text("tag name", name, "a name without control characters");
            Checks.noControls("value of tag " + Checks.label(name), value, "text without control characters");
            if (!names.add(Checks.lower(name))) {
                throw Checks.refused("tag name (given twice)", name, "tag names that differ in more than case");
            }
        });
    }

    private static void identity(CreateRequest request) {
        TargetKind kind = request.target().kind();
        IdentityKind identity = request.identity().kind();
        if (!kind.identityKinds().contains(identity)) {
            throw Checks.refused(
                    "identity of a " + kind.displayName(),
                    identity.wireName(),
                    kind.identityKinds().stream()
                                    .map(IdentityKind::wireName)
                                    .sorted()
                                    .collect(Collectors.joining(" or "))
                            + "; " + kind.displayName() + "s have no system-assigned identity");
        }
    }

    private static void key(EncryptionRequest request) {
        key(request, request.key());
    }

    private static void key(EncryptionRequest request, KeyUrl key) {
        if (!key.isIn(request.vault())) {
            throw Checks.refused(
                    "key (not in vault " + request.vault().name() + ")",
                    key.toString(),
                    "a key of vault " + request.vault());
        }
        if (key.version().isEmpty()) {
            throw Checks.refused(
                    "key (without a version)", key.toString(), key + "/{version}, with 32 hexadecimal digits");
        }
    }

    private static void expectedKey(AuthorizeCache request, KeyUrl key) {
        if (request.allowedVaults().stream().noneMatch(key::isIn)) {
            throw Checks.refused(
                    "key (in none of the allowed vaults)", key.toString(), "a key of " + request.allowedVaults());
        }
        request.keyName().filter(name -> !name.equalsIgnoreCase(key.keyName())).ifPresent(name -> {
            throw Checks.refused("key name (another than the key's)", name, "key name " + key.keyName() + ", or none");
        });
    }

    /** A consent for a vault that the request does not touch is a mistake that would show only much later. */
    private static void consent(VaultProtection protection, List<VaultId> vaults) {
        protection
                .consent()
                .filter(consent -> vaults.stream().noneMatch(consent::covers))
                .ifPresent(consent -> {
                    throw Checks.refused(
                            "vault of the consent (not one of the request)",
                            consent.vault().toString(),
                            "IrreversibleChange.purgeProtectionOf one of " + vaults);
                });
    }

    private static void settleWindow(CmkRequest<?> request) {
        Checks.within("settle window", request.settleWindow(), LONGEST_SETTLE_WINDOW);
    }
}
