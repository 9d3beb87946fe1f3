package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Effects;
import io.github.hpccachecmk.testkit.world.Paging;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.SystemData;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Vaults on the control plane: read, list, make, change. */
final class VaultHandlers {
    private static final int LARGEST_PAGE = 1000;
    private static final String RBAC_BY_DEFAULT_SINCE = "2026-02-01";

    private VaultHandlers() {}

    static Step get(World world, Call call) {
        return Step.of(
                world,
                Vaults.named(world, call)
                        .map(vault -> WireResponse.of(200, VaultDocuments.read(world, vault)))
                        .orElseGet(() -> VaultErrors.notFound(call)));
    }

    static Step listByGroup(World world, Call call) {
        return list(
                world, call, "/subscriptions/" + call.param("subscription") + "/resourceGroups/" + call.param("group"));
    }

    static Step listBySubscription(World world, Call call) {
        return list(world, call, "/subscriptions/" + call.param("subscription"));
    }

    private static Step list(World world, Call call, String scope) {
        List<Doc> vaults = world.below(scope, VaultDocuments.TYPE)
                .map(vault -> VaultDocuments.read(world, vault))
                .toList();
        return Step.of(world, Paging.page(call, vaults, "$top", LARGEST_PAGE));
    }

    static Step put(World world, Call call) {
        Optional<Resource> existing = Vaults.named(world, call);
        Optional<WireResponse> refusal = VaultBody.refusePut(call.body())
                .or(() -> VaultBody.refuseValues(call.body()))
                .or(() -> refusePolicies(world, call, call.body()));
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        if (existing.isPresent()) {
            return replace(world, call, existing.get());
        }
        return VaultBody.isRecover(call.body()) ? DeletedVaults.recover(world, call) : create(world, call);
    }

    private static Step create(World world, Call call) {
        String name = call.param("vault");
        if (!VaultErrors.isLegalName(name)) {
            return Step.of(world, ArmErrors.of(400, "VaultNameNotValid", VaultErrors.illegalNameText(name)));
        }
        if (Vaults.byName(world, name).isPresent()) {
            return Step.of(world, VaultErrors.nameInUse(name));
        }
        if (Vaults.deleted(world, name, call.now()).isPresent()) {
            return Step.of(world, VaultErrors.nameHeldByDeleted());
        }
        boolean isRbacByDefault = call.apiVersion().compareTo(RBAC_BY_DEFAULT_SINCE) >= 0
                && call.on(world, Behaviour.NEW_VAULT_DEFAULTS_TO_RBAC);
        Doc document = VaultBody.create(call.body(), isRbacByDefault)
                .withAt("properties.provisioningState", VaultDocuments.REGISTERING)
                .with("systemData", SystemData.created(call));
        Optional<WireResponse> refusal = VaultBody.refuseResult(document);
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        Resource vault = new Resource(Vaults.id(call), document, VaultState.fresh());
        World made = PolicyEffective.begin(world.with(vault), Doc.empty(), vault, call);
        Doc answer = VaultDocuments.written(world, vault);
        return Step.of(
                Effects.begin(made, new VaultRegistered(World.canonical(vault.id())), call.now(), call.decisions()),
                WireResponse.of(200, answer));
    }

    private static Step replace(World world, Call call, Resource vault) {
        String asked = VaultBody.location(call.body());
        String actual = VaultBody.location(vault.document());
        if (!asked.equals(actual)) {
            return Step.of(world, ArmErrors.locationDiffers(vault.name(), call.param("group"), actual, asked));
        }
        Doc changed = VaultBody.replace(
                vault.document(), call.body(), call.on(world, Behaviour.VAULT_PUT_KEEPS_ACCESS_MODEL));
        Step step = change(world, call, vault, changed);
        return step.response().isSuccess()
                ? Step.of(
                        step.world(),
                        WireResponse.of(
                                200,
                                VaultDocuments.written(
                                        world, Vaults.named(step.world(), call).orElse(vault))))
                : step;
    }

    static Step patch(World world, Call call) {
        Optional<Resource> existing = Vaults.named(world, call);
        if (existing.isEmpty()) {
            return Step.of(world, VaultErrors.notFound(call));
        }
        Optional<WireResponse> refusal =
                VaultBody.refuseValues(call.body()).or(() -> refusePolicies(world, call, call.body()));
        return refusal.isPresent()
                ? Step.of(world, refusal.get())
                : change(
                        world,
                        call,
                        existing.get(),
                        VaultBody.merge(existing.get().document(), call.body()));
    }

    /** Puts a changed document in a vault's place, as every write of an existing vault does. */
    static Step change(World world, Call call, Resource vault, Doc changed) {
        Optional<WireResponse> refusal = refuseOverlap(world, call, vault)
                .or(() -> VaultBody.refuseChange(vault.document(), call.body()))
                .or(() -> VaultBody.refuseResult(changed));
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        Resource after = vault.with(
                changed.with("systemData", SystemData.modified(vault.document().object("systemData"), call)));
        World written = PolicyEffective.begin(world.with(after), vault.document(), after, call);
        return Step.of(written, WireResponse.of(200, VaultDocuments.read(world, after)));
    }

    /** What is wrong with the access policies of a body, in a PUT, PATCH or sub-operation. */
    static Optional<WireResponse> refusePolicies(World world, Call call, Doc body) {
        List<?> entries = body.list("properties.accessPolicies");
        Optional<String> complaint = AccessPolicies.complaint(entries);
        if (complaint.isPresent()) {
            return complaint.map(VaultErrors::badRequest);
        }
        if (entries.size() > AccessPolicies.MOST_PER_VAULT) {
            return Optional.of(VaultErrors.tooManyPolicies(AccessPolicies.MOST_PER_VAULT));
        }
        List<Doc> policies = body.objects("properties.accessPolicies");
        for (int i = 0; i < policies.size(); i++) {
            String objectId = policies.get(i).text("objectId").orElse("");
            boolean isUnreplicated = world.principal(objectId)
                    .filter(principal -> !principal.isReplicated())
                    .isPresent();
            if (isUnreplicated && call.on(world, Behaviour.ACCESS_POLICY_CHECKS_DIRECTORY)) {
                return Optional.of(VaultErrors.badRequest(
                        "Invalid value found at accessPolicies[" + i + "].ObjectId: " + objectId));
            }
        }
        return Optional.empty();
    }

    private static Optional<WireResponse> refuseOverlap(World world, Call call, Resource vault) {
        return call.on(world, Behaviour.VAULT_WRITES_OVERLAP)
                        && vault.document()
                                .text("systemData.lastModifiedAt")
                                .map(Instant::parse)
                                .filter(last -> last.plus(1, ChronoUnit.SECONDS).isAfter(call.now()))
                                .isPresent()
                ? Optional.of(VaultErrors.overlappingWrite(vault.name()))
                : Optional.empty();
    }
}
