package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Handler;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;

/**
 * A handler whose answers carry the provider's own headers: who served, and the provider's counter. Counters as seen in
 * recorded traffic of Azure/azure-powershell, 2023; they stand still here, since no recording shows what an empty one
 * does. Calls of amlFilesystems carry none.
 *
 * @param handler what answers
 * @param counter name and value; empty for none
 */
record Counted(Handler handler, String counter) implements Handler {
    static final String OPERATION_STATUS = "GetOperationStatus1Min;239";
    static final String WRITE = "CreateOrUpdateCache1Min;59";
    static final String GET = "GetCache1Min;114";
    static final String LIST = "ListCaches1Min;119";
    static final String USAGES = "ListUsages1Min;119";
    static final String FLUSH = "FlushCache5Min;59";
    static final String START_OR_STOP = "StartOrStopCache1Min;59";
    static final String NONE = "";

    @Override
    public Step handle(World world, Call call) {
        Step step = handler.handle(world, call);
        WireResponse response = step.response();
        if (response.header(ArmErrors.FAILURE_CAUSE).isPresent()) {
            return step;
        }
        WireResponse served = response.withHeader("x-ms-served-by", "fa4e0000-5e7e-4000-8000-000000000001");
        return Step.of(
                step.world(),
                counter.isEmpty()
                        ? served
                        : served.withHeader("x-ms-ratelimit-remaining-resource", "Microsoft.Compute/" + counter));
    }
}
