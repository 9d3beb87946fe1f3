package io.github.hpccachecmk.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an approved plan's create is held to: the same line for the same content, in every process, and for no other. */
class CreateSummaryTest {
    private static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";

    @Test
    void summary_spellsEachMemberOutInAnOrderOfItsOwn() {
        assertThat(CreateSummary.of(spec(builder -> builder)))
                .isEqualTo("PUT AMLFS-Durable-Premium-250 in eastus under key"
                        + " https://contoso-cmk.vault.azure.net/keys/cache-key/0123456789abcdef0123456789abcdef of"
                        + " /subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/render-rg/providers/"
                        + "Microsoft.KeyVault/vaults/contoso-cmk, identity UserAssigned"
                        + " [\"/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/render-rg/providers/"
                        + "Microsoft.ManagedIdentity/userAssignedIdentities/render-identity\"], zones [\"1\"], tags"
                        + " {\"team\": \"render\"}, {\"filesystemSubnet\":"
                        + " \"/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/render-rg/providers/"
                        + "Microsoft.Network/virtualNetworks/net/subnets/caches\", \"maintenanceWindow\":"
                        + " {\"dayOfWeek\": \"Monday\", \"timeOfDayUTC\": \"22:30\"}, \"storageCapacityTiB\": 16.0}");
    }

    /** The order of {@code Map.of} differs from one Java process to the next. */
    @Test
    void orderOfMembers_makesNoDifference() {
        var one = spec(builder -> builder);
        var window = new LinkedHashMap<String, Object>();
        window.put("timeOfDayUTC", "22:30");
        window.put("dayOfWeek", "Monday");
        var otherWindow = new LinkedHashMap<String, Object>();
        otherWindow.put("dayOfWeek", "Monday");
        otherWindow.put("timeOfDayUTC", "22:30");

        assertThat(CreateSummary.of(with(one, "maintenanceWindow", window)))
                .isEqualTo(CreateSummary.of(with(one, "maintenanceWindow", otherWindow)))
                .isEqualTo(CreateSummary.of(one));
    }

    @Test
    void textThatLooksLikeAnotherMember_doesNotPassForOne() {
        assertThat(CreateSummary.of(spec(builder -> builder.tags(Map.of("a", "b\", \"c\": \"d")))))
                .isNotEqualTo(CreateSummary.of(spec(builder -> builder.tags(Map.of("a", "b", "c", "d")))));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("region", builder -> builder.location("westus2")),
                change("SKU", builder -> builder.sku("AMLFS-Durable-Premium-125")),
                change("capacity", builder -> builder.storageCapacityTib(32)),
                change("zones", builder -> builder.zones(List.of("2"))),
                change("tag's value", builder -> builder.tags(Map.of("team", "film"))),
                change("further tag", builder -> builder.tags(Map.of("team", "render", "cost", "high"))),
                change(
                        "maintenance",
                        builder -> builder.maintenanceWindow(
                                new MaintenanceWindow(DayOfWeek.MONDAY, LocalTime.of(22, 31)))),
                change("subnet", builder -> builder.subnet(SubnetId.of(SUBSCRIPTION, "render-rg", "net", "other"))),
                change(
                        "identity",
                        builder -> builder.identity(ManagedIdentity.userAssigned(
                                UserAssignedIdentityId.of(SUBSCRIPTION, "render-rg", "other")))),
                change("vault's group", builder -> builder.vault(VaultId.of(SUBSCRIPTION, "other-rg", "contoso-cmk"))),
                change(
                        "key's version",
                        builder -> builder.key(KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/cache-key/"
                                + "fedcba9876543210fedcba9876543210"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void eachChangedMember_givesAnotherSummary(String member, UnaryOperator<CreateEncryptedFileSystem.Builder> change) {
        assertThat(CreateSummary.of(spec(change))).as(member).isNotEqualTo(CreateSummary.of(spec(builder -> builder)));
    }

    private static Arguments change(String member, UnaryOperator<CreateEncryptedFileSystem.Builder> change) {
        return Arguments.of(member, change);
    }

    private static TargetSpec spec(UnaryOperator<CreateEncryptedFileSystem.Builder> change) {
        return FlowSketch.specOf(change.apply(FlowSketch.fileSystem()).build());
    }

    private static TargetSpec with(TargetSpec spec, String member, Object value) {
        var properties = new LinkedHashMap<>(spec.properties());
        properties.put(member, value);
        return new TargetSpec(
                spec.id(),
                spec.location(),
                spec.tags(),
                spec.sku(),
                spec.zones(),
                spec.identity(),
                spec.encryption(),
                properties);
    }
}
