package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.TenantId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One entry of a vault's access policies, as far as keys go.
 *
 * @param tenant the principal's tenant
 * @param principal {@code objectId}
 * @param application the application id of a compound entry
 * @param keyPermissions in lower case
 * @param givesMore whether it holds rights on secrets, certificates or storage accounts besides
 */
public record AccessPolicy(
        TenantId tenant,
        PrincipalId principal,
        Optional<String> application,
        Set<String> keyPermissions,
        boolean givesMore) {
    /** Lower-cases the permissions. */
    public AccessPolicy {
        keyPermissions = keyPermissions.stream()
                .map(permission -> permission.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An entry for keys alone. */
    public AccessPolicy(
            TenantId tenant, PrincipalId principal, Optional<String> application, Set<String> keyPermissions) {
        this(tenant, principal, application, keyPermissions, false);
    }
}
