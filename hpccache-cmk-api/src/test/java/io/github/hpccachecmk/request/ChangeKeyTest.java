package io.github.hpccachecmk.request;

import static io.github.hpccachecmk.request.SampleRequests.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultProtection;
import org.junit.jupiter.api.Test;

class ChangeKeyTest {
    private static final FileSystemId FILE_SYSTEM = FileSystemId.of(
            SampleRequests.CACHE.subscription(), SampleRequests.CACHE.group().name(), "scratch");

    @Test
    void defaults_keepWhatIsThere() {
        ChangeKey request = change().build();

        assertThat(request.autoRotation()).isFalse();
        assertThat(request.vaultProtection()).isEqualTo(VaultProtection.requireAlreadyOn());
        assertThat(request.subject()).isEqualTo(SampleRequests.CACHE.resourceId());
    }

    @Test
    void keyWithoutVersion_isRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> change().key(SampleRequests.KEY.withoutVersion()).build())
                .withMessageContaining("key (without a version)");
    }

    @Test
    void keyOfAnotherVault_isRefused() {
        KeyUrl other = KeyUrl.parse("https://other-vault.vault.azure.net/keys/k/" + "0".repeat(32));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> change().key(other).build())
                .withMessageContaining("other-vault");
    }

    @Test
    void autoRotationOfAFileSystem_isRefused() {
        assertThat(change().target(FILE_SYSTEM).build().target()).isEqualTo(FILE_SYSTEM);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> change().target(FILE_SYSTEM).autoRotation(true).build())
                .withMessageContaining("only caches can follow new versions");
    }
}
