package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A cache that waits for its key, to be changed in one member. */
final class TargetSketch {
    TargetId id = Given.CACHE;
    Optional<String> location = Optional.of("East US");
    Optional<PrincipalId> principal = Optional.of(Given.PRINCIPAL);
    Optional<TenantId> tenant = Optional.of(Given.TENANT);
    List<UserAssignedIdentityId> identities = List.of();
    Optional<EncryptionSettings> encryption =
            Optional.of(new EncryptionSettings(Given.KEY, Optional.of(Given.VAULT), Optional.empty()));
    Optional<Instant> createdAt = Optional.of(Given.NOW.minusSeconds(600));

    static TargetSnapshot waiting() {
        return target(sketch -> {});
    }

    static TargetSnapshot target(Consumer<TargetSketch> change) {
        var sketch = new TargetSketch();
        change.accept(sketch);
        return new TargetSnapshot(
                sketch.id,
                sketch.location,
                Optional.of("Standard_2G"),
                Optional.of("SystemAssigned"),
                sketch.principal,
                sketch.tenant,
                sketch.identities,
                sketch.encryption,
                Optional.of(ProvisioningState.CREATING),
                Optional.of(HealthState.WAITING_FOR_KEY),
                Optional.empty(),
                List.of(),
                sketch.createdAt,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of());
    }
}
