package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A vault as one answer showed it. Switches that Azure leaves out when they were never set are empty here.
 *
 * @param id which vault, in the answer's spelling
 * @param location the region, as answered
 * @param tenant the vault's tenant
 * @param uri {@code vaultUri}, as answered
 * @param skuName {@code standard} or {@code premium}
 * @param softDelete {@code enableSoftDelete}
 * @param purgeProtection {@code enablePurgeProtection}
 * @param retentionDays {@code softDeleteRetentionInDays}
 * @param accessModel by {@code enableRbacAuthorization}; a missing member means access policies
 * @param accessPolicies the entries, as far as keys go
 * @param publicNetworkAccess {@code publicNetworkAccess}, as answered
 * @param networkDefaultAction {@code networkAcls.defaultAction}
 * @param networkBypass {@code networkAcls.bypass}
 * @param provisioningState as answered
 * @param createdAt {@code systemData.createdAt}
 * @param lastModifiedAt {@code systemData.lastModifiedAt}; an access-policy entry carries no time of its own, and is at least
 *     as old as this
 * @param tags its tags, as answered
 */
public record VaultSnapshot(
        VaultId id,
        String location,
        Optional<TenantId> tenant,
        Optional<String> uri,
        Optional<String> skuName,
        Optional<Boolean> softDelete,
        Optional<Boolean> purgeProtection,
        OptionalInt retentionDays,
        AccessModel accessModel,
        List<AccessPolicy> accessPolicies,
        Optional<String> publicNetworkAccess,
        Optional<String> networkDefaultAction,
        Optional<String> networkBypass,
        Optional<String> provisioningState,
        Optional<Instant> createdAt,
        Optional<Instant> lastModifiedAt,
        Map<String, String> tags) {
    /** The same vault with other access policies. */
    public VaultSnapshot withAccessPolicies(List<AccessPolicy> policies) {
        return with(softDelete, purgeProtection, policies);
    }

    /** The same vault with soft delete and purge protection on. */
    public VaultSnapshot withProtectionOn() {
        return with(Optional.of(true), Optional.of(true), accessPolicies);
    }

    private VaultSnapshot with(Optional<Boolean> soft, Optional<Boolean> purge, List<AccessPolicy> policies) {
        return new VaultSnapshot(
                id,
                location,
                tenant,
                uri,
                skuName,
                soft,
                purge,
                retentionDays,
                accessModel,
                policies,
                publicNetworkAccess,
                networkDefaultAction,
                networkBypass,
                provisioningState,
                createdAt,
                lastModifiedAt,
                tags);
    }
}
