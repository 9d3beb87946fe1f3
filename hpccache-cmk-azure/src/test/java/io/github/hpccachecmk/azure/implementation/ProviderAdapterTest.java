package io.github.hpccachecmk.azure.implementation;

import static io.github.hpccachecmk.azure.implementation.Stage.CONTEXT;
import static io.github.hpccachecmk.azure.implementation.Stage.GROUP;
import static io.github.hpccachecmk.azure.implementation.Stage.PRINCIPAL;
import static io.github.hpccachecmk.azure.implementation.Stage.SUBSCRIPTION;
import static io.github.hpccachecmk.azure.implementation.Stage.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.ProviderSnapshot;
import io.github.hpccachecmk.core.port.SkuOffer;
import io.github.hpccachecmk.core.port.SubnetSnapshot;
import io.github.hpccachecmk.core.port.Usage;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderAdapterTest {
    private static final String PROVIDERS = "/subscriptions/" + SUBSCRIPTION + "/providers/";

    private final Stage stage = new Stage();

    @Test
    void provider_showsRegistrationAndLocations() {
        stage.azure.answer(200, """
                {"namespace":"Microsoft.StorageCache","registrationState":"Registered","resourceTypes":[
                  {"resourceType":"amlFilesystems","locations":["East US","West Europe"],"apiVersions":["2026-01-01"]},
                  {"resourceType":"operations","locations":[]}]}
                """);

        var provider = stage.ports()
                .providers()
                .provider(CONTEXT, SUBSCRIPTION, "Microsoft.StorageCache")
                .value();

        assertThat(stage.azure.only().path()).isEqualTo(PROVIDERS + "Microsoft.StorageCache");
        assertThat(stage.azure.only().query()).isEqualTo(Map.of("api-version", "2021-04-01"));
        assertThat(provider)
                .isEqualTo(new ProviderSnapshot(
                        "Microsoft.StorageCache",
                        "Registered",
                        Map.of("amlfilesystems", List.of("East US", "West Europe"), "operations", List.of())));
    }

    @Test
    void skus_keepSpellingAndRestrictions() {
        stage.azure.answer(200, """
                {"value":[{"resourceType":"caches","name":"Standard_2G","locations":["EastUS2EUAP"],
                  "locationInfo":[{"location":"EastUS2EUAP","zones":["3","2","1"]}],
                  "capabilities":[{"name":"throughput GB/s","value":"2"},{"name":"cache sizes(GB)","value":"3072,6144,12288"}],
                  "restrictions":[{"type":"location","values":["x"],"reasonCode":"NotAvailableForSubscription"}]}]}
                """);

        var page = stage.ports()
                .providers()
                .skus(CONTEXT, SUBSCRIPTION, Optional.empty())
                .value();

        assertThat(stage.azure.only().path()).isEqualTo(PROVIDERS + "Microsoft.StorageCache/skus");
        assertThat(stage.azure.only().query()).isEqualTo(Map.of("api-version", "2026-01-01"));
        assertThat(page.items())
                .containsExactly(new SkuOffer(
                        "caches",
                        "Standard_2G",
                        List.of("EastUS2EUAP"),
                        Map.of("throughput GB/s", "2", "cache sizes(GB)", "3072,6144,12288"),
                        List.of("NotAvailableForSubscription")));
    }

    @Test
    void usages_areReadPerLocation() {
        stage.azure.answer(200, """
                {"value":[{"limit":4,"unit":"Count","currentValue":1,"name":{"value":"Cache","localizedValue":"Cache"}},
                          {"limit":10,"unit":"Count","currentValue":0,"name":{"value":"AmlFilesystem"}},
                          {"unit":"Count","currentValue":3,"name":{"value":"WithoutLimit"}}]}
                """);

        var page = stage.ports()
                .providers()
                .usages(CONTEXT, SUBSCRIPTION, "eastus", Optional.empty())
                .value();

        assertThat(stage.azure.only().path()).isEqualTo(PROVIDERS + "Microsoft.StorageCache/locations/eastus/usages");
        assertThat(page.items())
                .containsExactly(
                        new Usage("Cache", 1, 4),
                        new Usage("AmlFilesystem", 0, 10),
                        new Usage("WithoutLimit", 3, Long.MAX_VALUE));
    }

    @Test
    void subnet_showsBothSpellingsOfItsPrefixes() {
        var id = SubnetId.of(SUBSCRIPTION, "render-rg", "render-vnet", "cache");
        stage.azure
                .answer(200, "{\"id\":\"" + id + "\",\"properties\":{\"addressPrefix\":\"10.0.0.0/24\"}}")
                .answer(
                        200,
                        "{\"id\":\"" + id + "\",\"properties\":{\"addressPrefixes\":[\"10.0.1.0/24\",\"fd00::/64\"]}}")
                .answer(404, "{\"error\":{\"code\":\"NotFound\",\"message\":\"no\"}}");
        var providers = stage.ports().providers();

        assertThat(providers.subnet(CONTEXT, id).value()).contains(new SubnetSnapshot(id, List.of("10.0.0.0/24")));
        assertThat(providers.subnet(CONTEXT, id).value())
                .contains(new SubnetSnapshot(id, List.of("10.0.1.0/24", "fd00::/64")));
        assertThat(providers.subnet(CONTEXT, id).value()).isEmpty();
        assertThat(stage.azure.sent)
                .hasSize(3)
                .allSatisfy(sent -> assertThat(sent.path()).isEqualTo(id.toString()));
    }

    @Test
    void identity_showsPrincipalTenantAndAge() {
        var id = UserAssignedIdentityId.of(SUBSCRIPTION, "render-rg", "fs-identity");
        var answered = GROUP.replace("resourceGroups", "resourcegroups")
                + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/fs-identity";
        stage.azure
                .answer(200, """
                        {"id":"%s","systemData":{"createdAt":"2026-04-02T00:00:00Z"},
                         "properties":{"isolationScope":"None","tenantId":"%s","principalId":"%s","clientId":"%s"}}
                        """.formatted(answered, TENANT, PRINCIPAL, TENANT))
                .answer(404, "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"no\"}}");
        var identities = stage.ports().identities();

        assertThat(identities.get(CONTEXT, id).value())
                .contains(new IdentitySnapshot(
                        id, PRINCIPAL, TENANT, Optional.of(Instant.parse("2026-04-02T00:00:00Z"))));
        assertThat(identities.get(CONTEXT, id).value()).isEmpty();
        assertThat(stage.azure.sent.get(0).path()).isEqualTo(id.toString());
        assertThat(stage.azure.sent.get(0).query()).isEqualTo(Map.of("api-version", "2023-01-31"));
    }

    @Test
    void pathTricks_areRefusedBeforeAnyCall() {
        var providers = stage.ports().providers();

        assertThatThrownBy(() -> providers.usages(CONTEXT, SUBSCRIPTION, "eastus/../x", Optional.empty()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> providers.provider(CONTEXT, SUBSCRIPTION, "a?b"))
                .isInstanceOf(InvalidInputException.class);
        assertThat(stage.azure.sent).isEmpty();
    }
}
