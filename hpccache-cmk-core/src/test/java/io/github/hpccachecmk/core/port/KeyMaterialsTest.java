package io.github.hpccachecmk.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.model.KeyImport;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class KeyMaterialsTest {
    private static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");
    private static final KeyImport BLOB = KeyImport.transferBlob("hsm");

    private static KeyMaterials of(KeyMaterialSource source) {
        return new KeyMaterials(source, () -> NOW);
    }

    @Test
    void look_tellsWhatIsThere() {
        var materials = of(name -> Optional.of(ImportMaterial.transferBlob(new byte[] {1})));

        assertThat(materials.look(BLOB))
                .isEqualTo(new Answer<>(
                        Optional.of(new MaterialSnapshot(KeyImport.Form.TRANSFER_BLOB, OptionalInt.empty())), NOW));
        assertThat(of(KeyMaterialSource.none()).look(BLOB).value()).isEmpty();
    }

    @Test
    void sourceThatFails_isToldByTheKindOfFailureAlone() {
        var materials = of(name -> {
            throw new IllegalStateException("pin 4711 refused");
        });

        var thrown = catchThrowableOfType(RemoteException.class, () -> materials.look(BLOB));

        assertThat(thrown.failure().delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(thrown.failure().scope()).isEqualTo("key material hsm");
        assertThat(thrown.failure().serviceMessage())
                .isEqualTo("the source failed with java.lang.IllegalStateException");
        assertThat(thrown).hasNoCause();
    }

    @Test
    void materialOfAnotherForm_isNotGiven() {
        var materials = of(name -> Optional.of(ImportMaterial.transferBlob(new byte[] {1})));

        assertThat(materials.get(BLOB).blob()).containsExactly(1);
        assertThat(catchThrowableOfType(RemoteException.class, () -> materials.get(KeyImport.rsaKey("hsm")))
                        .failure()
                        .serviceMessage())
                .isEqualTo("the source has no material of this name and form");
    }
}
