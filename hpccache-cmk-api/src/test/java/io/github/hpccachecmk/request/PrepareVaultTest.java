package io.github.hpccachecmk.request;

import static io.github.hpccachecmk.request.SampleRequests.CONSENT;
import static io.github.hpccachecmk.request.SampleRequests.OTHER_VAULT;
import static io.github.hpccachecmk.request.SampleRequests.VAULT;
import static io.github.hpccachecmk.request.SampleRequests.fullPrepare;
import static io.github.hpccachecmk.request.SampleRequests.prepare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.model.VaultProtection;
import java.time.Period;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrepareVaultTest {
    private static void assertRefused(ThrowingCallable building, String value, String legal) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(building)
                .withMessageContaining(value)
                .withMessageContaining(legal);
    }

    @Test
    void nothingButTheRequired_hasTheDefaults() {
        PrepareVault request = prepare().build();
        assertThat(request.kind()).isEqualTo(RequestKind.PREPARE_VAULT);
        assertThat(request.subject()).isEqualTo(VAULT.resourceId());
        assertThat(request.accessModel()).isEqualTo(AccessModel.RBAC);
        assertThat(request.retentionDays()).isEqualTo(90);
        assertThat(request.network()).isEqualTo(VaultNetwork.TRUSTED_SERVICES_ONLY);
        assertThat(request.existing()).isEqualTo(ExistingVault.REFUSE);
        assertThat(request.vaultProtection()).isEqualTo(VaultProtection.requireAlreadyOn());
        assertThat(request.keyExpires()).isEmpty();
        assertThat(request.keyRotation()).isEmpty();
    }

    @Test
    void displayNameOfARegion_isItsName() {
        assertThat(prepare().location("East US").build())
                .isEqualTo(prepare().location("eastus").build());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6, 91})
    void retentionOutOfBounds_isRefused(int days) {
        assertRefused(() -> prepare().retentionDays(days).build(), String.valueOf(days), "a number from 7 to 90");
    }

    @Test
    void keyNameThatIsNone_isRefused() {
        assertRefused(() -> prepare().keyName("no/key").build(), "no/key", "letters");
    }

    @Test
    void consentForAnotherVault_isRefused() {
        assertRefused(
                () -> prepare().vault(OTHER_VAULT).vaultProtection(CONSENT).build(),
                VAULT.toString(),
                OTHER_VAULT.toString());
    }

    @Test
    void rotationThatTheServiceRefuses_isRefused() {
        assertRefused(() -> KeyRotation.after(Period.ofDays(6)), "P6D", "at least 7 days");
        assertRefused(
                () -> new KeyRotation(Period.ofDays(30), Optional.of(Period.ofDays(27))), "P27D", "at least 28 days");
        assertThat(KeyRotation.after(Period.ofMonths(1)).expireAfter()).isEmpty();
    }

    @Test
    void rotationThatIsNoPeriod_isRefusedInTheForm() {
        var form = new java.util.LinkedHashMap<>(fullPrepare().build().toMap());
        form.put("keyRotation", java.util.Map.of("rotateAfter", "90 days"));
        assertRefused(() -> Requests.fromMap(form), "90 days", "a period such as P90D");
    }
}
