package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.ApiVersions;
import io.github.hpccachecmk.testkit.world.Route;
import java.util.List;

/** The rows of subscriptions, resource groups, providers and subnets: the REST specification of ARM and Network. */
public final class PlatformRoutes {
    private static final ApiVersions RESOURCES = ApiVersions.of(
            "Microsoft.Resources",
            "resourceGroups",
            "2016-06-01",
            "2018-05-01",
            "2019-10-01",
            "2020-06-01",
            "2020-10-01",
            "2021-01-01",
            "2021-04-01",
            "2022-09-01",
            "2024-03-01",
            "2024-07-01",
            "2025-04-01");
    private static final ApiVersions NETWORK = ApiVersions.of(
            "Microsoft.Network",
            "virtualNetworks/subnets",
            "2021-08-01",
            "2022-07-01",
            "2023-05-01",
            "2023-11-01",
            "2024-05-01",
            "2025-01-01");
    private static final String SUBSCRIPTION = "/subscriptions/{subscription}";
    private static final String GROUP = SUBSCRIPTION + "/resourceGroups/{group}";

    private PlatformRoutes() {}

    /** The rows. */
    public static List<Route> rows() {
        return List.of(
                Route.read(
                        SUBSCRIPTION,
                        "GET_SUBSCRIPTION",
                        "Microsoft.Resources/subscriptions/read",
                        RESOURCES.forType("subscriptions"),
                        Groups::subscription),
                Route.read(
                        SUBSCRIPTION + "/resourceGroups",
                        "LIST_GROUPS",
                        "Microsoft.Resources/subscriptions/resourceGroups/read",
                        RESOURCES,
                        Groups::list),
                Route.read(
                        GROUP,
                        "GET_GROUP",
                        "Microsoft.Resources/subscriptions/resourceGroups/read",
                        RESOURCES,
                        Groups::get),
                Route.write(
                        "PUT",
                        GROUP,
                        "PUT_GROUP",
                        "Microsoft.Resources/subscriptions/resourceGroups/write",
                        RESOURCES,
                        Groups::put),
                Route.read(
                        SUBSCRIPTION + "/providers",
                        "LIST_PROVIDERS",
                        "Microsoft.Resources/subscriptions/providers/read",
                        RESOURCES.forType("providers"),
                        Providers::list),
                Route.read(
                        SUBSCRIPTION + "/providers/{namespace}",
                        "GET_PROVIDER",
                        "Microsoft.Resources/subscriptions/providers/read",
                        RESOURCES.forType("providers"),
                        Providers::get),
                Route.action(
                        SUBSCRIPTION + "/providers/{namespace}/register",
                        "REGISTER_PROVIDER",
                        "",
                        RESOURCES.forType("providers"),
                        Providers::register),
                Route.read(
                        GROUP + "/providers/Microsoft.Network/virtualNetworks/{network}/subnets/{subnet}",
                        "GET_SUBNET",
                        "Microsoft.Network/virtualNetworks/subnets/read",
                        NETWORK,
                        Subnets::get));
    }
}
