package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.AsyncOperation;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Optional;

/** DELETE of a resource group: 202 with Location, polled until 200, as the REST specification of Microsoft.Resources says. */
final class GroupDeletion {
    private static final String SECONDS_BETWEEN_POLLS = "15";

    private GroupDeletion() {}

    static Step delete(World world, Call call) {
        Optional<Resource> group = world.resource(call.id());
        if (group.isEmpty()) {
            return Step.of(world, ArmErrors.resourceGroupNotFound(call.param("group")));
        }
        String subject = World.canonical(call.id());
        World marked = world.with(group.get().with(group.get().document().withAt(Places.GROUP_STATE, Places.DELETING)));
        World begun = marked.with(AsyncOperation.begin(call.requestId(), subject, call.now()))
                .schedule(new GroupDeleted(subject, call.requestId()), call.now());
        return Step.of(begun, accepted(call, call.requestId()));
    }

    static Step status(World world, Call call) {
        String id = call.param("operation");
        return Step.of(
                world,
                world.operation(id)
                        .map(operation -> operation.isRunning() ? accepted(call, id) : WireResponse.empty(200))
                        .orElseGet(() -> ArmErrors.gateway(
                                404, "OperationNotFound", "The operation '" + id + "' could not be found.")));
    }

    private static WireResponse accepted(Call call, String operation) {
        return WireResponse.empty(202)
                .withHeader(
                        "Location",
                        "https://" + WireRequest.ARM_HOST + "/subscriptions/" + call.param("subscription")
                                + "/operationresults/" + operation + "?api-version=" + call.apiVersion())
                .withHeader("Retry-After", SECONDS_BETWEEN_POLLS);
    }
}
