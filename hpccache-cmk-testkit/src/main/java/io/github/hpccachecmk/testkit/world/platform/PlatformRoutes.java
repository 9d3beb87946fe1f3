package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.ApiVersions;
import io.github.hpccachecmk.testkit.world.Route;
import java.util.List;

/** The rows of subscriptions, resource groups, providers and subnets. */
public final class PlatformRoutes {
    private static final ApiVersions RESOURCES = ApiVersions.of(
            "Microsoft.Resources",
            "subscriptions",
            "2019-10-01",
            "2020-01-01",
            "2020-06-01",
            "2020-10-01",
            "2021-01-01",
            "2021-04-01",
            "2022-09-01",
            "2022-12-01",
            "2023-07-01",
            "2024-03-01",
            "2024-07-01",
            "2024-11-01",
            "2025-04-01");

    private static final ApiVersions NETWORK = ApiVersions.of(
            "Microsoft.Network",
            "virtualNetworks/subnets",
            "2020-11-01",
            "2021-08-01",
            "2022-07-01",
            "2023-04-01",
            "2023-09-01",
            "2023-11-01",
            "2024-01-01",
            "2024-03-01",
            "2024-05-01",
            "2024-07-01",
            "2024-10-01",
            "2025-01-01");

    private static final String SUBSCRIPTION = "/subscriptions/{subscription}";
    private static final String GROUPS = SUBSCRIPTION + "/resourceGroups";
    private static final String GROUP = GROUPS + "/{group}";
    private static final String PROVIDER = SUBSCRIPTION + "/providers/{namespace}";

    private PlatformRoutes() {}

    /** The rows. */
    public static List<Route> rows() {
        String right = "Microsoft.Resources/subscriptions/";
        ApiVersions groups = RESOURCES.forType("subscriptions/resourceGroups");
        ApiVersions providers = RESOURCES.forType("subscriptions/providers");
        return List.of(
                Route.read(SUBSCRIPTION, "GET_SUBSCRIPTION", right + "read", RESOURCES, GroupHandlers::subscription),
                Route.read(GROUPS, "LIST_GROUPS", right + "resourceGroups/read", groups, GroupHandlers::list),
                Route.read(GROUP, "GET_GROUP", right + "resourceGroups/read", groups, GroupHandlers::get),
                Route.write("PUT", GROUP, "PUT_GROUP", right + "resourceGroups/write", groups, GroupHandlers::put),
                Route.write(
                        "PATCH", GROUP, "UPDATE_GROUP", right + "resourceGroups/write", groups, GroupHandlers::patch),
                Route.delete(GROUP, "DELETE_GROUP", right + "resourceGroups/delete", groups, GroupDeletion::delete),
                Route.read(
                        SUBSCRIPTION + "/operationresults/{operation}",
                        "GET_GROUP_OPERATION",
                        right + "operationresults/read",
                        RESOURCES.forType("operationresults"),
                        GroupDeletion::status),
                Route.read(
                        SUBSCRIPTION + "/providers",
                        "LIST_PROVIDERS",
                        right + "providers/read",
                        providers,
                        ProviderHandlers::list),
                Route.read(PROVIDER, "GET_PROVIDER", right + "providers/read", providers, ProviderHandlers::get),
                Route.action(PROVIDER + "/register", "REGISTER_PROVIDER", "", providers, ProviderHandlers::register)
                        .observed("Azure/azure-powershell and azure-sdk-for-net tests, 2020 and 2021"),
                Route.action(
                        PROVIDER + "/unregister", "UNREGISTER_PROVIDER", "", providers, ProviderHandlers::unregister),
                Route.read(
                        GROUP + "/providers/Microsoft.Network/virtualNetworks/{network}/subnets/{subnet}",
                        "GET_SUBNET",
                        "Microsoft.Network/virtualNetworks/subnets/read",
                        NETWORK,
                        GroupHandlers::subnet));
    }
}
