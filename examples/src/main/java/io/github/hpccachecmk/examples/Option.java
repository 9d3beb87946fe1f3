package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** The table of the main job's options: their names, their legal form for people, and where they mean something. */
// The checks are stateless method references; to say so in Error Prone's way would take a dependency.
@SuppressWarnings("ImmutableEnumChecker")
enum Option {
    AZURE("azure", Scope.ANYWHERE, "fake (default) or real", choice("fake", "real")),
    TARGET("target", Scope.ANYWHERE, "cache (default) or filesystem", choice("cache", "filesystem")),
    IDENTITY(
            "identity",
            Scope.ANYWHERE,
            "system or user; a cache's default is system, a file system has only user",
            choice("system", "user")),
    PLAN_ONLY("planOnly", Scope.ANYWHERE, "true or false (default): stop after the plan", choice("true", "false")),
    ACCESS("access", Scope.FAKE, "policy (default) or rbac: the vault's access model", choice("policy", "rbac")),
    CLOUD("cloud", Scope.REAL, "public (default), us-government or china", choice("public", "us-government", "china")),
    SUBSCRIPTION(
            "subscription", Scope.REAL, "the subscription's id, a GUID", value -> ResourceGroupId.of(value, "any")),
    GROUP(
            "group",
            Scope.REAL,
            "the name of an existing resource group",
            value -> ResourceGroupId.of("00000000-0000-0000-0000-000000000000", value)),
    NAME("name", Scope.REAL, "the name of the new cache or file system", Option::anything),
    LOCATION("location", Scope.REAL, "the region, for example eastus", Option::anything),
    SKU("sku", Scope.REAL, "for example Standard_2G, or AMLFS-Durable-Premium-250", Option::anything),
    SIZE("size", Scope.REAL, "GB of a cache, for example 3072; TiB of a file system, for example 8", Double::valueOf),
    SUBNET(
            "subnet",
            Scope.REAL,
            "/subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/…/subnets/…",
            SubnetId::parse),
    ZONE("zone", Scope.REAL, "the availability zone, for example 1", Option::anything),
    MAINTENANCE(
            "maintenance",
            Scope.REAL,
            "day and time in UTC of the weekly maintenance window, for example SUNDAY@22:30",
            Maintenance::parse),
    VAULT(
            "vault",
            Scope.REAL,
            "/subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/vaults/…",
            VaultId::parse),
    KEY(
            "key",
            Scope.REAL,
            "the key's URL with its version: https://{vault}.vault.azure.net/keys/{key}/{version}",
            KeyUrl::parse),
    IDENTITY_ID(
            "identityId",
            Scope.REAL,
            "/subscriptions/…/resourceGroups/…/providers/Microsoft.ManagedIdentity/userAssignedIdentities/…",
            UserAssignedIdentityId::parse),
    PURGE_PROTECTION_CONSENT(
            "purgeProtectionConsent",
            Scope.REAL,
            "the id of the vault whose purge protection may be switched on, which cannot be undone",
            VaultId::parse),
    TRY_DESPITE_RETIREMENT(
            "tryDespiteRetirement",
            Scope.REAL,
            "true or false (default): send the create of a cache although the service is retired",
            choice("true", "false"));

    /** Where an option means something; elsewhere it is refused rather than ignored. */
    enum Scope {
        ANYWHERE,
        FAKE,
        REAL
    }

    private final String key;
    private final Scope scope;
    private final String form;
    private final Consumer<String> check;

    Option(String key, Scope scope, String form, Consumer<String> check) {
        this.key = key;
        this.scope = scope;
        this.form = form;
        this.check = check;
    }

    static Optional<Option> ofProperty(String property) {
        return Arrays.stream(values())
                .filter(option -> option.property().equals(property))
                .findFirst();
    }

    /** The system property, and with two hyphens before it the argument, that sets the option. */
    String property() {
        return "cmk." + key;
    }

    Scope scope() {
        return scope;
    }

    String form() {
        return form;
    }

    /** Throws a {@link RuntimeException} for a value that has not the form. */
    void check(String value) {
        check.accept(value);
    }

    private static void anything(String value) {
        // Judged by the request's builder, which knows the kind of the target.
    }

    private static Consumer<String> choice(String... legal) {
        return value -> {
            if (!Arrays.asList(legal).contains(value)) {
                throw new IllegalArgumentException("not one of " + String.join(", ", legal));
            }
        };
    }
}
