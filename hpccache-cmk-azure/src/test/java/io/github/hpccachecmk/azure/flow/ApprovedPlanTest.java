package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An approved plan binds: what was not in it is not written, whatever happens to the world after somebody approved it. */
class ApprovedPlanTest {
    private static final Duration LONG = Duration.ofHours(12);
    private static final String OTHER_KEY = "other-key";
    private static final List<PortOperation> ADVISORY =
            List.of(PortOperation.LIST_PERMISSIONS, PortOperation.LIST_SKUS, PortOperation.LIST_USAGES);

    /** One change for each kind of write that makes it necessary after a plan that does not hold it. */
    @SuppressWarnings("ImmutableEnumChecker") // functions without a state of their own
    private enum Change {
        PROTECTION_TAKEN_OFF(
                WriteKind.PROTECT_VAULT,
                PortOperation.PROTECT_VAULT,
                Variant.CACHE_SYSTEM_POLICY,
                azure -> azure.vault(Variant.VAULT).purgeProtection(false)),
        SOFT_DELETE_TAKEN_OFF(
                WriteKind.PROTECT_VAULT,
                PortOperation.PROTECT_VAULT,
                Variant.FILE_SYSTEM_POLICY_GRANTED,
                azure -> azure.vault(Variant.VAULT).softDelete(false)),
        ROLES_TO_POLICIES_BEFORE_CREATE(
                WriteKind.ADD_ACCESS_POLICY,
                PortOperation.ADD_ACCESS_POLICY,
                Variant.FILE_SYSTEM_RBAC_GRANTED,
                azure -> azure.vault(Variant.VAULT).accessPolicies()),
        ROLES_TO_POLICIES_WHILE_WAITING(
                WriteKind.ADD_ACCESS_POLICY,
                PortOperation.ADD_ACCESS_POLICY,
                Variant.AUTHORIZE_RBAC,
                azure -> azure.vault(Variant.VAULT).accessPolicies()),
        POLICIES_TO_ROLES_BEFORE_CREATE(
                WriteKind.ASSIGN_ROLE,
                PortOperation.CREATE_ROLE_ASSIGNMENT,
                Variant.FILE_SYSTEM_POLICY_GRANTED,
                azure -> azure.vault(Variant.VAULT).rbac()),
        POLICIES_TO_ROLES_WHILE_WAITING(
                WriteKind.ASSIGN_ROLE,
                PortOperation.CREATE_ROLE_ASSIGNMENT,
                Variant.AUTHORIZE_POLICY,
                azure -> azure.vault(Variant.VAULT).rbac()),
        ACCESS_TAKEN_AWAY(
                WriteKind.ADD_ACCESS_POLICY,
                PortOperation.ADD_ACCESS_POLICY,
                Variant.CACHE_USER_POLICY_GRANTED,
                ApprovedPlanTest::takePoliciesAway),
        RESOURCE_GONE(
                WriteKind.CREATE_TARGET,
                PortOperation.CREATE_TARGET,
                Variant.CACHE_USER_RBAC_GRANTED,
                azure -> azure.cache(Variant.NAME).vanish(),
                true),
        ROTATION_SWITCHED_OFF(
                WriteKind.UPDATE_ENCRYPTION,
                PortOperation.UPDATE_TARGET,
                Variant.CACHE_SYSTEM_POLICY_ROTATING,
                azure -> azure.thirdParty(
                        world -> rotationOff(world, azure.cache(Variant.NAME).id())),
                true);

        private final WriteKind write;
        private final PortOperation operation;
        private final Variant variant;
        private final Consumer<FakeAzure> change;
        private final boolean afterAllIsDone;

        Change(WriteKind write, PortOperation operation, Variant variant, Consumer<FakeAzure> change) {
            this(write, operation, variant, change, false);
        }

        Change(
                WriteKind write,
                PortOperation operation,
                Variant variant,
                Consumer<FakeAzure> change,
                boolean afterAllIsDone) {
            this.write = write;
            this.operation = operation;
            this.variant = variant;
            this.change = change;
            this.afterAllIsDone = afterAllIsDone;
        }

        /** The world that the plan is made in. */
        FakeAzure world(Face face) throws InterruptedException {
            var azure = variant.world(1);
            if (afterAllIsDone) {
                face.keys(azure).begin(variant.request(azure)).await(LONG);
            }
            return azure;
        }
    }

    static Stream<Arguments> changes() {
        return Arrays.stream(Change.values())
                .flatMap(change -> Stream.of(Face.values()).map(face -> Arguments.of(change, face)));
    }

    @Test
    void everyKindOfWrite_hasItsChange() {
        var ofTargets = Arrays.stream(Change.values()).map(change -> change.write);
        var ofVaults = Arrays.stream(PrepareVaultTest.Change.values()).map(PrepareVaultTest.Change::write);

        var all = Stream.of(
                        ofTargets,
                        ofVaults,
                        Stream.of(ChangeKeyTest.BOUND_BY_A_PLAN),
                        RotateKeyTest.BOUND_BY_A_PLAN.stream(),
                        SetKeyVersionEnabledTest.BOUND_BY_A_PLAN.stream(),
                        Stream.of(RecoverKeyTest.BOUND_BY_A_PLAN),
                        RevokeGrantTest.BOUND_BY_A_PLAN.stream())
                .flatMap(kinds -> kinds);

        assertThat(all).contains(WriteKind.values());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changes")
    void writeThatBecameNecessaryAfterwards_isNotSent(Change change, Face face) throws InterruptedException {
        staysBound(change, face, plan -> plan);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changes")
    void planFromItsPortableForm_bindsTheSame(Change change, Face face) throws InterruptedException {
        staysBound(change, face, plan -> Plan.fromMap(plan.toMap()));
    }

    private static void staysBound(Change change, Face face, UnaryOperator<Plan> carried) throws InterruptedException {
        var azure = change.world(face);
        var request = change.variant.request(azure);
        var plan = face.keys(azure).plan(request);
        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.writes()).extracting(PlannedWrite::kind).doesNotContain(change.write);
        change.change.accept(azure);
        long before = azure.journal().last();

        var blocked = catchThrowableOfType(
                OperationBlockedException.class,
                () -> face.keys(azure)
                        .begin(request, OperationOptions.approved(carried.apply(plan)))
                        .await(LONG));

        var made = azure.journal().after(before);
        assertThat(blocked).as(made.timeline()).isNotNull();
        assertThat(blocked.code()).isEqualTo(ErrorCode.PLAN_CHANGED);
        assertThat(blocked).hasMessageContaining(change.write.name());
        assertThat(made.calls(change.operation)).as(made.timeline()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("io.github.hpccachecmk.azure.flow.CallBudgetTest#all")
    void unchangedWorld_passes(Variant variant, Face face) throws InterruptedException {
        var azure = variant.world(1);
        var request = variant.request(azure);
        var plan = Plan.fromMap(face.keys(azure).plan(request).toMap());
        long before = azure.journal().last();

        face.keys(azure).begin(request, OperationOptions.approved(plan)).await(LONG);

        assertThat(variant.target(azure).isHealthy()).isTrue();
        assertThat(azure.journal().after(before).changes()).hasSameSizeAs(plan.writes());
    }

    /** Each pass of a durable engine is bound as well. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void step_isBoundByThePlan(Face face) {
        var change = Change.PROTECTION_TAKEN_OFF;
        var azure = change.variant.world(1);
        var request = change.variant.request(azure);
        var options = OperationOptions.approved(face.keys(azure).plan(request));
        change.change.accept(azure);
        long before = azure.journal().last();

        var result = face.keys(azure).step(request, Hint.none(), options);

        assertThat(result.state()).isEqualTo(StepResult.State.BLOCKED);
        assertThat(result.error().orElseThrow().code()).isEqualTo(ErrorCode.PLAN_CHANGED);
        assertThat(azure.journal().after(before).writes()).isEmpty();
    }

    /** Each member of a create's content, with another value that the service would take as well. */
    private static final Map<String, Function<FakeAzure, Object>> OTHER_CONTENT = Map.of(
            "sku", azure -> "AMLFS-Durable-Premium-500",
            "storageCapacityTib", azure -> 16,
            "zones", azure -> List.of("2"),
            "tags", azure -> Map.of("team", "film"),
            "subnet", azure -> azure.subnet() + "-other",
            "maintenanceWindow", azure -> Map.of("day", "SUNDAY", "timeOfDayUtc", "22:00"),
            "key", azure -> azure.keyUrl(Variant.VAULT, OTHER_KEY),
            "identity",
                    azure -> Map.of(
                            "type",
                            "UserAssigned",
                            "userAssigned",
                            List.of(azure.identity("other-identity").id())));

    static Stream<Arguments> otherContent() {
        return OTHER_CONTENT.keySet().stream()
                .sorted()
                .flatMap(member -> Stream.of(Face.values()).map(face -> Arguments.of(member, face)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("otherContent")
    void createWithOtherContentThanTheApprovedOne_isNotSent(String member, Face face) {
        var variant = Variant.FILE_SYSTEM_POLICY_GRANTED;
        var azure = variant.world(1);
        azure.vault(Variant.VAULT).withRsaKey(OTHER_KEY, 2048);
        Worlds.grant(azure, azure.identity("other-identity").principalId());
        var request = variant.request(azure);
        var plan = Plan.fromMap(face.keys(azure).plan(request).toMap());
        assertThat(plan.writes()).extracting(PlannedWrite::kind).containsExactly(WriteKind.CREATE_TARGET);
        var other = Job.changed(request, member, OTHER_CONTENT.get(member).apply(azure));
        assertThat(other.toMap()).as("another request").isNotEqualTo(request.toMap());
        long before = azure.journal().last();

        var blocked = catchThrowableOfType(
                OperationBlockedException.class,
                () -> face.keys(azure)
                        .begin(other, OperationOptions.approved(plan))
                        .await(LONG));

        var made = azure.journal().after(before);
        assertThat(blocked).as(made.timeline()).isNotNull();
        assertThat(blocked.code()).as(made.timeline()).isEqualTo(ErrorCode.PLAN_CHANGED);
        assertThat(made.writes()).as(made.timeline()).isEmpty();
        assertThat(face.keys(azure).plan(other).digest()).isNotEqualTo(plan.digest());
    }

    /** A plan of another resource has looked at none of what concerns this one. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void planOfAnotherResource_clearsNoAdvisoryRule(Face face) {
        var variant = Variant.CACHE_SYSTEM_POLICY;
        var azure = variant.world(1);
        var request = variant.request(azure);
        var neighbour = Job.changed(
                request, "cache", azure.cache(Variant.NAME + "-neighbour").id());
        var plan = face.keys(azure).plan(neighbour);
        assertThat(plan.isBlocked()).isFalse();
        long before = azure.journal().last();

        var blocked = catchThrowableOfType(
                OperationBlockedException.class,
                () -> face.keys(azure)
                        .begin(request, OperationOptions.approved(plan))
                        .await(LONG));

        var made = azure.journal().after(before);
        assertThat(blocked).as(made.timeline()).isNotNull();
        assertThat(blocked.code()).as(made.timeline()).isEqualTo(ErrorCode.PLAN_CHANGED);
        for (var advisory : ADVISORY) {
            assertThat(made.calls(advisory)).as(made.timeline()).isNotEmpty();
        }
        assertThat(made.writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void planOfThisResource_sparesTheAdvisoryRules(Face face) throws InterruptedException {
        var variant = Variant.CACHE_SYSTEM_POLICY;
        var azure = variant.world(1);
        var request = variant.request(azure);
        var plan = face.keys(azure).plan(request);
        long before = azure.journal().last();

        face.keys(azure).begin(request, OperationOptions.approved(plan)).await(LONG);

        var made = azure.journal().after(before);
        for (var advisory : ADVISORY) {
            assertThat(made.calls(advisory)).as(made.timeline()).isEmpty();
        }
    }

    /** A plan that was blocked has cleared nothing: once somebody has acted, the whole preflight is read again. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void blockedPlan_hasThePreflightReadAgain(Face face) throws InterruptedException {
        var variant = Variant.CACHE_SYSTEM_POLICY;
        var azure = variant.world(1);
        azure.vault(Variant.VAULT).keyEnabled(Variant.KEY, false);
        var request = variant.request(azure);
        var plan = face.keys(azure).plan(request);
        assertThat(plan.isBlocked()).isTrue();
        azure.vault(Variant.VAULT).keyEnabled(Variant.KEY, true);
        long before = azure.journal().last();

        face.keys(azure).begin(request, OperationOptions.approved(plan)).await(LONG);

        var made = azure.journal().after(before);
        for (var advisory : ADVISORY) {
            assertThat(made.calls(advisory)).as(made.timeline()).isNotEmpty();
        }
        assertThat(azure.cache(Variant.NAME).isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void blockedPlanThatStillIs_writesNothing(Face face) {
        var variant = Variant.CACHE_SYSTEM_POLICY_UNPROTECTED;
        var azure = variant.world(1);
        azure.vault(Variant.VAULT).keyEnabled(Variant.KEY, false);
        var request = variant.request(azure);
        var plan = face.keys(azure).plan(request);
        long before = azure.journal().last();

        var blocked = catchThrowableOfType(
                OperationBlockedException.class,
                () -> face.keys(azure)
                        .begin(request, OperationOptions.approved(plan))
                        .await(LONG));

        assertThat(blocked.findings()).isNotEmpty();
        assertThat(azure.journal().after(before).writes()).isEmpty();
    }

    private static void takePoliciesAway(FakeAzure azure) {
        azure.vault(Variant.VAULT).document(vault -> vault.withAt("properties.accessPolicies", List.of()));
    }

    private static World rotationOff(World world, String cache) {
        return world.update(
                cache,
                resource -> resource.with(resource.document()
                        .withAt("properties.encryptionSettings.rotationToLatestKeyVersionEnabled", false)));
    }
}
