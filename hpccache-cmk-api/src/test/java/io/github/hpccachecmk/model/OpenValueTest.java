package io.github.hpccachecmk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.ValueContract;
import io.github.hpccachecmk.error.InvalidInputException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unknown",
                "Healthy",
                "Degraded",
                "Down",
                "Transitioning",
                "Stopping",
                "Stopped",
                "Upgrading",
                "Flushing",
                "WaitingForKey",
                "StartFailed",
                "UpgradeFailed",
                "Available",
                "Unavailable",
                "Maintenance",
                "Expanding"
            })
    void healthStateOfTheSpecification_isKnownInAnyCase(String name) {
        HealthState state = HealthState.of(name.toUpperCase(Locale.ROOT));
        assertThat(state.isKnown()).isTrue();
        assertThat(state).hasToString(name).isSameAs(HealthState.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Succeeded", "Failed", "Canceled", "Creating", "Deleting", "Updating"})
    void provisioningStateOfTheSpecification_isKnownInAnyCase(String name) {
        ProvisioningState state = ProvisioningState.of(name.toLowerCase(Locale.ROOT));
        assertThat(state.isKnown()).isTrue();
        assertThat(state).hasToString(name).isSameAs(ProvisioningState.of(name));
    }

    @Test
    void olderSpellingOfCanceled_isTheSame() {
        assertThat(ProvisioningState.of("cancelled")).isSameAs(ProvisioningState.CANCELED);
    }

    @Test
    void stateThatNobodyKnows_isKeptAsItIs() {
        HealthState state = HealthState.of("Hibernating");
        assertThat(state.isKnown()).isFalse();
        assertThat(state).hasToString("Hibernating").isEqualTo(HealthState.of("HIBERNATING"));
        assertThat(ProvisioningState.of("Paused").isKnown()).isFalse();
    }

    @Test
    void value_countsForEqualityWithoutCase() {
        ValueContract.check(
                () -> HealthState.of("Hibernating"),
                List.of(HealthState.HEALTHY, HealthState.of("Asleep"), ProvisioningState.of("Hibernating")));
        assertThat(HealthState.of("HIBERNATING")).hasSameHashCodeAs(HealthState.of("hibernating"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "a\nb"})
    void missingState_isRefused(String state) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> HealthState.of(state))
                .withMessageContaining("health state");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ProvisioningState.of(state))
                .withMessageContaining("provisioning state");
    }
}
