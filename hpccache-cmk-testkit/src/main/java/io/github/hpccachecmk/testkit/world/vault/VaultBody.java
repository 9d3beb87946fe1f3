package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.JsonNull;
import io.github.hpccachecmk.testkit.world.Regions;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.List;
import java.util.Optional;

/** What a PUT or PATCH of a vault may say, and what becomes of it. */
final class VaultBody {
    private static final List<String> READ_ONLY =
            List.of("vaultUri", "provisioningState", "hsmPoolResourceId", "privateEndpointConnections", "createMode");

    private VaultBody() {}

    /** The first thing wrong with a PUT. */
    static Optional<WireResponse> refusePut(Doc body) {
        if (!body.has("location")) {
            return Optional.of(VaultErrors.missing("location"));
        }
        if (!(body.member("properties") instanceof Doc)) {
            return Optional.of(VaultErrors.missing("properties"));
        }
        if (isRecover(body)) {
            return Optional.empty();
        }
        for (String member : List.of("tenantId", "sku")) {
            if (!body.has("properties." + member)) {
                return Optional.of(VaultErrors.missing(member));
            }
        }
        boolean isRbac = body.flag("properties.enableRbacAuthorization").orElse(false);
        return isRbac || body.has("properties.accessPolicies")
                ? Optional.empty()
                : Optional.of(VaultErrors.missing("accessPolicies"));
    }

    /** The first value that is wrong by itself, in a PUT or PATCH. */
    static Optional<WireResponse> refuseValues(Doc body) {
        Doc properties = body.object("properties");
        if (properties.has("sku")
                && (!properties.text("sku.family").orElse("").equals("A")
                        || !List.of("standard", "premium")
                                .contains(Doc.lower(properties.text("sku.name").orElse(""))))) {
            return Optional.of(VaultErrors.badRequest("An invalid value was provided for 'sku'."));
        }
        if (properties.flag("enablePurgeProtection").filter(on -> !on).isPresent()) {
            return Optional.of(VaultErrors.purgeProtectionStays());
        }
        Optional<Integer> days = properties.number("softDeleteRetentionInDays").map(Number::intValue);
        if (days.filter(count -> count < 7 || count > 90).isPresent()) {
            return Optional.of(VaultErrors.badRequest("An invalid value was provided for 'softDeleteRetentionInDays'."
                    + " The value must be between 7 and 90."));
        }
        return properties
                        .text("networkAcls.defaultAction")
                        .filter(action -> !List.of("allow", "deny").contains(Doc.lower(action)))
                        .isPresent()
                ? Optional.of(VaultErrors.badRequest("An invalid value was provided for 'networkAcls'."))
                : Optional.empty();
    }

    /** What a body asks of an existing vault and cannot have. */
    static Optional<WireResponse> refuseChange(Doc before, Doc body) {
        boolean wantsSoftDeleteOff =
                body.flag("properties.enableSoftDelete").filter(on -> !on).isPresent();
        if (wantsSoftDeleteOff && before.flag("properties.enableSoftDelete").orElse(true)) {
            return Optional.of(VaultErrors.softDeleteStays());
        }
        Optional<Integer> kept =
                before.number("properties.softDeleteRetentionInDays").map(Number::intValue);
        Optional<Integer> asked =
                body.number("properties.softDeleteRetentionInDays").map(Number::intValue);
        return kept.isPresent() && asked.isPresent() && !asked.equals(kept)
                ? Optional.of(VaultErrors.retentionStays())
                : Optional.empty();
    }

    /** Whether purge protection would hold without soft delete, which it needs. */
    static Optional<WireResponse> refuseResult(Doc document) {
        boolean isProtected = document.flag("properties.enablePurgeProtection").orElse(false);
        boolean isSoftDelete = document.flag("properties.enableSoftDelete").orElse(true);
        return isProtected && !isSoftDelete
                ? Optional.of(
                        VaultErrors.badRequest("The property \"enablePurgeProtection\" can be set to true only when"
                                + " the property \"enableSoftDelete\" is true."))
                : Optional.empty();
    }

    /** The document of a new vault. */
    static Doc create(Doc body, boolean isRbacByDefault) {
        Doc properties = writable(body);
        if (!properties.has("enableSoftDelete")) {
            properties = properties.with("enableSoftDelete", true);
        }
        if (!properties.has("publicNetworkAccess")) {
            properties = properties.with("publicNetworkAccess", "Enabled");
        }
        if (isRbacByDefault && !properties.has("enableRbacAuthorization")) {
            properties = properties.with("enableRbacAuthorization", true);
        }
        return Doc.of("location", location(body), "tags", body.object("tags"), "properties", properties);
    }

    /** The document of an existing vault after a full PUT: what cannot be undone stays, all else is as sent. */
    static Doc replace(Doc before, Doc body, boolean keepsAccessModel) {
        Doc properties = writable(body);
        List<String> lasting = keepsAccessModel
                ? List.of(
                        "enableSoftDelete",
                        "softDeleteRetentionInDays",
                        "enablePurgeProtection",
                        "provisioningState",
                        "enableRbacAuthorization")
                : List.of(
                        "enableSoftDelete", "softDeleteRetentionInDays", "enablePurgeProtection", "provisioningState");
        for (String member : lasting) {
            Optional<Object> kept = before.at("properties." + member);
            if (!properties.has(member) && kept.isPresent()) {
                properties = properties.with(member, kept.get());
            }
        }
        if (!properties.has("publicNetworkAccess")) {
            properties = properties.with("publicNetworkAccess", "Enabled");
        }
        return before.with("tags", body.object("tags")).with("properties", properties);
    }

    /** The document of an existing vault after a PATCH: each member sent replaces its old value. */
    static Doc merge(Doc before, Doc body) {
        Doc changed = before.with("properties", before.object("properties").withAll(writable(body)));
        return body.has("tags") ? changed.with("tags", body.object("tags")) : changed;
    }

    /** Whether a PUT asks for a deleted vault back. */
    static boolean isRecover(Doc body) {
        return body.text("properties.createMode").orElse("default").equalsIgnoreCase("recover");
    }

    /** The location as ARM keeps it: lower case, without blanks. */
    static String location(Doc body) {
        return Regions.plain(body.text("location").orElse(""));
    }

    /** The properties without those that a client copied from an answer: recorded PUTs with them were accepted. */
    private static Doc writable(Doc body) {
        Doc properties = body.object("properties");
        for (String member : READ_ONLY) {
            properties = properties.without(member);
        }
        Doc result = Doc.empty();
        for (var member : properties.entrySet()) {
            if (member.getValue() != JsonNull.NULL) {
                result = result.with(member.getKey(), member.getValue());
            }
        }
        return result;
    }
}
