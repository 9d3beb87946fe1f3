package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.AsyncOperation;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Handler;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Optional;

/**
 * PATCH of a cache or file system. Tags and maintenance window are answered 200 at once without an operation, a cache
 * without its addresses: seen in recorded traffic. A key change was never recorded.
 */
record PatchTarget(Kind kind) implements Handler {
    private static final List<String> FILE_SYSTEM_MEMBERS =
            List.of("encryptionSettings", "maintenanceWindow", "rootSquashSettings");

    @Override
    public Step handle(World world, Call call) {
        Optional<Resource> found = world.resource(call.id());
        if (found.isEmpty()) {
            return Step.of(world, ReadTargets.notFound(kind, call));
        }
        Resource existing = found.get();
        TargetState state = (TargetState) existing.state();
        Doc merged = merge(existing.document(), call.body());
        Optional<WireResponse> refusal = BodyRules.readOnly(world, call, call.body())
                .or(() -> unpatchable(call.body()))
                .or(() -> call.body().has("properties") ? ChangeRules.busy(world, call, state) : Optional.empty())
                .or(() -> encryption(world, call, existing, merged));
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        Doc stored = KeyChange.withFlagReset(world, call, existing.document(), merged);
        boolean isAtOnce =
                !call.body().has(Encryption.SETTINGS) || call.on(world, Behaviour.KEY_CHANGE_ANSWERED_AT_ONCE);
        return isAtOnce ? now(world, call, existing, stored) : later(world, call, existing, stored);
    }

    private static Doc merge(Doc stored, Doc body) {
        Doc merged = body.has("tags") ? stored.with("tags", body.member("tags")) : stored;
        return merged.with("properties", stored.object("properties").withAll(body.object("properties")));
    }

    private Optional<WireResponse> unpatchable(Doc body) {
        if (kind == Kind.CACHE) {
            return body.has("identity")
                    ? BodyRules.invalid("The identity of a cache cannot be changed.", "identity")
                    : Optional.empty();
        }
        return body.object("properties").keySet().stream()
                .filter(member -> FILE_SYSTEM_MEMBERS.stream().noneMatch(member::equalsIgnoreCase))
                .findFirst()
                .flatMap(member -> BodyRules.invalid("The member '" + member + "' cannot be patched.", member));
    }

    private Optional<WireResponse> encryption(World world, Call call, Resource existing, Doc merged) {
        if (!call.body().has(Encryption.SETTINGS)) {
            return Optional.empty();
        }
        return ChangeRules.encryption(existing.document(), merged)
                .or(() -> KeyRules.check(
                        world,
                        call,
                        kind,
                        merged,
                        existing.document().text("location").orElse("")))
                .or(() -> KeyChange.refusal(world, call, existing, merged));
    }

    private Step now(World world, Call call, Resource existing, Doc stored) {
        Resource changed = new Resource(
                existing.id(),
                stored,
                ((TargetState) existing.state())
                        .modified(call.now(), call.caller().name()));
        Doc shown = new TargetView(world, call.apiVersion(), call.decisions()).show(changed, call.param("group"));
        // Recorded: a GET one second later has the addresses again.
        Doc lacking =
                shown.withoutAt("properties.mountAddresses").withoutAt("properties.networkSettings.utilityAddresses");
        return Step.of(world.with(changed), WireResponse.of(200, lacking));
    }

    private Step later(World world, Call call, Resource existing, Doc stored) {
        TargetState state = ((TargetState) existing.state())
                .modified(call.now(), call.caller().name())
                .withUpdating(true)
                .withOperation(call.requestId());
        World next = world.next()
                .with(new Resource(existing.id(), stored, state))
                .with(AsyncOperation.begin(call.requestId(), World.canonical(call.id()), call.now()));
        return Step.of(
                Lifecycle.schedule(next, Change.RESOURCE_UPDATED, call.id(), call.now()),
                OperationUrls.withBothHeaders(
                        WireResponse.empty(202), call, stored.text("location").orElse(""), call.requestId()));
    }
}
