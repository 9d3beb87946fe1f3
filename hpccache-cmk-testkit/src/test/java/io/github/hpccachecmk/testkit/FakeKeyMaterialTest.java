package io.github.hpccachecmk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.port.ImportMaterial;
import io.github.hpccachecmk.model.KeyImport;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FakeKeyMaterialTest {
    private static final FakeKeyMaterial SOURCE =
            FakeKeyMaterial.empty().withRsaKey("mine", 2048).withTransferBlob("hsm");

    @Test
    void key_isTheSameInEveryRunAndAnotherForEachName() {
        var again = FakeKeyMaterial.empty().withRsaKey("mine", 2048).withRsaKey("other", 2048);

        assertThat(modulus(SOURCE, "mine")).isEqualTo(modulus(again, "mine")).isNotEqualTo(modulus(again, "other"));
    }

    @Test
    void nameThatNobodyGave_isEmpty() {
        assertThat(FakeKeyMaterial.empty().find("mine")).isEmpty();
    }

    @Test
    void material_tellsFormAndSizeAndNothingElse() {
        var key = SOURCE.find("mine").orElseThrow();
        var blob = SOURCE.find("hsm").orElseThrow();

        assertThat(key.size()).isEqualTo(OptionalInt.of(2048));
        assertThat(key).hasToString("ImportMaterial[RSA_KEY]");
        assertThat(blob.form()).isEqualTo(KeyImport.Form.TRANSFER_BLOB);
        assertThat(blob.size()).isEmpty();
        assertThat(blob).hasToString("ImportMaterial[TRANSFER_BLOB]");
        blob.blob()[0] = 0;
        assertThat(blob.blob()[0]).isEqualTo((byte) '{');
    }

    private static java.math.BigInteger modulus(FakeKeyMaterial source, String name) {
        return source.find(name)
                .flatMap(ImportMaterial::rsaKey)
                .map(RSAPrivateCrtKey::getModulus)
                .orElseThrow();
    }
}
