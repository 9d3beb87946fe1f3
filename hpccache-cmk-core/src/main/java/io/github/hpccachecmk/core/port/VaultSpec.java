package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultNetwork;
import java.util.Map;

/**
 * A vault to be made, with soft delete and purge protection on and nobody's access in it.
 *
 * @param id which
 * @param location the region
 * @param tenant whose identities use it
 * @param accessModel how access is given
 * @param retentionDays how long deleted things stay
 * @param network who can reach it
 * @param premium whether of the premium tier, which alone holds keys in hardware
 * @param tags its tags
 */
public record VaultSpec(
        VaultId id,
        String location,
        TenantId tenant,
        AccessModel accessModel,
        int retentionDays,
        VaultNetwork network,
        boolean premium,
        Map<String, String> tags) {}
