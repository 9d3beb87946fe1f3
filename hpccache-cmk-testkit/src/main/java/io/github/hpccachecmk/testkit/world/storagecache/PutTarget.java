package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.AsyncOperation;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Handler;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.Table;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.IdentityState;
import io.github.hpccachecmk.testkit.world.access.PrincipalReplicated;
import java.util.Optional;

/**
 * PUT of a cache or file system: create, or change what exists. Always answered 201 with {@code Azure-AsyncOperation} and
 * without {@code Location}: seen in recorded traffic of Azure/azure-sdk-for-net, azure-powershell and
 * azure-cli-extensions, for an existing file system too.
 */
record PutTarget(Kind kind) implements Handler {
    @Override
    public Step handle(World world, Call call) {
        Doc body = call.body();
        Optional<Resource> existing = world.resource(call.id());
        Optional<WireResponse> refusal = retirement(world, existing)
                .or(() -> BodyRules.check(world, call, kind, body))
                .or(() -> linkedSubnet(call, body))
                .or(() -> IdentityRules.check(world, call, kind, body))
                .or(() -> KeyRules.check(
                        world, call, kind, body, body.text("location").orElse("")))
                .or(() -> keyNeedsIdentity(body));
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        return existing.isPresent() ? change(world, call, existing.get(), body) : create(world, call, body);
    }

    /** Words from Microsoft's retirement of Azure HPC Cache; the end of the real message is left out. */
    private Optional<WireResponse> retirement(World world, Optional<Resource> existing) {
        boolean isRefused = kind == Kind.CACHE && world.settings().hpcCacheRetired() && existing.isEmpty();
        return isRefused
                ? Optional.of(ArmErrors.of(
                        409,
                        "OperationNotAllowed",
                        "Unable to create HPC Cache due to product retirement. Use Azure Managed Lustre instead. If you"
                                + " have received this message in error, please open a support ticket."))
                : Optional.empty();
    }

    private Optional<WireResponse> linkedSubnet(Call call, Doc body) {
        return call.missingLinkedRight(
                "Microsoft.Network/virtualNetworks/subnets/join/action",
                body.text("properties." + kind.subnetMember()).orElse(""));
    }

    private static Optional<WireResponse> keyNeedsIdentity(Doc body) {
        return Encryption.keyUrl(body).isPresent() && IdentityRules.parts(body).isEmpty()
                ? BodyRules.invalid("Customer-managed keys need an identity.", "identity")
                : Optional.empty();
    }

    private Step create(World world, Call call, Doc body) {
        Optional<WireResponse> quota = Skus.quota(
                world, call.param("subscription"), body.text("location").orElse(""), kind);
        if (quota.isPresent() && call.on(world, Behaviour.QUOTA_CHECKED_AT_CREATE)) {
            return Step.of(world, quota.get());
        }
        World next = world.next();
        Doc stored = StoredDocument.of(next, call, kind, body, true);
        boolean isSystemAssigned = IdentityRules.parts(body).contains("SystemAssigned");
        String principal = isSystemAssigned ? next.guid("principal " + World.canonical(call.id())) : "";
        boolean isVisible = call.on(world, Behaviour.PRINCIPAL_IN_CREATE_ANSWER);
        TargetState state = new TargetState(
                kind,
                Phase.ALLOCATING,
                principal,
                isVisible,
                userPrincipals(world, body),
                call.now(),
                call.caller().name(),
                call.now(),
                call.caller().name(),
                call.requestId(),
                false,
                "");
        Resource resource = new Resource(call.id(), stored, state);
        next = next.with(resource);
        if (isSystemAssigned) {
            next = PrincipalReplicated.begin(next, principal, call.now());
            next = isVisible ? next : schedule(next, call, Change.IDENTITY_APPEARS);
        }
        return answer(begin(next, call), call, resource);
    }

    private World begin(World world, Call call) {
        World next = world.with(AsyncOperation.begin(call.requestId(), World.canonical(call.id()), call.now()));
        boolean canWait = kind == Kind.CACHE && Encryption.keyUrl(call.body()).isPresent();
        next = canWait ? schedule(next, call, Change.AUTHORIZATION_DEADLINE) : next;
        next = schedule(next, call, Change.KEY_FIRST_TRIED);
        return schedule(next, call, Change.CACHE_ALLOCATED);
    }

    private static World schedule(World world, Call call, Change change) {
        return Lifecycle.schedule(world, change, call.id(), call.now());
    }

    private static Table<String, String> userPrincipals(World world, Doc body) {
        Table<String, String> principals = Table.empty();
        for (String id : body.object("identity.userAssignedIdentities").keySet()) {
            String principal = world.state(id, IdentityState.class)
                    .map(IdentityState::principalId)
                    .orElse("");
            principals = principals.with(World.canonical(id), principal);
        }
        return principals;
    }

    private Step change(World world, Call call, Resource existing, Doc body) {
        Optional<WireResponse> refusal = ChangeRules.put(world, call, existing, body);
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        TargetState state = ((TargetState) existing.state())
                .modified(call.now(), call.caller().name());
        Doc stored = StoredDocument.of(world, call, kind, body, false);
        if (state.phase() == Phase.FAILED) {
            return again(world, call, existing, state, stored);
        }
        Optional<WireResponse> keyRefusal = KeyChange.refusal(world, call, existing, stored);
        if (keyRefusal.isPresent()) {
            return Step.of(world, keyRefusal.get());
        }
        Doc converged = KeyChange.withFlagReset(world, call, existing.document(), stored);
        Resource changed =
                new Resource(existing.id(), converged, state.withUpdating(true).withOperation(call.requestId()));
        World next = world.next()
                .with(changed)
                .with(AsyncOperation.begin(call.requestId(), World.canonical(call.id()), call.now()));
        return answer(schedule(next, call, Change.RESOURCE_UPDATED), call, changed);
    }

    /** A PUT over a failed resource: the article says that a cache cannot be fixed; for a file system it is inferred. */
    private Step again(World world, Call call, Resource existing, TargetState state, Doc stored) {
        if (kind == Kind.CACHE && call.on(world, Behaviour.FAILED_CACHE_REFUSES_PUT)) {
            return Step.of(
                    world,
                    ArmErrors.of(
                            409,
                            "Conflict",
                            "The cache '" + call.id() + "' has failed. It has to be re-created, it cannot be fixed."));
        }
        boolean isHealed = kind == Kind.CACHE || call.on(world, Behaviour.FAILED_FILE_SYSTEM_HEALED_BY_PUT);
        TargetState restarted = state.with(isHealed ? Phase.DEPLOYING : Phase.FAILED)
                .withOperation(call.requestId())
                .withFailure(isHealed ? "" : state.failure());
        Resource changed = new Resource(existing.id(), stored, restarted);
        World next = world.next().with(changed);
        if (isHealed) {
            return answer(begin(next, call), call, changed);
        }
        AsyncOperation operation = AsyncOperation.begin(call.requestId(), World.canonical(call.id()), call.now());
        return answer(next.with(operation.fail(call.now(), "AscInternalError", state.failure())), call, changed);
    }

    private Step answer(World next, Call call, Resource resource) {
        Doc shown = new TargetView(next, call.apiVersion(), call.decisions()).show(resource, call.param("group"));
        return Step.of(
                next,
                OperationUrls.withAsyncHeader(
                        WireResponse.of(201, shown),
                        call,
                        resource.document().text("location").orElse(""),
                        call.requestId()));
    }
}
