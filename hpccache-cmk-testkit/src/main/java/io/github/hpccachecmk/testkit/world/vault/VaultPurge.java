package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.AsyncOperation;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.SystemData;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Optional;

/**
 * A deleted vault goes for good: 202 with Location and Retry-After, then polls; headers and bodies as seen in recorded
 * traffic of Azure/azure-sdk-for-python azure-mgmt-keyvault tests.
 */
final class VaultPurge {
    private VaultPurge() {}

    static Step purge(World world, Call call) {
        String id = call.target();
        Optional<Resource> deleted = world.resource(id)
                .filter(resource -> resource.state() instanceof DeletedVaultState)
                .filter(resource -> Vaults.isStillThere(resource, call.now()));
        if (deleted.isEmpty() || !(deleted.get().state() instanceof DeletedVaultState state)) {
            return Step.of(world, DeletedVaults.notFound(call));
        }
        if (VaultDocuments.isPurgeProtected(state.vault())) {
            return Step.of(
                    world, ArmErrors.of(405, "MethodNotAllowed", "Operation 'DeletedVaultPurge' is not allowed."));
        }
        String subject = World.canonical(id);
        World begun = world.with(AsyncOperation.begin(call.requestId(), subject, call.now()))
                .schedule(new VaultPurged(subject, call.requestId()), call.now());
        return Step.of(begun, withHeaders(WireResponse.empty(202), call, call.requestId()));
    }

    static Step status(World world, Call call) {
        String id = call.param("operation");
        Optional<AsyncOperation> found = world.operation(id);
        if (found.isEmpty()) {
            return Step.of(
                    world, ArmErrors.of(404, "OperationNotFound", "The operation '" + id + "' could not be found."));
        }
        AsyncOperation operation = found.get();
        Doc created = Doc.of("createdDateTime", SystemData.time(operation.started()));
        return Step.of(
                world,
                operation
                        .ended()
                        .map(end -> WireResponse.of(
                                200,
                                created.with("lastActionDateTime", SystemData.time(end))
                                        .with("status", operation.status())))
                        .orElseGet(() ->
                                withHeaders(WireResponse.of(202, created.with("status", "NotStarted")), call, id)));
    }

    private static WireResponse withHeaders(WireResponse response, Call call, String operation) {
        return response.withHeader(
                        "Location",
                        "https://" + WireRequest.ARM_HOST + "/subscriptions/" + call.param("subscription")
                                + "/providers/Microsoft.KeyVault/locations/" + call.param("location")
                                + "/operationResults/" + operation + "?api-version=" + call.apiVersion())
                .withHeader("Retry-After", "5");
    }
}
