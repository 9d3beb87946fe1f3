package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.RecoveredKey;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.RecoverKey;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key comes back from deleted state with all its versions, on the fake and through the real clients. */
class RecoverKeyTest {
    /** What only a plan that holds it lets through. */
    static final WriteKind BOUND_BY_A_PLAN = WriteKind.RECOVER_KEY;

    private static final Duration LONG = Duration.ofHours(12);
    private static final String VAULT = "contoso-cmk";
    private static final String KEY = "cache-key";

    private static FakeAzure world() {
        var azure = FakeAzure.create(1);
        azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
        azure.vault(VAULT).rbac().purgeProtection(true).withRsaKey(KEY, 2048).withNewVersion(KEY);
        return azure;
    }

    private static RecoverKey request(FakeAzure azure) {
        return RecoverKey.builder()
                .vault(VaultId.parse(azure.vault(VAULT).id()))
                .keyName(KEY)
                .build();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void deletedKey_comesBackAsPlannedAndIsLeftAloneTheSecondTime(Face face) throws InterruptedException {
        var azure = world();
        var versions = azure.vault(VAULT).versions(KEY);
        var newest = azure.vault(VAULT).keyUrl(KEY);
        azure.vault(VAULT).keyDeleted(KEY);
        var plan = face.keys(azure).plan(request(azure));
        assertThat(azure.journal().writes()).isEmpty();

        var done = face.keys(azure).begin(request(azure)).await(LONG);

        assertThat(plan.writes()).extracting(PlannedWrite::kind).containsExactly(WriteKind.RECOVER_KEY);
        assertThat(done.writes()).containsExactly(WriteKind.RECOVER_KEY);
        assertThat(done.key()).hasToString(newest);
        assertThat(azure.vault(VAULT).versions(KEY)).isEqualTo(versions);
        assertThat(RecoveredKey.fromMap(done.toMap())).isEqualTo(done);
        assertThat(Outcome.fromMap(done.toMap())).isEqualTo(done);
        long before = azure.journal().last();
        assertThat(face.keys(azure).begin(request(azure)).await(LONG).writes()).isEmpty();
        assertThat(azure.journal().after(before).writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyThatNeverWas_isToldAndNothingIsWritten(Face face) {
        var azure = world();
        var nowhere = RecoverKey.builder()
                .vault(VaultId.parse(azure.vault(VAULT).id()))
                .keyName("other-key")
                .build();

        var blocked = Blocked.by(face, azure, nowhere);

        assertThat(blocked.error().code()).isEqualTo(ErrorCode.RESOURCE_MISSING);
        assertThat(blocked.error().message()).contains("none in deleted state");
        assertThat(azure.journal().writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void callerWithoutTheRight_hearsSo(Face face) {
        var azure = world();
        azure.vault(VAULT).keyDeleted(KEY);
        azure.faults()
                .on(PortOperation.RECOVER_KEY)
                .everyCall()
                .answer(403, "Forbidden", "Caller is not authorized to perform action recover");

        var blocked = Blocked.by(face, azure, request(azure));

        assertThat(blocked.error().code()).isEqualTo(ErrorCode.CALLER_DATA_PLANE_FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyDeletedAfterTheApproval_isNotRecovered(Face face) {
        var azure = world();
        var plan = face.keys(azure).plan(request(azure));
        assertThat(plan.writes()).isEmpty();
        azure.vault(VAULT).keyDeleted(KEY);

        var blocked = catchThrowableOfType(
                OperationBlockedException.class,
                () -> face.keys(azure)
                        .begin(request(azure), OperationOptions.approved(plan))
                        .await(LONG));

        assertThat(blocked.error().code()).isEqualTo(ErrorCode.PLAN_CHANGED);
        assertThat(azure.journal().writes()).isEmpty();
    }

    @Test
    void troubleAtAnyCall_endsTheSame() throws InterruptedException {
        CallByCall.trouble(new Recovery());
    }

    @Test
    void deathAtAnyCall_endsTheSame() throws InterruptedException {
        CallByCall.death(new Recovery());
    }

    private record Recovery() implements CallByCall.Given {
        @Override
        public FakeAzure world() {
            var azure = RecoverKeyTest.world();
            azure.vault(VAULT).keyDeleted(KEY);
            return azure;
        }

        @Override
        public RecoverKey request(FakeAzure azure, boolean withHint) {
            return RecoverKeyTest.request(azure);
        }

        @Override
        public void assertEnd(FakeAzure azure, String what) {
            assertThat(azure.vault(VAULT).versions(KEY)).as(what).hasSize(2);
        }
    }
}
