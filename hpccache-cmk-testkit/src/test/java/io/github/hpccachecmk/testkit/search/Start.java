package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a search starts.
 *
 * @param sketch what it is in short
 * @param world the world
 * @param now the time
 * @param requests what each orchestrator asks for
 * @param approved the plan that binds the first one
 * @param target the canonical id of the resource
 * @param vault the canonical id of the vault of the key
 * @param identity the canonical id of the user-assigned identity
 */
record Start(
        Sketch sketch,
        World world,
        Instant now,
        List<CmkRequest<EncryptedResource>> requests,
        Optional<Plan> approved,
        String target,
        String vault,
        String identity) {

    OperationOptions options(int actor) {
        return approved.filter(plan -> actor == 0)
                .map(OperationOptions::approved)
                .orElseGet(OperationOptions::defaults);
    }

    boolean isFileSystem() {
        return sketch.job() == Sketch.Job.FILE_SYSTEM;
    }
}
