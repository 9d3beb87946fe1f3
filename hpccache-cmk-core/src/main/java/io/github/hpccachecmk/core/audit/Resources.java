package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.FactReader;
import io.github.hpccachecmk.core.inspect.Inspected;
import io.github.hpccachecmk.core.inspect.Inspections;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.inspection.IdentityAccess;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From a row of the inventory to what is known of its resource. The inventory lags: a resource that looks like trouble in it is read again
 * before anything is said. For one thread.
 */
final class Resources {
    private final Surroundings surroundings;
    private final FactReader reader;
    private final Inspections inspections;
    private final List<VaultId> vaults;

    Resources(Surroundings surroundings, FactReader reader, Inspections inspections, List<VaultId> vaults) {
        this.surroundings = surroundings;
        this.reader = reader;
        this.inspections = inspections;
        this.vaults = vaults;
    }

    /**
     * A resource with what is around it.
     *
     * @param seen what is known
     * @param wasRead whether the resource itself was read
     * @param failure why it could not be read again, though it looked like trouble
     */
    record Known(Inspected seen, boolean wasRead, Optional<RemoteFailure> failure) {}

    /** Empty for a resource that is in the inventory and nowhere else: it has been deleted since. */
    Optional<Known> look(TargetSnapshot row, Instant at) {
        var listed = surroundings.byInventory(Inspected.of(row, at, vaults));
        if (!looksLikeTrouble(listed)) {
            return Optional.of(new Known(listed, false, Optional.empty()));
        }
        var fact = reader.read(new FactKey.Target(row.id()));
        if (fact.failure().isPresent()) {
            return Optional.of(new Known(listed, false, fact.failure()));
        }
        return fact.value()
                .flatMap(found -> found)
                .map(found -> new Known(again(Inspected.of(found, fact.at(), vaults)), true, Optional.empty()));
    }

    /** One that waits has said so itself; whoever gives it access looks at vault and identity then. */
    private Inspected again(Inspected seen) {
        return seen.isWaiting() ? surroundings.byInventory(seen) : surroundings.byReads(seen);
    }

    private boolean looksLikeTrouble(Inspected seen) {
        return !seen.isHealthy()
                || inspections.access(seen).stream().anyMatch(access -> access.state() == IdentityAccess.State.ABSENT);
    }
}
