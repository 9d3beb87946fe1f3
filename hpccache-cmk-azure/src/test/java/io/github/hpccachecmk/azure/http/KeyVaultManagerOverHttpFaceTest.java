package io.github.hpccachecmk.azure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.management.exception.ManagementException;
import com.azure.resourcemanager.keyvault.fluent.KeyVaultManagementClient;
import com.azure.resourcemanager.keyvault.fluent.models.VaultAccessPolicyParametersInner;
import com.azure.resourcemanager.keyvault.models.AccessPolicyEntry;
import com.azure.resourcemanager.keyvault.models.AccessPolicyUpdateKind;
import com.azure.resourcemanager.keyvault.models.KeyPermissions;
import com.azure.resourcemanager.keyvault.models.Permissions;
import com.azure.resourcemanager.keyvault.models.VaultAccessPolicyProperties;
import com.azure.resourcemanager.keyvault.models.VaultCheckNameAvailabilityParameters;
import com.azure.resourcemanager.keyvault.models.VaultPatchParameters;
import com.azure.resourcemanager.keyvault.models.VaultPatchProperties;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The management client of azure-resourcemanager-keyvault, unchanged, over the HTTP face. */
class KeyVaultManagerOverHttpFaceTest {
    private static final String PRINCIPAL = "0b0b0b0b-0000-4000-8000-000000000001";

    private final SdkWorld world = new SdkWorld();
    private final KeyVaultManagementClient client = world.keyVaultManager().serviceClient();

    @Test
    void get_readsTheVault() {
        var vault = client.getVaults()
                .getByResourceGroup(SdkWorld.GROUP, world.vault().name());

        assertThat(vault.id()).isEqualToIgnoringCase(world.vault().toString());
        assertThat(vault.location()).isEqualTo(SdkWorld.LOCATION);
        assertThat(vault.properties().vaultUri())
                .startsWith("https://" + world.vault().name() + ".vault.azure.net");
        assertThat(vault.properties().enablePurgeProtection()).isNull();
    }

    @Test
    void patch_switchesPurgeProtectionOn() {
        client.getVaults()
                .update(
                        SdkWorld.GROUP,
                        world.vault().name(),
                        new VaultPatchParameters()
                                .withProperties(new VaultPatchProperties()
                                        .withEnableSoftDelete(true)
                                        .withEnablePurgeProtection(true)));

        var vault = client.getVaults()
                .getByResourceGroup(SdkWorld.GROUP, world.vault().name());
        assertThat(vault.properties().enablePurgeProtection()).isTrue();
    }

    @Test
    void patchThatSwitchesPurgeProtectionOff_isRefused() {
        var parameters =
                new VaultPatchParameters().withProperties(new VaultPatchProperties().withEnablePurgeProtection(false));

        assertThatThrownBy(() ->
                        client.getVaults().update(SdkWorld.GROUP, world.vault().name(), parameters))
                .isInstanceOfSatisfying(
                        ManagementException.class,
                        refused -> assertThat(refused.getResponse().getStatusCode())
                                .isEqualTo(400))
                .hasMessageContaining("enablePurgeProtection");
    }

    @Test
    void accessPolicyAdded_isAnsweredMerged() {
        var before = client.getVaults()
                .getByResourceGroup(SdkWorld.GROUP, world.vault().name())
                .properties();
        var entry = new AccessPolicyEntry()
                .withTenantId(before.tenantId())
                .withObjectId(PRINCIPAL)
                .withPermissions(new Permissions()
                        .withKeys(List.of(KeyPermissions.GET, KeyPermissions.WRAP_KEY, KeyPermissions.UNWRAP_KEY)));

        var merged = client.getVaults()
                .updateAccessPolicy(
                        SdkWorld.GROUP,
                        world.vault().name(),
                        AccessPolicyUpdateKind.ADD,
                        new VaultAccessPolicyParametersInner()
                                .withProperties(new VaultAccessPolicyProperties().withAccessPolicies(List.of(entry))));

        assertThat(merged.properties().accessPolicies())
                .hasSize(before.accessPolicies().size() + 1)
                .anySatisfy(policy -> assertThat(policy.objectId()).isEqualTo(PRINCIPAL));
    }

    @Test
    void controlPlaneKey_isRead() {
        var key = client.getKeys().get(SdkWorld.GROUP, world.vault().name(), SdkWorld.KEY);

        assertThat(key.kty()).hasToString("RSA");
        assertThat(key.keySize()).isEqualTo(2048);
        assertThat(key.keyUriWithVersion()).isEqualTo(world.key().toString());
        assertThat(client.getKeys().listVersions(SdkWorld.GROUP, world.vault().name(), SdkWorld.KEY))
                .hasSize(1);
    }

    @Test
    void vaults_areListed() {
        assertThat(client.getVaults().listByResourceGroup(SdkWorld.GROUP))
                .anySatisfy(vault ->
                        assertThat(vault.name()).isEqualTo(world.vault().name()));
    }

    @Test
    void nameOfAnExistingVault_isTaken() {
        var result = client.getVaults()
                .checkNameAvailability(new VaultCheckNameAvailabilityParameters()
                        .withName(world.vault().name()));

        assertThat(result.nameAvailable()).isFalse();
    }

    @Test
    void absentVault_isResourceNotFound() {
        assertThatThrownBy(() -> client.getVaults().getByResourceGroup(SdkWorld.GROUP, "no-such-vault"))
                .isInstanceOfSatisfying(
                        ManagementException.class,
                        refused -> assertThat(refused.getValue().getCode()).isEqualTo("ResourceNotFound"));
    }

    @Test
    void callerWithoutRights_isRefused() {
        var stranger = world.keyVaultManager("stranger").serviceClient();

        assertThatThrownBy(() -> stranger.getVaults()
                        .getByResourceGroup(SdkWorld.GROUP, world.vault().name()))
                .isInstanceOfSatisfying(
                        ManagementException.class,
                        refused -> assertThat(refused.getValue().getCode()).isEqualTo("AuthorizationFailed"));
    }

    @Test
    void tokenForVaults_isNotTakenByResourceManager() {
        var misled = world.keyVaultManager(FakeAzure.OWNER, "https://vault.azure.net/.default")
                .serviceClient();

        assertThatThrownBy(() -> misled.getVaults()
                        .getByResourceGroup(SdkWorld.GROUP, world.vault().name()))
                .isInstanceOfSatisfying(
                        ManagementException.class,
                        refused -> assertThat(refused.getValue().getCode())
                                .isEqualTo("InvalidAuthenticationTokenAudience"));
    }

    @Test
    void unknownCaller_isUnauthenticated() {
        var unknown = world.keyVaultManager("nobody-" + UUID.nameUUIDFromBytes(new byte[0]))
                .serviceClient();

        assertThatThrownBy(() -> unknown.getVaults()
                        .getByResourceGroup(SdkWorld.GROUP, world.vault().name()))
                .isInstanceOfSatisfying(
                        ManagementException.class,
                        refused -> assertThat(refused.getResponse().getStatusCode())
                                .isEqualTo(401));
    }
}
