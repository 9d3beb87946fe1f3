package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.request.RotateKey;
import io.github.hpccachecmk.testkit.FakeAzure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever happens to whichever call, the resource is on one newer version in the end, and no second one was made. Each version that is
 * made takes a tenth of a second for its real RSA numbers, so the two rotations that make no other calls than these four are left out.
 */
class RotateKeyCrashMatrixTest {
    @ParameterizedTest
    @EnumSource(
            value = RotateVariant.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CACHE_MAKES_VERSION", "FILE_SYSTEM_TAKES_NEWEST"})
    void troubleAtAnyCall_endsTheSame(RotateVariant variant) throws InterruptedException {
        CallByCall.trouble(new Rotation(variant));
    }

    @ParameterizedTest
    @EnumSource(
            value = RotateVariant.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CACHE_MAKES_VERSION", "FILE_SYSTEM_TAKES_NEWEST"})
    void deathAtAnyCall_endsTheSame(RotateVariant variant) throws InterruptedException {
        CallByCall.death(new Rotation(variant));
    }

    private record Rotation(RotateVariant variant) implements CallByCall.Given {
        @Override
        public FakeAzure world() throws InterruptedException {
            return variant.world(1);
        }

        @Override
        public RotateKey request(FakeAzure azure, boolean withHint) {
            return variant.request(azure);
        }

        @Override
        public void assertEnd(FakeAzure azure, String what) {
            var target = variant.target(azure);
            assertThat(target.isHealthy()).as(what).isTrue();
            assertThat(target.keyUrl())
                    .as(what + "\n" + azure.journal().timeline())
                    .isEqualTo(variant.newest(azure).toString());
            assertThat(azure.vault(Variant.VAULT).versions(Variant.KEY))
                    .as(what + "\n" + azure.journal().timeline())
                    .hasSize(2);
            assertThat(target.autoRotation()).as(what).isEqualTo(variant.isRotating());
        }
    }
}
