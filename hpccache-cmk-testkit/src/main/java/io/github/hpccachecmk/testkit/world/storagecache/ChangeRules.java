package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Regions;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the service refuses to change in an existing resource. That customer-managed keys are chosen at creation only and
 * that the identity stays: Microsoft's articles. Codes and words are inferred.
 */
final class ChangeRules {
    private ChangeRules() {}

    /** A PUT over an existing resource. */
    static Optional<WireResponse> put(World world, Call call, Resource existing, Doc body) {
        TargetState state = (TargetState) existing.state();
        Doc stored = existing.document();
        String was = stored.text("location").orElse("");
        String asked = body.text("location").orElse("");
        if (!Regions.plain(was).equals(Regions.plain(asked))) {
            return Optional.of(ArmErrors.locationDiffers(existing.name(), call.param("group"), was, asked));
        }
        String size = state.kind() == Kind.CACHE ? "properties.cacheSizeGB" : "properties.storageCapacityTiB";
        String subnet = "properties." + state.kind().subnetMember();
        if (!same(stored, body, "sku.name")) {
            return unchangeable("sku");
        }
        if (stored.number(size).orElse(0).doubleValue()
                != body.number(size).orElse(0).doubleValue()) {
            return unchangeable(size.substring("properties.".length()));
        }
        if (!same(stored, body, subnet)) {
            return unchangeable(subnet.substring("properties.".length()));
        }
        if (!IdentityRules.parts(stored).equals(IdentityRules.parts(body))
                || !identities(stored).equals(identities(body))) {
            return unchangeable("identity");
        }
        return busy(world, call, state).or(() -> encryption(stored, body));
    }

    /** Customer-managed keys can be neither added nor taken away. */
    static Optional<WireResponse> encryption(Doc stored, Doc body) {
        boolean had = Encryption.keyUrl(stored).isPresent();
        boolean has = Encryption.keyUrl(body).isPresent();
        if (had == has) {
            return Optional.empty();
        }
        return BodyRules.invalid(
                had
                        ? "Customer-managed keys cannot be removed from an existing resource."
                        : "Customer-managed keys cannot be added to an existing resource.",
                "encryptionSettings");
    }

    /** One write at a time. */
    static Optional<WireResponse> busy(World world, Call call, TargetState state) {
        if (state.phase() == Phase.DELETING) {
            return Optional.of(ArmErrors.of(
                    409, "Conflict", "The resource '" + call.id() + "' is being deleted; wait until it is gone."));
        }
        boolean isBusy = state.isUpdating()
                || !state.operation().isEmpty()
                || state.phase().isCreating();
        return isBusy && call.on(world, Behaviour.BUSY_RESOURCE_REFUSES_WRITES)
                ? Optional.of(ArmErrors.of(
                        409,
                        "Conflict",
                        "Another operation is in progress on the resource '" + call.id() + "'; try again later."))
                : Optional.empty();
    }

    private static Optional<WireResponse> unchangeable(String member) {
        return BodyRules.invalid("The property '" + member + "' cannot be changed.", member);
    }

    private static Set<String> identities(Doc document) {
        return document.object("identity.userAssignedIdentities").keySet().stream()
                .map(World::canonical)
                .collect(Collectors.toSet());
    }

    private static boolean same(Doc stored, Doc body, String member) {
        return stored.text(member).orElse("").equalsIgnoreCase(body.text(member).orElse(""));
    }
}
