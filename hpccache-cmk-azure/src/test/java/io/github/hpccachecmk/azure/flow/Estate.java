package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.TargetCopy;
import io.github.hpccachecmk.testkit.TargetProbe;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Timing;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A large subscription: caches and file systems in turn, spread evenly over vaults that go by roles and by access policies. What is wrong is
 * counted out. Of each hundred vaults two have a disabled key, one an expired one, one a key that expires in ten days, one a newer version, one no
 * purge protection; of each hundred resources two have no key of their own, one has no access and one waits for it.
 */
final class Estate {
    static final String KEY = "disk";

    private static final int HUNDRED = 100;
    private static final int WAITING = 94;
    private static final int WITHOUT_ACCESS = 96;
    private static final int PLAIN_FILE_SYSTEM = 97;
    private static final int PLAIN_CACHE = 98;
    private static final String ROLE =
            "/providers/Microsoft.Authorization/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6";

    private final FakeAzure azure;
    private final int targets;
    private final int vaults;

    private Estate(FakeAzure azure, int targets, int vaults) {
        this.azure = azure;
        this.targets = targets;
        this.vaults = vaults;
    }

    /** Both in multiples of a hundred. */
    static FakeAzure of(int targets, int vaults) {
        var azure = FakeAzure.create(1)
                .throttling(false)
                .limits(targets, targets)
                .behaviour(Behaviour.ACCESS_POLICY_CHECKS_DIRECTORY, false);
        new Estate(azure, targets, vaults).build();
        return azure.throttling(true);
    }

    private void build() {
        azure.timing(Timing.immediate());
        IntStream.range(0, vaults).forEach(this::makeVault);
        azure.timing(Timing.usual());
        var cache = azure.cache("original");
        var fileSystem = azure.fileSystem("original");
        var plainCache = azure.cache("plain");
        var plainFileSystem = azure.fileSystem("plain");
        put(cache, cacheBody(encryption(0)));
        put(fileSystem, fileSystemBody(azure.subnet("scratch", "10.3.1.0/24"), encryption(1)));
        put(plainCache, cacheBody(Doc.empty()));
        put(plainFileSystem, fileSystemBody(azure.subnet("plain", "10.3.2.0/24"), Doc.empty()));
        azure.advance(Duration.ofMinutes(1));
        grant(0, cache.principalId());
        azure.advance(Duration.ofHours(1));
        var waiting = azure.cache("waiting");
        put(waiting, cacheBody(encryption(2)));
        azure.advance(Duration.ofMinutes(20));
        IntStream.range(0, vaults).forEach(this::spoil);

        copy(waiting, i -> i % HUNDRED == WAITING);
        copy(plainCache, i -> i % HUNDRED == PLAIN_CACHE);
        copy(plainFileSystem, i -> i % HUNDRED == PLAIN_FILE_SYSTEM);
        copy(cache, i -> (i % 2 == 0 && i % HUNDRED < WAITING) || i % HUNDRED == WITHOUT_ACCESS);
        copy(fileSystem, i -> i % 2 == 1 && i % HUNDRED != PLAIN_FILE_SYSTEM);
        azure.thirdParty(world -> world.without(cache.id())
                .without(fileSystem.id())
                .without(plainCache.id())
                .without(plainFileSystem.id())
                .without(waiting.id()));
    }

    private void makeVault(int i) {
        var vault = azure.vault("estate-" + i).purgeProtection(true).withRsaKey(KEY, 2048);
        if (isRbac(i)) {
            vault.rbac();
        }
        if (i % 2 == 1) {
            grant(i, azure.identity("estate").principalId());
        }
        for (int target = i; target < targets; target += vaults) {
            int kind = target % HUNDRED;
            if (target % 2 == 0 && kind != WAITING && kind != WITHOUT_ACCESS && kind != PLAIN_CACHE) {
                grant(i, principal(target));
            }
        }
    }

    private void spoil(int i) {
        var vault = azure.vault("estate-" + i);
        switch (i % HUNDRED) {
            case 10, 11 -> vault.keyEnabled(KEY, false);
            case 20 ->
                vault.keyDates(KEY, Optional.empty(), Optional.of(azure.now().minusSeconds(60)));
            case 30 ->
                vault.keyDates(KEY, Optional.empty(), Optional.of(azure.now().plus(Duration.ofDays(10))));
            case 40 -> vault.withNewVersion(KEY);
            case 50 -> vault.purgeProtection(false);
            default -> {
                // As it should be.
            }
        }
    }

    private void copy(TargetProbe original, IntPredicate which) {
        original.copiedTo(IntStream.range(0, targets)
                .filter(which)
                .mapToObj(i -> {
                    var vault = azure.vault("estate-" + i % vaults);
                    var first = vault.keyUrlWithoutVersion(KEY) + "/"
                            + vault.versions(KEY).get(0);
                    return new TargetCopy("estate-" + i, first, vault.id(), principal(i));
                })
                .toList());
    }

    private static String principal(int target) {
        return UUID.nameUUIDFromBytes(("estate " + target).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static boolean isRbac(int vault) {
        return vault % 8 < 2;
    }

    private Doc encryption(int vault) {
        var script = azure.vault("estate-" + vault);
        var reference = Doc.of("keyUrl", script.keyUrl(KEY), "sourceVault", Doc.of("id", script.id()));
        return Doc.of("encryptionSettings", Doc.of("keyEncryptionKey", reference));
    }

    private Doc cacheBody(Doc encryption) {
        return Doc.of(
                "location", FakeAzure.DEFAULT_LOCATION,
                "sku", Doc.of("name", "Standard_2G"),
                "identity", Doc.of("type", "SystemAssigned"),
                "properties",
                        Doc.of("cacheSizeGB", 3072, "subnet", azure.subnet()).withAll(encryption));
    }

    private Doc fileSystemBody(String subnet, Doc encryption) {
        var identity = azure.identity("estate").id();
        return Doc.of(
                "location", FakeAzure.DEFAULT_LOCATION,
                "sku", Doc.of("name", "AMLFS-Durable-Premium-250"),
                "zones", List.of("1"),
                "identity", Doc.of("type", "UserAssigned", "userAssignedIdentities", Doc.of(identity, Doc.empty())),
                "properties",
                        Doc.of(
                                        "storageCapacityTiB",
                                        8,
                                        "filesystemSubnet",
                                        subnet,
                                        "maintenanceWindow",
                                        Doc.of("dayOfWeek", "Friday", "timeOfDayUTC", "22:00"))
                                .withAll(encryption));
    }

    private void put(TargetProbe target, Doc body) {
        call(target.id(), "2024-03-01", body);
    }

    private void grant(int vault, String principal) {
        var id = azure.vault("estate-" + vault).id();
        if (isRbac(vault)) {
            var name = UUID.nameUUIDFromBytes((vault + principal).getBytes(StandardCharsets.UTF_8));
            call(
                    id + "/keys/" + KEY + "/providers/Microsoft.Authorization/roleAssignments/" + name,
                    "2022-04-01",
                    Doc.of(
                            "properties",
                            Doc.of(
                                    "roleDefinitionId", ROLE,
                                    "principalId", principal,
                                    "principalType", "ServicePrincipal")));
        } else {
            azure.vault("estate-" + vault).withKeyPermissions(principal, "get", "wrapKey", "unwrapKey");
        }
    }

    private void call(String path, String version, Doc body) {
        var answer = azure.answer(WireRequest.arm("PUT", path, version, body, FakeAzure.OWNER));
        if (!answer.isSuccess()) {
            throw new IllegalStateException(path + ": " + answer + " " + answer.body());
        }
    }
}
