package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Handler;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** {@code accessPolicies/add}, {@code replace} and {@code remove}. */
final class AccessPolicyHandlers {
    private AccessPolicyHandlers() {}

    static Handler add() {
        return of(AccessPolicies::add);
    }

    static Handler replace() {
        return of(AccessPolicies::replace);
    }

    static Handler remove() {
        return of(AccessPolicies::remove);
    }

    private static Handler of(BinaryOperator<List<Doc>> operation) {
        return (world, call) -> handle(world, call, operation);
    }

    private static Step handle(World world, Call call, BinaryOperator<List<Doc>> operation) {
        Optional<Resource> vault = Vaults.named(world, call);
        if (vault.isEmpty()) {
            return Step.of(world, VaultErrors.notFound(call));
        }
        Optional<WireResponse> refusal = refuse(world, call);
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        List<Doc> policies = operation.apply(
                vault.get().document().objects("properties.accessPolicies"),
                call.body().objects("properties.accessPolicies"));
        if (policies.size() > AccessPolicies.MOST_PER_VAULT) {
            return Step.of(world, VaultErrors.tooManyPolicies(AccessPolicies.MOST_PER_VAULT));
        }
        Step step = VaultHandlers.change(
                world, call, vault.get(), vault.get().document().withAt("properties.accessPolicies", policies));
        return step.response().isSuccess()
                ? Step.of(step.world(), WireResponse.of(200, answer(vault.get(), policies)))
                : step;
    }

    private static Optional<WireResponse> refuse(World world, Call call) {
        if (!call.body().has("properties.accessPolicies")) {
            return Optional.of(VaultErrors.missing("accessPolicies"));
        }
        return call.body().list("properties.accessPolicies").size() > AccessPolicies.MOST_PER_CALL
                ? Optional.of(VaultErrors.tooManyPolicies(AccessPolicies.MOST_PER_CALL))
                : VaultHandlers.refusePolicies(world, call, call.body());
    }

    /** The id ends with a slash and there is no name: seen in recorded traffic of Azure/azure-sdk-for-go. */
    private static Doc answer(Resource vault, List<Doc> policies) {
        return Doc.of(
                "id", vault.id() + "/accessPolicies/",
                "type", VaultDocuments.TYPE + "/accessPolicies",
                "properties", Doc.of("accessPolicies", policies));
    }
}
