package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.KeyVersionSwitch;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.SetKeyVersionEnabled;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A version is switched off once those who are asked have left it, and on again, on the fake and through the real clients. */
class SetKeyVersionEnabledTest {
    /** What only a plan that holds it lets through. */
    static final List<WriteKind> BOUND_BY_A_PLAN = List.of(WriteKind.ENABLE_KEY_VERSION, WriteKind.DISABLE_KEY_VERSION);

    private static final Duration LONG = Duration.ofHours(12);
    private static final RotateVariant ROTATION = RotateVariant.CACHE_TAKES_NEWEST;

    /** The cache is on the first of two versions. */
    private static FakeAzure world() throws InterruptedException {
        return ROTATION.world(1);
    }

    private static KeyUrl version(FakeAzure azure, int number) {
        return KeyUrl.parse(azure.vault(Variant.VAULT).keyUrlWithoutVersion(Variant.KEY))
                .withVersion(azure.vault(Variant.VAULT).versions(Variant.KEY).get(number));
    }

    private static SetKeyVersionEnabled.Builder on(FakeAzure azure, int version) {
        return SetKeyVersionEnabled.builder()
                .vault(VaultId.parse(azure.vault(Variant.VAULT).id()))
                .version(version(azure, version))
                .enabled(true);
    }

    private static SetKeyVersionEnabled off(FakeAzure azure, int version) {
        return on(azure, version)
                .enabled(false)
                .consent(version(azure, version))
                .addChecked(TargetId.parse(ROTATION.target(azure).id()))
                .build();
    }

    private static boolean isEnabled(Face face, FakeAzure azure, int version) {
        return face.keys(azure)
                .keyVersions(VaultId.parse(azure.vault(Variant.VAULT).id()), Variant.KEY)
                .filter(state -> state.key().equals(version(azure, version)))
                .findFirst()
                .orElseThrow()
                .enabled();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void versionThatWasLeft_isSwitchedOffAsPlannedAndOnceOnly(Face face) throws InterruptedException {
        var azure = world();
        face.keys(azure).begin(ROTATION.request(azure)).await(LONG);
        var request = off(azure, 0);
        var plan = face.keys(azure).plan(request);

        var done = face.keys(azure).begin(request).await(LONG);

        assertThat(plan.writes()).extracting(PlannedWrite::kind).containsExactly(WriteKind.DISABLE_KEY_VERSION);
        assertThat(plan.writes().get(0).summary())
                .contains("Not on this version any more, by a read of each: " + Variant.NAME)
                .contains("Not seen: every other resource")
                .contains("AzureDiagnostics")
                .contains(version(azure, 0).version().orElseThrow())
                .contains("switch the version on again");
        assertThat(done.writes()).containsExactly(WriteKind.DISABLE_KEY_VERSION);
        assertThat(done.checked()).isEqualTo(request.checked());
        assertThat(KeyVersionSwitch.fromMap(done.toMap())).isEqualTo(done);
        assertThat(Outcome.fromMap(done.toMap())).isEqualTo(done);
        assertThat(isEnabled(face, azure, 0)).isFalse();
        assertThat(isEnabled(face, azure, 1)).isTrue();
        long before = azure.journal().last();
        assertThat(face.keys(azure).begin(request).await(LONG).writes()).isEmpty();
        assertThat(azure.journal().after(before).writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void versionStillInUse_isNotSwitchedOff(Face face) throws InterruptedException {
        var azure = world();

        var blocked = Blocked.by(face, azure, off(azure, 0));

        assertThat(blocked.error().code()).isEqualTo(ErrorCode.PREFLIGHT_BLOCKED);
        assertThat(blocked.error().message()).contains("is still used by").contains(Variant.NAME);
        assertThat(isEnabled(face, azure, 0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void switchedOff_goesOnAgain(Face face) throws InterruptedException {
        var azure = world();
        azure.vault(Variant.VAULT).keyEnabled(Variant.KEY, false);

        var done = face.keys(azure).begin(on(azure, 1).build()).await(LONG);

        assertThat(done.writes()).containsExactly(WriteKind.ENABLE_KEY_VERSION);
        assertThat(isEnabled(face, azure, 1)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void versionThatIsNotThere_isToldAndNothingIsWritten(Face face) throws InterruptedException {
        var azure = world();
        var nowhere = on(azure, 0)
                .version(version(azure, 0).withVersion("ffffffffffffffffffffffffffffffff"))
                .build();

        assertThat(Blocked.by(face, azure, nowhere).error().code()).isEqualTo(ErrorCode.RESOURCE_MISSING);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void switchThatThePlanDoesNotHold_isNotMade(Face face) throws InterruptedException {
        var azure = world();
        face.keys(azure).begin(ROTATION.request(azure)).await(LONG);
        var switchedOff = off(azure, 0);
        var on = on(azure, 0).build();
        var nothingToDo = face.keys(azure).plan(on);
        face.keys(azure).begin(switchedOff).await(LONG);
        var nothingToUndo = face.keys(azure).plan(switchedOff);

        var notOn = catchThrowableOfType(
                OperationBlockedException.class,
                () -> face.keys(azure)
                        .begin(on, OperationOptions.approved(nothingToDo))
                        .await(LONG));
        face.keys(azure).begin(on).await(LONG);
        var notOff = catchThrowableOfType(
                OperationBlockedException.class,
                () -> face.keys(azure)
                        .begin(switchedOff, OperationOptions.approved(nothingToUndo))
                        .await(LONG));

        assertThat(notOn.error().code()).isEqualTo(ErrorCode.PLAN_CHANGED);
        assertThat(notOff.error().code()).isEqualTo(ErrorCode.PLAN_CHANGED);
    }

    @Test
    void troubleAtAnyCall_endsTheSame() throws InterruptedException {
        CallByCall.trouble(new SwitchOff());
    }

    @Test
    void deathAtAnyCall_endsTheSame() throws InterruptedException {
        CallByCall.death(new SwitchOff());
    }

    private record SwitchOff() implements CallByCall.Given {
        @Override
        public FakeAzure world() throws InterruptedException {
            var azure = SetKeyVersionEnabledTest.world();
            Face.PORTS.keys(azure).begin(ROTATION.request(azure)).await(LONG);
            return azure;
        }

        @Override
        public SetKeyVersionEnabled request(FakeAzure azure, boolean withHint) {
            return off(azure, 0);
        }

        @Override
        public void assertEnd(FakeAzure azure, String what) {
            assertThat(isEnabled(Face.PORTS, azure, 0)).as(what).isFalse();
            assertThat(isEnabled(Face.PORTS, azure, 1)).as(what).isTrue();
            assertThat(ROTATION.target(azure).isHealthy()).as(what).isTrue();
        }
    }
}
