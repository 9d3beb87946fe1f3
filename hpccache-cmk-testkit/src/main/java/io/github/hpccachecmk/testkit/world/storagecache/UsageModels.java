package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;

/** How caches can treat NFS targets. Names and type as in recorded traffic of 2023, texts from the REST specification. */
final class UsageModels {
    private static final Doc LIST = Doc.of(
            "value",
            List.of(
                    model(
                            "READ_ONLY",
                            "Read only, with a default verification timer of 30 seconds. Verification timer has a minimum"
                                    + " value of 1 and maximum value of 31536000. Write-back timer must have value of 0 or"
                                    + " be null."),
                    model(
                            "READ_WRITE",
                            "Read-write, with a default verification timer of 8 hours and default write-back timer of 1"
                                    + " hour. Verification timer and write-back timer have a minimum value of 1 and maximum"
                                    + " value of 31536000.")));

    private UsageModels() {}

    static Step list(World world, Call call) {
        return Step.of(world, WireResponse.of(200, LIST));
    }

    private static Doc model(String name, String description) {
        return Doc.of("modelName", name, "targetType", "Nfs", "display", Doc.of("description", description));
    }
}
