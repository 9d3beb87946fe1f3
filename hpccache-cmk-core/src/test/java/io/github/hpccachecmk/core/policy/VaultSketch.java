package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A vault with nothing wrong, to be changed in one member. */
final class VaultSketch {
    String location = "eastus";
    Optional<TenantId> tenant = Optional.of(Given.TENANT);
    Optional<String> uri = Optional.of("https://contoso-cmk.vault.azure.net/");
    Optional<String> sku = Optional.of("standard");
    Optional<Boolean> softDelete = Optional.of(true);
    Optional<Boolean> purgeProtection = Optional.of(true);
    OptionalInt retentionDays = OptionalInt.of(30);
    AccessModel model = AccessModel.ACCESS_POLICY;
    List<AccessPolicy> policies = List.of();
    Optional<String> publicAccess = Optional.of("Enabled");
    Optional<String> defaultAction = Optional.empty();
    Optional<String> bypass = Optional.empty();
    Optional<String> state = Optional.of("Succeeded");

    static VaultSnapshot good() {
        return vault(sketch -> {});
    }

    static VaultSnapshot vault(Consumer<VaultSketch> change) {
        var sketch = new VaultSketch();
        change.accept(sketch);
        return new VaultSnapshot(
                Given.VAULT,
                sketch.location,
                sketch.tenant,
                sketch.uri,
                sketch.sku,
                sketch.softDelete,
                sketch.purgeProtection,
                sketch.retentionDays,
                sketch.model,
                sketch.policies,
                sketch.publicAccess,
                sketch.defaultAction,
                sketch.bypass,
                sketch.state,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
