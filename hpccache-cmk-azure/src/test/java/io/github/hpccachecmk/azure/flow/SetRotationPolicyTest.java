package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.error.OperationFailedException;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.RequiredPermission;
import io.github.hpccachecmk.report.RotationPolicy;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.SetRotationPolicy;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.world.RightGrant;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key's own rotation policy is read, compared and set, on the fake and through the real clients. */
class SetRotationPolicyTest {
    private static final Duration LONG = Duration.ofHours(12);
    private static final String VAULT = "contoso-cmk";
    private static final String KEY = "cache-key";
    private static final KeyRotation QUARTERLY = new KeyRotation(Period.ofDays(90), Optional.of(Period.ofYears(1)));

    private static FakeAzure world() {
        var azure = FakeAzure.create(1);
        azure.vault(VAULT).rbac().withRsaKey(KEY, 2048);
        azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
        return azure;
    }

    private static SetRotationPolicy.Builder builder(FakeAzure azure) {
        return SetRotationPolicy.builder()
                .vault(VaultId.parse(azure.vault(VAULT).id()))
                .keyName(KEY);
    }

    private static SetRotationPolicy quarterly(FakeAzure azure) {
        return builder(azure).rotation(QUARTERLY).build();
    }

    private static RotationSnapshot policy(FakeAzure azure) {
        return PortFace.of(azure, FakeAzure.OWNER)
                .keyData()
                .rotation(new CallContext("test"), KeyUrl.parse(azure.keyUrl(VAULT, KEY)))
                .value()
                .orElseThrow();
    }

    private static ErrorCode blocked(Face face, FakeAzure azure, SetRotationPolicy request) {
        return Blocked.by(face, azure, request).code();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void otherPolicy_isSetAsPlannedAndLeftAloneTheSecondTime(Face face) throws InterruptedException {
        var azure = world();
        var request = quarterly(azure);
        var plan = face.keys(azure).plan(request);
        assertThat(azure.journal().writes()).isEmpty();

        var set = face.keys(azure).begin(request).await(LONG);

        assertThat(plan.writes())
                .extracting(PlannedWrite::summary)
                .containsExactly("PUT rotation policy: rotates after P90D, versions expire after P1Y, still tells P30D"
                        + " before expiry; sent to the vault itself");
        assertThat(set.rotation()).contains(QUARTERLY);
        assertThat(set.key()).isEqualTo(KeyUrl.parse(azure.vault(VAULT).keyUrlWithoutVersion(KEY)));
        assertThat(set.writes()).containsExactly(WriteKind.SET_ROTATION_POLICY);
        assertThat(RotationPolicy.fromMap(set.toMap())).isEqualTo(set);
        assertThat(Outcome.fromMap(set.toMap())).isEqualTo(set);
        assertThat(policy(azure).rotates(Optional.of(QUARTERLY))).isTrue();
        assertThat(azure.vault(VAULT).versions(KEY)).hasSize(1);
        long before = azure.journal().last();
        assertThat(face.keys(azure).begin(request).await(LONG).writes()).isEmpty();
        assertThat(azure.journal().after(before).writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void notification_staysAsItWas(Face face) throws InterruptedException {
        var azure = world();
        var told = policy(azure).notifyBeforeExpiry();
        assertThat(told).isPresent();

        face.keys(azure).begin(quarterly(azure)).await(LONG);
        assertThat(policy(azure).notifyBeforeExpiry()).isEqualTo(told);

        face.keys(azure).begin(builder(azure).build()).await(LONG);
        assertThat(policy(azure).notifyBeforeExpiry()).isEqualTo(told);
        assertThat(policy(azure).rotateAfter()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void whatIsNotThere_isToldAndNothingIsMade(Face face) {
        var azure = world();
        var noKey = builder(azure).keyName("other-key").rotation(QUARTERLY).build();
        var noVault = builder(azure)
                .vault(VaultId.parse(azure.id("Microsoft.KeyVault/vaults", "nobodys")))
                .rotation(QUARTERLY)
                .build();

        assertThat(blocked(face, azure, noKey)).isEqualTo(ErrorCode.RESOURCE_MISSING);
        assertThat(blocked(face, azure, noVault)).isEqualTo(ErrorCode.RESOURCE_MISSING);
        assertThat(azure.journal().writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void vaultThatDoesNotLetTheCallerIn_isTold(Face face) {
        var azure = world();
        azure.vault(VAULT).firewall("Deny", "AzureServices");
        assertThat(blocked(face, azure, quarterly(azure))).isEqualTo(ErrorCode.VAULT_FIREWALL);

        var other = world();
        other.principal(FakeAzure.OWNER).mayNothing().may("*");
        assertThat(blocked(face, other, quarterly(other))).isEqualTo(ErrorCode.CALLER_DATA_PLANE_FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void approvedPlan_bindsThePolicy(Face face) throws InterruptedException {
        var azure = world();
        var request = quarterly(azure);
        var nothing = face.keys(azure).plan(builder(azure).build());
        assertThat(nothing.writes()).isEmpty();

        var blocked = catchThrowableOfType(
                OperationBlockedException.class,
                () -> face.keys(azure)
                        .begin(request, OperationOptions.approved(nothing))
                        .await(LONG));
        assertThat(blocked.code()).isEqualTo(ErrorCode.PLAN_CHANGED);

        var approved = face.keys(azure).plan(request);
        face.keys(azure).begin(request, OperationOptions.approved(approved)).await(LONG);
        assertThat(policy(azure).rotates(Optional.of(QUARTERLY))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void requiredPermissions_areEnough(Face face) throws InterruptedException {
        var azure = world();
        var request = quarterly(azure);
        var caller = azure.principal("rotator");
        for (var right :
                azure.customerManagedKeys().requiredPermissions(request).all()) {
            if (right.plane() == RequiredPermission.Plane.CONTROL) {
                caller.mayAt(right.scope(), right.action());
            } else if (right.plane() == RequiredPermission.Plane.DATA) {
                caller.add(new RightGrant(right.scope(), List.of(), List.of(), List.of(right.action()), List.of()));
            }
        }

        face.keys(azure, RuleCatalogue.standard(), "rotator").begin(request).await(LONG);

        assertThat(policy(azure).rotates(Optional.of(QUARTERLY))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void troubleOrDeathAtAnyCall_endsTheSame(Face face) throws InterruptedException {
        for (int call = 1; call <= 5; call++) {
            for (var trouble : Trouble.values()) {
                var azure = world();
                trouble.at(azure.faults().onAny().call(call));
                face.keys(azure).begin(quarterly(azure)).await(LONG);
                azure.faults().clear();
                assertThat(policy(azure).rotates(Optional.of(QUARTERLY)))
                        .as(trouble + " at call " + call)
                        .isTrue();
            }
            for (var death : Death.values()) {
                var azure = world();
                death.at(azure.faults().onAny().call(call));
                try {
                    face.keys(azure).begin(quarterly(azure)).await(LONG);
                } catch (OperationFailedException dead) {
                    azure.faults().restart();
                    azure.faults().clear();
                    face.keys(azure).begin(quarterly(azure)).await(LONG);
                }
                azure.faults().clear();
                assertThat(policy(azure).rotates(Optional.of(QUARTERLY)))
                        .as(death + " at call " + call)
                        .isTrue();
            }
        }
    }
}
