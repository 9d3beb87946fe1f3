package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What roles allow. Ids and actions from Microsoft's list of built-in roles. */
public final class RoleRights {
    /** Key Vault Crypto Service Encryption User. */
    public static final String CRYPTO_SERVICE_ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

    private static final Map<String, RightGrant> BUILT_IN = Map.of(
            CRYPTO_SERVICE_ENCRYPTION_USER,
            new RightGrant(
                    "/",
                    List.of(),
                    List.of(),
                    List.of(
                            "Microsoft.KeyVault/vaults/keys/read",
                            "Microsoft.KeyVault/vaults/keys/wrap/action",
                            "Microsoft.KeyVault/vaults/keys/unwrap/action"),
                    List.of()),
            "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
            new RightGrant("/", List.of(), List.of(), List.of("Microsoft.KeyVault/vaults/keys/*"), List.of()),
            "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
            RightGrant.actions("/", "*"));

    private RoleRights() {}

    /** The rights that effective assignments give a principal. */
    public static Stream<RightGrant> of(World world, String principalId) {
        return world.resources(RoleAssignmentState.class)
                .map(resource -> (RoleAssignmentState) resource.state())
                .filter(state -> state.isEffective() && state.principalId().equalsIgnoreCase(principalId))
                .flatMap(state -> Stream.ofNullable(BUILT_IN.get(state.roleId()))
                        .map(role -> new RightGrant(
                                state.scope(),
                                role.actions(),
                                role.notActions(),
                                role.dataActions(),
                                role.notDataActions())));
    }
}
