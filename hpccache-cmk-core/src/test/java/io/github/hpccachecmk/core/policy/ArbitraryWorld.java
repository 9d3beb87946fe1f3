package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.SkuList;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.core.port.DeletedVault;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.ManagementLock;
import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.ProviderSnapshot;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.SkuOffer;
import io.github.hpccachecmk.core.port.SubnetSnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.Usage;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.Authorizer;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.request.CmkRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Answers of any kind, from a seed: good values, hostile ones, missing ones, refusals, silence. */
final class ArbitraryWorld {
    private static final List<String> TEXTS = List.of(
            "eastus",
            "East US",
            "Standard_2G",
            "standard",
            "Premium",
            "Enabled",
            "Disabled",
            "Deny",
            "Allow",
            "None",
            "AzureServices",
            "Succeeded",
            "RegisteringDns",
            "RSA",
            "RSA-HSM",
            "EC",
            "ReadOnly",
            "Registered",
            "caches",
            "amlFilesystems",
            "Cache",
            "3072,6144",
            "8",
            ",",
            "/",
            "10.0.0.0/26",
            "10.0.0.0/99",
            "",
            " ",
            "*",
            "*/read",
            "Microsoft.KeyVault/*",
            "https://contoso-cmk.vault.azure.net/",
            "https://",
            "wrapKey",
            "unwrapKey",
            "\u001b[2J",
            "\u202e",
            "a\nb",
            "\ud800",
            "x".repeat(2000),
            "e147488a-f6f5-4113-8e2d-b22465e65bf6");

    private final Random random;

    ArbitraryWorld(long seed) {
        this.random = new Random(seed);
    }

    CmkRequest<?> request() {
        var protection = random.nextBoolean() ? Given.CONSENT : VaultProtection.requireAlreadyOn();
        var authorizer = random.nextBoolean() ? Authorizer.thisCaller() : Authorizer.someoneElse("them");
        return switch (random.nextInt(4)) {
            case 0 -> Given.authorize();
            case 1 ->
                Given.fileSystemBuilder()
                        .vaultProtection(protection)
                        .storageCapacityTib(random.nextDouble() * 1000 + 0.1)
                        .authorizer(authorizer)
                        .build();
            default ->
                Given.cacheBuilder()
                        .vaultProtection(protection)
                        .authorizer(authorizer)
                        .tryDespiteRetirement(random.nextBoolean())
                        .identity(
                                random.nextBoolean()
                                        ? ManagedIdentity.systemAssigned()
                                        : ManagedIdentity.systemAndUserAssigned(Given.IDENTITY))
                        .build();
        };
    }

    Given answer(Given given, FactKey<?> key) {
        int luck = random.nextInt(10);
        if (luck == 0) {
            return given;
        }
        if (luck == 1) {
            return given.withFailure(
                    key,
                    Given.failure(
                            PortOperation.GET_VAULT, random.nextBoolean() ? 403 : random.nextInt(600), text(), text()));
        }
        if (key instanceof FactKey.Target target) {
            return given.with(target, maybe(this::target));
        }
        if (key instanceof FactKey.Vault vault) {
            return given.with(vault, maybe(this::vault));
        }
        if (key instanceof FactKey.VaultInDeletedState vault) {
            return given.with(vault, maybe(() -> new DeletedVault(vault(vault.id()), text(), maybe(this::time))));
        }
        if (key instanceof FactKey.NewestKey newest) {
            return given.with(newest, maybe(this::key));
        }
        if (key instanceof FactKey.KeyVersion version) {
            return given.with(version, maybe(this::key));
        }
        if (key instanceof FactKey.DataPlaneKey data) {
            return given.with(data, maybe(this::key));
        }
        if (key instanceof FactKey.KeyInDeletedState deleted) {
            return given.with(deleted, maybe(() -> new DeletedKey(text(), maybe(this::time), maybe(this::time))));
        }
        return answerRest(given, key);
    }

    private Given answerRest(Given given, FactKey<?> key) {
        if (key instanceof FactKey.Assignments assignments) {
            return given.with(
                    assignments,
                    list(() -> new RoleAssignment(
                            text(), text(), Given.PRINCIPAL, text(), maybe(this::text), maybe(this::time))));
        }
        if (key instanceof FactKey.Permissions permissions) {
            return given.with(
                    permissions,
                    list(() -> new PermissionEntry(
                            list(this::text), list(this::text), list(this::text), list(this::text))));
        }
        if (key instanceof FactKey.Locks locks) {
            return given.with(locks, list(() -> new ManagementLock(text(), text())));
        }
        if (key instanceof FactKey.Identity identity) {
            return given.with(
                    identity,
                    maybe(() -> new IdentitySnapshot(
                            Given.IDENTITY,
                            Given.PRINCIPAL,
                            random.nextBoolean() ? Given.TENANT : Given.OTHER_TENANT,
                            maybe(this::time))));
        }
        if (key instanceof FactKey.Provider provider) {
            return given.with(provider, new ProviderSnapshot(text(), text(), Map.of("caches", list(this::text))));
        }
        if (key instanceof FactKey.Skus skus) {
            return given.with(
                    skus,
                    SkuList.of(list(() -> new SkuOffer(
                            random.nextBoolean() ? "caches" : text(),
                            random.nextBoolean() ? "Standard_2G" : text(),
                            list(this::text),
                            Map.of("cache sizes(GB)", text(), "capacity increment (TiB)", text()),
                            list(this::text)))));
        }
        if (key instanceof FactKey.Usages usages) {
            return given.with(usages, list(() -> new Usage(text(), random.nextLong(), random.nextLong())));
        }
        if (key instanceof FactKey.Subnet subnet) {
            return given.with(subnet, maybe(() -> new SubnetSnapshot(Given.SUBNET, list(this::text))));
        }
        return given;
    }

    private TargetSnapshot target() {
        return TargetSketch.target(t -> {
            t.location = maybe(this::text);
            t.principal = maybe(() -> Given.PRINCIPAL);
            t.tenant = maybe(() -> Given.OTHER_TENANT);
            t.identities = list(() -> Given.IDENTITY);
            t.encryption = random.nextInt(4) == 0 ? Optional.empty() : t.encryption;
            t.createdAt = maybe(this::time);
        });
    }

    private VaultSnapshot vault() {
        return VaultSketch.vault(v -> {
            v.location = text();
            v.tenant = maybe(() -> Given.TENANT);
            v.uri = maybe(this::text);
            v.sku = maybe(this::text);
            v.softDelete = maybe(random::nextBoolean);
            v.purgeProtection = maybe(random::nextBoolean);
            v.retentionDays = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt());
            v.model = random.nextBoolean() ? AccessModel.RBAC : AccessModel.ACCESS_POLICY;
            v.policies = list(() ->
                    new AccessPolicy(Given.TENANT, Given.PRINCIPAL, maybe(this::text), Set.copyOf(list(this::text))));
            v.publicAccess = maybe(this::text);
            v.defaultAction = maybe(this::text);
            v.bypass = maybe(this::text);
            v.state = maybe(this::text);
        });
    }

    private KeySnapshot key() {
        return KeySketch.key(k -> {
            k.url = random.nextBoolean() ? Given.KEY : Given.KEY.withVersion(Given.NEW);
            k.type = text();
            k.size = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt());
            k.operations = Set.copyOf(list(this::text));
            k.enabled = random.nextBoolean();
            k.notBefore = maybe(this::time);
            k.expires = maybe(this::time);
        });
    }

    private VaultId vault(VaultId asked) {
        return random.nextBoolean() ? asked : VaultId.of(Given.SUBSCRIPTION, "other", asked.name());
    }

    private Instant time() {
        return switch (random.nextInt(5)) {
            case 0 -> Instant.MIN;
            case 1 -> Instant.MAX;
            case 2 -> Given.NOW;
            default -> Given.NOW.plusSeconds(random.nextInt());
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value.get());
    }

    private <T> List<T> list(Supplier<T> item) {
        int size = random.nextInt(4);
        var items = new ArrayList<T>(size);
        for (int i = 0; i < size; i++) {
            items.add(item.get());
        }
        return items;
    }
}
