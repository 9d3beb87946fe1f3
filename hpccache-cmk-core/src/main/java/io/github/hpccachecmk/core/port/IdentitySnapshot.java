package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import java.time.Instant;
import java.util.Optional;

/**
 * A user-assigned identity as one answer showed it.
 *
 * @param id which identity
 * @param principal its principal
 * @param tenant its tenant
 * @param createdAt {@code systemData.createdAt}
 */
public record IdentitySnapshot(
        UserAssignedIdentityId id, PrincipalId principal, TenantId tenant, Optional<Instant> createdAt) {}
