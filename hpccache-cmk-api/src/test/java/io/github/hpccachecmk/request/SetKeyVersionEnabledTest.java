package io.github.hpccachecmk.request;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.KeyUrl;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetKeyVersionEnabledTest {
    private static final KeyUrl VERSION = SampleRequests.switchOn().build().version();

    @Test
    void switchOffWithoutConsent_isRefused() {
        assertThatThrownBy(() ->
                        SampleRequests.switchOff().consent(Optional.empty()).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is 'none'")
                .hasMessageContaining("the same version, " + VERSION);
    }

    @Test
    void consentToAnotherVersion_isRefused() {
        var other = VERSION.withVersion("ffffffffffffffffffffffffffffffff");

        assertThatThrownBy(() -> SampleRequests.switchOff().consent(other).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(other.toString());
    }

    @Test
    void keyWithoutVersion_isRefused() {
        assertThatThrownBy(() -> SampleRequests.switchOn()
                        .version(VERSION.withoutVersion())
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("{version}");
    }
}
