package io.github.hpccachecmk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TargetKindTest {
    @Test
    void hpcCache_isAsItsArticleAndSpecificationSay() {
        TargetKind kind = TargetKind.HPC_CACHE;
        assertThat(kind.displayName()).isEqualTo("HPC cache");
        assertThat(kind.resourceType()).isEqualTo("Microsoft.StorageCache/caches");
        assertThat(kind.identityKinds()).containsExactlyInAnyOrder(IdentityKind.values());
        assertThat(kind.waitsForKey()).isTrue();
        assertThat(kind.hasRotationFlag()).isTrue();
        assertThat(kind.keyChange()).isEqualTo(KeyChange.PATCH_ELSE_MERGED_PUT);
        assertThat(kind.healthyState()).isEqualTo(HealthState.HEALTHY);
        assertThat(kind.mayResendFailedCreate()).isFalse();
        assertThat(kind.retired()).isTrue();
        assertThat(kind.retiresOn()).contains(LocalDate.of(2025, 9, 30));
        assertThat(kind.authorizationDeadline()).contains(Duration.ofMinutes(90));
    }

    @Test
    void managedLustre_isAsItsArticleAndSpecificationSay() {
        TargetKind kind = TargetKind.MANAGED_LUSTRE;
        assertThat(kind.displayName()).isEqualTo("Managed Lustre file system");
        assertThat(kind.resourceType()).isEqualTo("Microsoft.StorageCache/amlFilesystems");
        assertThat(kind.identityKinds()).containsExactly(IdentityKind.USER_ASSIGNED);
        assertThat(kind.waitsForKey()).isFalse();
        assertThat(kind.hasRotationFlag()).isFalse();
        assertThat(kind.keyChange()).isEqualTo(KeyChange.PATCH);
        assertThat(kind.healthyState()).isEqualTo(HealthState.AVAILABLE);
        assertThat(kind.mayResendFailedCreate()).isTrue();
        assertThat(kind.retired()).isFalse();
        assertThat(kind.retiresOn()).isEmpty();
        assertThat(kind.authorizationDeadline()).isEmpty();
    }

    @Test
    void identityKinds_areSpelledAsOnTheWire() {
        assertThat(IdentityKind.SYSTEM_ASSIGNED.wireName()).isEqualTo("SystemAssigned");
        assertThat(IdentityKind.USER_ASSIGNED.wireName()).isEqualTo("UserAssigned");
        assertThat(IdentityKind.SYSTEM_AND_USER_ASSIGNED.wireName()).isEqualTo("SystemAssigned, UserAssigned");
    }

    @Test
    void eachCloud_hasItsOwnHosts() {
        assertThat(Cloud.PUBLIC.armEndpoint()).isEqualTo("https://management.azure.com");
        assertThat(Cloud.PUBLIC.armScope()).isEqualTo("https://management.core.windows.net//.default");
        assertThat(Cloud.PUBLIC.vaultSuffix()).isEqualTo("vault.azure.net");
        assertThat(Cloud.PUBLIC.managedHsmSuffix()).isEqualTo("managedhsm.azure.net");
        assertThat(Cloud.US_GOVERNMENT.armEndpoint()).isEqualTo("https://management.usgovcloudapi.net");
        assertThat(Cloud.US_GOVERNMENT.armScope()).isEqualTo("https://management.core.usgovcloudapi.net//.default");
        assertThat(Cloud.US_GOVERNMENT.vaultSuffix()).isEqualTo("vault.usgovcloudapi.net");
        assertThat(Cloud.US_GOVERNMENT.managedHsmSuffix()).isEqualTo("managedhsm.usgovcloudapi.net");
        assertThat(Cloud.CHINA.armEndpoint()).isEqualTo("https://management.chinacloudapi.cn");
        assertThat(Cloud.CHINA.armScope()).isEqualTo("https://management.core.chinacloudapi.cn//.default");
        assertThat(Cloud.CHINA.vaultSuffix()).isEqualTo("vault.azure.cn");
        assertThat(Cloud.CHINA.managedHsmSuffix()).isEqualTo("managedhsm.azure.cn");
    }
}
