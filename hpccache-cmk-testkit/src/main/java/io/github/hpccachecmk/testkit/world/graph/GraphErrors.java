package io.github.hpccachecmk.testkit.world.graph;

import io.github.hpccachecmk.core.port.InventoryTable;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Refusals in Resource Graph's envelope: the reason is in {@code details}. As quoted in issues of Azure/aztfexport, 2023 and 2024. */
final class GraphErrors {
    private GraphErrors() {}

    static WireResponse of(String code, String message) {
        return WireResponse.of(
                400,
                Doc.of(
                        "error",
                        Doc.of(
                                "code", "BadRequest",
                                "message", "Please provide below info when asking for support.",
                                "details", List.of(Doc.of("code", code, "message", message)))));
    }

    static WireResponse noSubscription(String named) {
        return of(
                "NoValidSubscriptionsInQueryRequest",
                "There must be at least one subscription that is eligible to contain resources. Given: '" + named
                        + "'.");
    }

    static WireResponse unknownManagementGroup() {
        return of("ManagementGroupNotFound", "A management group of the request does not exist.");
    }

    /** By name: what is served, and what was asked. */
    static WireResponse unknownQuery(String text) {
        return of(
                "QueryNotServedByFakeAzure",
                "FakeAzure interprets no query language. It answers, word for word, the queries "
                        + Arrays.stream(InventoryTable.values()).map(Enum::name).collect(Collectors.joining(", "))
                        + " of InventoryTable. Asked was: " + text);
    }
}
