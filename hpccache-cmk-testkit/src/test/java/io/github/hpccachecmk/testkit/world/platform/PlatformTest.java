package io.github.hpccachecmk.testkit.world.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformTest {
    private static final String VERSION = "2021-04-01";
    private static final String PROVIDER = Scene.SUBSCRIPTION + "/providers/Microsoft.StorageCache";

    private final Scene scene = new Scene();

    @Test
    void provider_isRegisteredAndListsLowerCaseAscoperations() {
        Doc provider = scene.get(PROVIDER, VERSION).document();

        assertThat(provider.text("registrationState")).contains("Registered");
        assertThat(provider.objects("resourceTypes"))
                .extracting(type -> type.text("resourceType").orElse(""))
                .contains("caches", "amlFilesystems", "locations/ascoperations");
        assertThat(provider.objects("resourceTypes").get(0).texts("locations")).contains("East US");
    }

    @Test
    void registerOfRegisteredProvider_answers200Registered() {
        WireResponse answer = scene.post(PROVIDER + "/register", VERSION, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.document().text("registrationState")).contains("Registered");
    }

    @Test
    void unregisteredProvider_refusesCreatesUntilRegistered() {
        String vaults = Scene.SUBSCRIPTION + "/providers/Microsoft.KeyVault";
        scene.post(vaults + "/unregister", VERSION, null);
        Doc body = Doc.of(
                "location",
                "eastus",
                "properties",
                Doc.of(
                        "tenantId", Scene.TENANT,
                        "sku", Doc.of("family", "A", "name", "standard"),
                        "accessPolicies", List.of()));

        assertThat(scene.put(Scene.VAULT, Scene.VAULTS, body).errorCode()).contains("MissingSubscriptionRegistration");
        scene.post(vaults + "/register", VERSION, null);
        assertThat(scene.put(Scene.VAULT, Scene.VAULTS, body).status()).isEqualTo(200);
    }

    @Test
    void registerWithoutRight_isRefusedByNameOfTheAction() {
        scene.principal(
                "reader", "88888888-8888-4888-8888-888888888888", RightGrant.actions(Scene.SUBSCRIPTION, "*/read"));
        WireResponse refused = scene.send(WireRequest.arm("POST", PROVIDER + "/register", VERSION, null, "reader"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.document().text("error.message").orElseThrow())
                .contains("'Microsoft.StorageCache/register/action'");
    }

    @Test
    void unknownNamespace_answers404() {
        assertThat(scene.get(Scene.SUBSCRIPTION + "/providers/Contoso.Nothing", VERSION)
                        .errorCode())
                .contains("InvalidResourceNamespace");
    }

    @Test
    void group_isMadeReadListedAndKeepsItsLocation() {
        String group = Scene.SUBSCRIPTION + "/resourceGroups/second-rg";
        WireResponse made = scene.put(group, VERSION, Doc.of("location", "West US 2"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(scene.put(group, VERSION, Doc.of("location", "westus2")).status())
                .isEqualTo(200);
        assertThat(scene.put(group, VERSION, Doc.of("location", "eastus")).errorCode())
                .contains("InvalidResourceGroupLocation");
        assertThat(scene.get(group, VERSION).document().text("properties.provisioningState"))
                .contains("Succeeded");
        assertThat(scene.get(Scene.SUBSCRIPTION + "/resourceGroups", VERSION)
                        .document()
                        .objects("value"))
                .extracting(each -> each.text("name").orElse(""))
                .containsExactly("render-rg", "second-rg");
    }

    @Test
    void subnet_isReadAndAMissingOneIsNotFound() {
        String subnet = Scene.GROUP + "/providers/Microsoft.Network/virtualNetworks/net/subnets/caches";
        assertThat(scene.get(subnet, "2024-05-01").status()).isEqualTo(404);
        scene.change(world ->
                world.with(Scene.plain(subnet, Doc.of("properties", Doc.of("addressPrefix", "10.0.0.0/24")))));

        assertThat(scene.get(subnet, "2024-05-01").document().text("properties.addressPrefix"))
                .contains("10.0.0.0/24");
    }

    @Test
    void subscription_isEnabled() {
        assertThat(scene.get(Scene.SUBSCRIPTION, VERSION).document().text("state"))
                .contains("Enabled");
    }
}
