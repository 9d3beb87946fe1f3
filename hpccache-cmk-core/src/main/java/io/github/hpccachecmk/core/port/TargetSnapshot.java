package io.github.hpccachecmk.core.port;

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

/**
 * A cache or file system as one answer showed it. An empty member was not in the answer: unknown, not absent.
 *
 * @param id which resource, in the answer's spelling
 * @param location the region, as answered
 * @param sku the SKU's name
 * @param identityType {@code identity.type}, as answered ({@code None} or missing: empty)
 * @param principal the system-assigned identity's principal
 * @param tenant the identity's tenant
 * @param userAssigned the user-assigned identities
 * @param encryption the key; empty for a resource without customer-managed key
 * @param provisioningState {@code properties.provisioningState}
 * @param health {@code properties.health.state}
 * @param healthText {@code properties.health.statusDescription}
 * @param conditions the messages of {@code properties.health.conditions}
 * @param createdAt {@code systemData.createdAt}
 * @param createdBy {@code systemData.createdBy}
 * @param lastModifiedAt {@code systemData.lastModifiedAt}: the time of the last PUT or PATCH
 * @param tags the tags
 * @param document the whole answer, unknown members included
 */
public record TargetSnapshot(
        TargetId id,
        Optional<String> location,
        Optional<String> sku,
        Optional<String> identityType,
        Optional<PrincipalId> principal,
        Optional<TenantId> tenant,
        List<UserAssignedIdentityId> userAssigned,
        Optional<EncryptionSettings> encryption,
        Optional<ProvisioningState> provisioningState,
        Optional<HealthState> health,
        Optional<String> healthText,
        List<String> conditions,
        Optional<Instant> createdAt,
        Optional<String> createdBy,
        Optional<Instant> lastModifiedAt,
        Map<String, String> tags,
        Map<String, Object> document) {}
