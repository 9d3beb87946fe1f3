package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.testkit.FakeAzure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to whichever call, the resource is under the new key in the end, and rotates if it did. */
class ChangeKeyCrashMatrixTest {
    @ParameterizedTest
    @EnumSource(ChangeVariant.class)
    void troubleAtAnyCall_endsTheSame(ChangeVariant variant) throws InterruptedException {
        CallByCall.trouble(new Change(variant));
    }

    @ParameterizedTest
    @EnumSource(ChangeVariant.class)
    void deathAtAnyCall_endsTheSame(ChangeVariant variant) throws InterruptedException {
        CallByCall.death(new Change(variant));
    }

    private record Change(ChangeVariant variant) implements CallByCall.Given {
        @Override
        public FakeAzure world() throws InterruptedException {
            return variant.world(1);
        }

        /** That the flag was on only a hint can tell once the key is changed: without one, the request says it. */
        @Override
        public ChangeKey request(FakeAzure azure, boolean withHint) {
            return variant.builder(azure)
                    .autoRotation(!withHint && variant.isRotating())
                    .build();
        }

        @Override
        public void assertEnd(FakeAzure azure, String what) {
            var target = variant.target(azure);
            assertThat(target.isHealthy()).as(what).isTrue();
            assertThat(target.keyUrl()).as(what).isEqualTo(variant.newKey(azure).toString());
            assertThat(target.autoRotation())
                    .as(what + "\n" + azure.journal().timeline())
                    .isEqualTo(variant.isRotating());
        }
    }
}
