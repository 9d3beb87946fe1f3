package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.ApiVersions;
import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Handler;
import io.github.hpccachecmk.testkit.world.Reaction;
import io.github.hpccachecmk.testkit.world.Route;
import io.github.hpccachecmk.testkit.world.Step;
import java.util.ArrayList;
import java.util.List;

/** The rows of Key Vault: Microsoft.KeyVault on the control plane, keys on the data plane. */
public final class VaultRoutes {
    private static final ApiVersions VERSIONS = ApiVersions.of(
            "Microsoft.KeyVault",
            "vaults",
            "2022-07-01",
            "2022-11-01",
            "2023-02-01",
            "2023-07-01",
            "2024-11-01",
            "2025-05-01",
            "2026-02-01");

    private static final String PROVIDER = "/subscriptions/{subscription}/providers/Microsoft.KeyVault";
    private static final String VAULTS =
            "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.KeyVault/vaults";
    private static final String VAULT = VAULTS + "/{vault}";
    private static final String RIGHT = "Microsoft.KeyVault/";

    private static final String PYTHON = "Azure/azure-sdk-for-python azure-mgmt-keyvault tests, 2023";
    private static final String GO = "Azure/azure-sdk-for-go armkeyvault tests, 2022";

    private VaultRoutes() {}

    /** The rows. */
    public static List<Route> rows() {
        List<Route> rows = new ArrayList<>();
        rows.addAll(vaults());
        rows.addAll(accessPolicies());
        rows.addAll(deletedVaults());
        rows.addAll(keys());
        rows.addAll(DataRoutes.rows());
        return rows.stream().map(VaultRoutes::signed).toList();
    }

    /** What vaults do by themselves. */
    public static List<Reaction> reactions() {
        return List.of();
    }

    /** Whatever the provider answers itself carries its version: seen in recorded traffic. */
    private static Route signed(Route row) {
        Handler handler = row.path().toString().startsWith(VAULT) ? Failover.guarded(row.handler()) : row.handler();
        return row.with((world, call) -> {
            Step step = handler.handle(world, call);
            return step.response().header(ArmErrors.FAILURE_CAUSE).isPresent()
                    ? step
                    : Step.of(step.world(), step.response().withHeader("x-ms-keyvault-service-version", "2.0.0.0"));
        });
    }

    private static List<Route> vaults() {
        return List.of(
                Route.read(VAULT, "GET_VAULT", RIGHT + "vaults/read", VERSIONS, VaultHandlers::get)
                        .observed(PYTHON),
                Route.read(VAULTS, "LIST_VAULTS", RIGHT + "vaults/read", VERSIONS, VaultHandlers::listByGroup),
                Route.read(
                        PROVIDER + "/vaults",
                        "LIST_VAULTS_OF_SUBSCRIPTION",
                        RIGHT + "vaults/read",
                        VERSIONS,
                        VaultHandlers::listBySubscription),
                Route.write("PUT", VAULT, "PUT_VAULT", RIGHT + "vaults/write", VERSIONS, VaultHandlers::put)
                        .observed(PYTHON),
                Route.write("PATCH", VAULT, "PROTECT_VAULT", RIGHT + "vaults/write", VERSIONS, VaultHandlers::patch)
                        .observed(GO),
                Route.delete(VAULT, "DELETE_VAULT", RIGHT + "vaults/delete", VERSIONS, DeletedVaults::delete));
    }

    private static List<Route> accessPolicies() {
        ApiVersions versions = VERSIONS.forType("vaults/accessPolicies");
        String right = RIGHT + "vaults/accessPolicies/write";
        return List.of(
                Route.write(
                                "PUT",
                                VAULT + "/accessPolicies/add",
                                "ADD_ACCESS_POLICY",
                                right,
                                versions,
                                AccessPolicyHandlers.add())
                        .observed(GO),
                Route.write(
                        "PUT",
                        VAULT + "/accessPolicies/replace",
                        "REPLACE_ACCESS_POLICY",
                        right,
                        versions,
                        AccessPolicyHandlers.replace()),
                Route.write(
                        "PUT",
                        VAULT + "/accessPolicies/remove",
                        "REMOVE_ACCESS_POLICY",
                        right,
                        versions,
                        AccessPolicyHandlers.remove()));
    }

    private static List<Route> deletedVaults() {
        ApiVersions versions = VERSIONS.forType("deletedVaults");
        return List.of(
                Route.read(
                                PROVIDER + "/locations/{location}/deletedVaults/{vault}",
                                "GET_DELETED_VAULT",
                                RIGHT + "locations/deletedVaults/read",
                                versions,
                                DeletedVaults::get)
                        .observed(PYTHON),
                Route.read(
                                PROVIDER + "/deletedVaults",
                                "LIST_DELETED_VAULTS",
                                RIGHT + "deletedVaults/read",
                                versions,
                                DeletedVaults::list)
                        .observed(GO),
                Route.action(
                                PROVIDER + "/locations/{location}/deletedVaults/{vault}/purge",
                                "PURGE_VAULT",
                                RIGHT + "locations/deletedVaults/purge/action",
                                versions,
                                VaultPurge::purge)
                        .observed(PYTHON),
                Route.read(
                                PROVIDER + "/locations/{location}/operationResults/{operation}",
                                "GET_VAULT_OPERATION",
                                RIGHT + "locations/operationResults/read",
                                VERSIONS.forType("locations/operationResults"),
                                VaultPurge::status)
                        .observed(PYTHON),
                Route.query(
                                PROVIDER + "/checkNameAvailability",
                                "CHECK_VAULT_NAME",
                                RIGHT + "checkNameAvailability/read",
                                VERSIONS.forType("checkNameAvailability"),
                                DeletedVaults::checkName)
                        .observed(GO));
    }

    private static List<Route> keys() {
        ApiVersions versions = VERSIONS.forType("vaults/keys");
        String key = VAULT + "/keys/{key}";
        return List.of(
                Route.read(key, "GET_KEY", RIGHT + "vaults/keys/read", versions, KeyHandlers::get)
                        .observed(GO),
                Route.read(VAULT + "/keys", "LIST_KEYS", RIGHT + "vaults/keys/read", versions, KeyHandlers::list)
                        .observed(GO),
                Route.write("PUT", key, "PUT_KEY", RIGHT + "vaults/keys/write", versions, KeyHandlers::put)
                        .observed(GO),
                Route.read(
                                key + "/versions",
                                "LIST_KEY_VERSIONS",
                                RIGHT + "vaults/keys/versions/read",
                                versions.forType("vaults/keys/versions"),
                                KeyHandlers::listVersions)
                        .observed(GO),
                Route.read(
                        key + "/versions/{version}",
                        "GET_KEY_VERSION",
                        RIGHT + "vaults/keys/versions/read",
                        versions.forType("vaults/keys/versions"),
                        KeyHandlers::getVersion));
    }
}
