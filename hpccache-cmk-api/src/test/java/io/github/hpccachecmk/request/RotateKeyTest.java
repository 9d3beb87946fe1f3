package io.github.hpccachecmk.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.KeyUrl;
import org.junit.jupiter.api.Test;

class RotateKeyTest {
    private static final KeyUrl KEY = SampleRequests.rotate().build().newerThan();

    @Test
    void key_isTheOneToRotateWithoutVersion() {
        assertThat(SampleRequests.rotate().build().key()).isEqualTo(KEY.withoutVersion());
    }

    @Test
    void versionless_isRefused() {
        assertThatThrownBy(() ->
                        SampleRequests.rotate().newerThan(KEY.withoutVersion()).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'" + KEY.withoutVersion() + "'")
                .hasMessageContaining("{version}");
    }

    @Test
    void keyOfAnotherVault_isRefused() {
        var foreign = KeyUrl.parse(KEY.toString().replace(KEY.vaultName(), "somebody-elses"));

        assertThatThrownBy(() -> SampleRequests.rotate().newerThan(foreign).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("somebody-elses");
    }
}
