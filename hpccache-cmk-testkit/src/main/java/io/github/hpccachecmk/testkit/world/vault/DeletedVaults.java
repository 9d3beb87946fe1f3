package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Paging;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.SystemData;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Deleting a vault, seeing it deleted, and having it back; and whether a name is free. */
final class DeletedVaults {
    private static final String TYPE = "Microsoft.KeyVault/vaults";

    /** As many as were seen in recorded traffic of the Go SDK's armkeyvault tests. */
    private static final int REGIONS = 36;

    private static final int LARGEST_PAGE = 1000;

    private DeletedVaults() {}

    static Step delete(World world, Call call) {
        Optional<Resource> vault = Vaults.named(world, call);
        if (vault.isEmpty()) {
            return Step.of(world, WireResponse.empty(204));
        }
        return Step.of(deleted(world, vault.get(), call.now()), WireResponse.empty(200));
    }

    /** The world in which a vault is deleted: kept as such when it has soft delete. */
    static World deleted(World world, Resource vault, Instant when) {
        World without = withoutVault(world, vault);
        if (!VaultDocuments.isSoftDelete(vault)) {
            return without;
        }
        Instant purge = when.plus(Duration.ofDays(VaultDocuments.retentionDays(vault)));
        List<Resource> contents = world.below(vault.id())
                .filter(resource -> resource.state() instanceof KeyState || resource.state() instanceof DeletedKeyState)
                .toList();
        DeletedVaultState state = new DeletedVaultState(vault, contents, when, purge);
        return without.with(new Resource(deletedId(vault), document(state), state));
    }

    /** Role assignments and locks below a vault go with it. */
    private static World withoutVault(World world, Resource vault) {
        World rest = world.without(vault.id());
        for (Resource inside : world.below(vault.id()).toList()) {
            rest = rest.without(inside.id());
        }
        return rest.cancel(pending -> pending.transition().subject().equals(World.canonical(vault.id())));
    }

    static Step get(World world, Call call) {
        return Step.of(
                world,
                world.resource("/subscriptions/" + call.param("subscription")
                                + "/providers/Microsoft.KeyVault/locations/" + call.param("location")
                                + "/deletedVaults/" + call.param("vault"))
                        .filter(deleted -> Vaults.isStillThere(deleted, call.now()))
                        .map(deleted -> WireResponse.of(200, deleted.document()))
                        .orElseGet(() -> notFound(call)));
    }

    static WireResponse notFound(Call call) {
        return ArmErrors.of(
                404,
                "DeletedVaultNotFound",
                "The specified deleted vault '" + call.param("vault") + "' does not exist.");
    }

    static Step list(World world, Call call) {
        String prefix = "/subscriptions/" + Doc.lower(call.param("subscription")) + "/";
        List<Doc> deleted = world.resources(DeletedVaultState.class)
                .filter(vault -> World.canonical(vault.id()).startsWith(prefix))
                .filter(vault -> Vaults.isStillThere(vault, call.now()))
                .map(Resource::document)
                .toList();
        return Step.of(
                world,
                Paging.page(call, deleted, "$top", LARGEST_PAGE)
                        .withHeader("x-ms-original-request-ids", askedRegions(call)));
    }

    /** Resource Manager asks every region; each of its requests has an id of its own. */
    private static String askedRegions(Call call) {
        return IntStream.range(0, REGIONS)
                .mapToObj(region -> UUID.nameUUIDFromBytes(
                                (call.requestId() + "|" + region).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .collect(Collectors.joining(","));
    }

    /** A PUT with {@code createMode: recover}: the vault comes back as it was, under the very id that it had. */
    static Step recover(World world, Call call) {
        Optional<Resource> deleted = Vaults.deleted(world, call.param("vault"), call.now())
                .filter(candidate -> candidate.state() instanceof DeletedVaultState state
                        && World.canonical(state.vault().id()).equals(World.canonical(Vaults.id(call))));
        if (deleted.isEmpty() || !(deleted.get().state() instanceof DeletedVaultState state)) {
            return Step.of(
                    world,
                    ArmErrors.of(
                            404,
                            "DeletedVaultNotFound",
                            "The deleted vault '" + call.param("vault") + "' to be recovered does not exist under this"
                                    + " id."));
        }
        Resource vault = state.vault()
                .with(state.vault()
                        .document()
                        .with(
                                "systemData",
                                SystemData.modified(state.vault().document().object("systemData"), call)));
        World recovered = world.without(deleted.get().id()).with(vault);
        for (Resource inside : state.contents()) {
            recovered = recovered.with(inside);
        }
        return Step.of(recovered, WireResponse.of(200, VaultDocuments.written(world, vault)));
    }

    static Step checkName(World world, Call call) {
        String name = call.body().text("name").orElse("");
        if (call.body().text("type").filter(TYPE::equalsIgnoreCase).isEmpty()) {
            return Step.of(
                    world, VaultErrors.badParameter("Property type has invalid value; it must be " + TYPE + "."));
        }
        if (!VaultErrors.isLegalName(name)) {
            return Step.of(
                    world,
                    WireResponse.of(
                            200,
                            Doc.of(
                                    "nameAvailable",
                                    false,
                                    "reason",
                                    "AccountNameInvalid",
                                    "message",
                                    VaultErrors.illegalNameText(name))));
        }
        boolean isTaken = Vaults.byName(world, name).isPresent()
                || Vaults.deleted(world, name, call.now()).isPresent();
        return Step.of(
                world,
                WireResponse.of(
                        200,
                        isTaken
                                ? Doc.of(
                                        "nameAvailable",
                                        false,
                                        "reason",
                                        "AlreadyExists",
                                        "message",
                                        VaultErrors.nameInUseText(name))
                                : Doc.of("nameAvailable", true)));
    }

    private static String deletedId(Resource vault) {
        String subscription = vault.id().split("/", -1)[2];
        return "/subscriptions/" + subscription + "/providers/Microsoft.KeyVault/locations/"
                + VaultBody.location(vault.document()) + "/deletedVaults/" + vault.name();
    }

    private static Doc document(DeletedVaultState state) {
        Resource vault = state.vault();
        Doc properties = Doc.of(
                "vaultId", vault.id(),
                "location", vault.document().text("location").orElse(""),
                "tags", vault.document().object("tags"),
                "deletionDate", SystemData.time(state.deletedAt()),
                "scheduledPurgeDate", SystemData.time(state.scheduledPurge()));
        if (VaultDocuments.isPurgeProtected(vault)) {
            properties = properties.with("purgeProtectionEnabled", true);
        }
        return Doc.of(
                "id",
                deletedId(vault),
                "name",
                vault.name(),
                "type",
                "Microsoft.KeyVault/deletedVaults",
                "properties",
                properties);
    }
}
