package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.audit.AuditReport;
import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.audit.AuditVerdict;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.inspection.Encryption;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody sees who looks at all caches and file systems of a scope, and what that costs. */
class AuditTest {
    private static final Duration LONG = Duration.ofHours(12);

    private static FakeAzure working(Variant variant) throws InterruptedException {
        var azure = variant.world(1);
        new Job(azure, Face.PORTS.keys(azure), variant.request(azure)).succeeds();
        return azure;
    }

    private static AuditQuery.Builder subscription(FakeAzure azure) {
        return AuditQuery.builder().scope(AuditScope.subscription(azure.subscription()));
    }

    private static VaultId vault(FakeAzure azure) {
        return VaultId.parse(azure.vault(Variant.VAULT).id());
    }

    private static AuditReport audit(Face face, FakeAzure azure) {
        return face.keys(azure)
                .audit(subscription(azure).addAllowedVaults(vault(azure)).build());
    }

    private static AuditedResource only(AuditReport report) {
        assertThat(report.resources()).hasSize(1);
        return report.resources().get(0);
    }

    private static Problem problem(AuditedResource row, String rule) {
        return row.inspection().problems().stream()
                .filter(problem -> problem.finding().rule().equals(rule))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(row.inspection().problems().toString()));
    }

    private static void run(Face face, FakeAzure azure, Optional<? extends CmkRequest<?>> cure)
            throws InterruptedException {
        face.keys(azure).begin(cure.orElseThrow()).await(LONG);
    }

    private static void put(FakeAzure azure, String id, Doc body) {
        var version = id.contains("roleAssignments") ? "2022-04-01" : "2024-03-01";
        var answer = azure.answer(WireRequest.arm("PUT", id, version, body, FakeAzure.OWNER));
        assertThat(answer.isSuccess()).as(answer.toString()).isTrue();
    }

    /** A cache as the portal makes it. */
    private static Doc cacheBody(FakeAzure azure, Doc properties) {
        return Doc.of(
                "location", FakeAzure.DEFAULT_LOCATION,
                "sku", Doc.of("name", "Standard_2G"),
                "identity", Doc.of("type", "SystemAssigned"),
                "properties", properties.with("cacheSizeGB", 3072).with("subnet", azure.subnet()));
    }

    // ---- what it costs

    @ParameterizedTest
    @EnumSource(
            value = Variant.class,
            names = {"CACHE_SYSTEM_POLICY", "CACHE_SYSTEM_RBAC", "CACHE_USER_RBAC", "FILE_SYSTEM_RBAC"})
    void workingResource_isSoundByFiveQueriesOneReadOfItsKeyAndTheCallersRights(Variant variant)
            throws InterruptedException {
        for (var face : Face.values()) {
            var azure = working(variant);
            long before = azure.journal().last();

            var report = audit(face, azure);

            var row = only(report);
            assertThat(row.inspection().problems()).isEmpty();
            assertThat(row.inspection().unknowns()).isEmpty();
            assertThat(row.source()).isEqualTo(AuditedResource.Source.INVENTORY);
            assertThat(row.isCompliant()).contains(true);
            assertThat(row.location()).contains(FakeAzure.DEFAULT_LOCATION);
            assertThat(row.inspection().key().map(Object::toString))
                    .contains(variant.target(azure).keyUrl());
            assertThat(report.verdict()).isEqualTo(AuditVerdict.SOUND);
            assertThat(azure.journal().after(before).entries())
                    .extracting(JournalEntry::operation)
                    .containsExactlyInAnyOrder(
                            PortOperation.LIST_PERMISSIONS.name(),
                            PortOperation.QUERY_RESOURCES.name(),
                            PortOperation.QUERY_RESOURCES.name(),
                            PortOperation.QUERY_RESOURCES.name(),
                            PortOperation.QUERY_RESOURCES.name(),
                            PortOperation.QUERY_RESOURCES.name(),
                            PortOperation.GET_KEY.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rowFromTheInventory_carriesItsAge(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_POLICY);

        var row = only(audit(face, azure));

        assertThat(row.age(azure.now().plus(Duration.ofMinutes(5)))).isEqualTo(Duration.ofMinutes(5));
    }

    // ---- what it finds

    @ParameterizedTest
    @EnumSource(Face.class)
    void resourceWithoutCustomerManagedKey_isFoundToo(Face face) {
        var azure = FakeAzure.create(1);
        put(azure, azure.cache("plain").id(), cacheBody(azure, Doc.empty()));
        azure.advance(Duration.ofHours(1));

        var row = only(face.keys(azure).audit(subscription(azure).build()));

        assertThat(row.inspection().encryption()).isEqualTo(Encryption.PLATFORM_MANAGED);
        assertThat(row.inspection().problems()).hasSize(1);
        assertThat(row.inspection().unknowns()).isEmpty();
        assertThat(row.inspection().access()).isEmpty();
        assertThat(row.isCompliant()).contains(false);
        assertThat(row.target().kind().complianceControl()).contains("970f84d8-71b6-4091-9979-ace7e3fb6dbb");
        assertThat(problem(row, "resource.encryption").cure()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void waitingCache_comesWithTheMinutesLeftAndTheRequestThatSavesIt(Face face) throws InterruptedException {
        var azure = Variant.AUTHORIZE_POLICY_UNPROTECTED.world(1);
        azure.advance(Duration.ofMinutes(30));
        long before = azure.journal().last();

        var row = only(audit(face, azure));

        var created = Instant.parse(azure.cache(Variant.NAME)
                .document()
                .text("systemData.createdAt")
                .orElseThrow());
        assertThat(row.source()).isEqualTo(AuditedResource.Source.READ);
        assertThat(row.minutesLeft())
                .contains(Duration.between(row.inspection().observedAt(), created.plus(Duration.ofMinutes(90)))
                        .toMinutes());
        assertThat(azure.journal().after(before).countByOperation())
                .containsEntry(PortOperation.GET_TARGET.name(), 1)
                .doesNotContainKey(PortOperation.GET_VAULT.name());
        var waiting = problem(row, "resource.waiting");
        assertThat(waiting.cure()).containsInstanceOf(AuthorizeCache.class);
        run(face, azure, waiting.cure());
        assertThat(only(audit(face, azure)).inspection().isSound()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void waitingCacheWithoutSourceVault_isFoundItsVaultAmongTheAllowedOnes(Face face) throws InterruptedException {
        var azure = FakeAzure.create(1);
        azure.vault(Variant.VAULT).purgeProtection(true).withRsaKey(Variant.KEY, 2048);
        var settings = Doc.of("keyEncryptionKey", Doc.of("keyUrl", azure.keyUrl(Variant.VAULT, Variant.KEY)));
        put(azure, azure.cache(Variant.NAME).id(), cacheBody(azure, Doc.of("encryptionSettings", settings)));
        azure.advance(Duration.ofMinutes(20));

        var unknown = only(face.keys(azure).audit(subscription(azure).build()));
        var known = only(audit(face, azure));

        assertThat(problem(unknown, "resource.waiting").cure()).isEmpty();
        var cure = problem(known, "resource.waiting").cure();
        assertThat(cure).containsInstanceOf(AuthorizeCache.class);
        run(face, azure, cure);
        assertThat(azure.cache(Variant.NAME).isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyInAVaultThatIsNotAllowed_hasNoRequestAndSaysWhy(Face face) {
        var azure = Variant.AUTHORIZE_RBAC.world(1);
        azure.advance(Duration.ofMinutes(30));

        var row = only(face.keys(azure).audit(subscription(azure).build()));

        var waiting = problem(row, "resource.waiting");
        assertThat(waiting.cure()).isEmpty();
        assertThat(waiting.finding().remedy()).contains("when the query allows vault " + vault(azure));
        assertThat(row.inspection().problems())
                .allMatch(problem -> problem.cure().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void roleTakenAway_isConfirmedByReadsAndMendedByTheRequest(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_RBAC);
        Worlds.removeAssignments(azure, Variant.KEY);
        long before = azure.journal().last();

        var row = only(audit(face, azure));

        assertThat(row.source()).isEqualTo(AuditedResource.Source.READ);
        assertThat(azure.journal().after(before).countByOperation())
                .containsEntry(PortOperation.LIST_ROLE_ASSIGNMENTS.name(), 1)
                .containsEntry(PortOperation.GET_TARGET.name(), 1);
        var missing = problem(row, "access.grant");
        assertThat(missing.finding().severity()).isEqualTo(Severity.BLOCKING);
        run(face, azure, missing.cure());
        assertThat(only(audit(face, azure)).inspection().isSound()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void accessOnTheSubscription_countsAndIsWiderThanNeeded(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_RBAC);
        Worlds.removeAssignments(azure, Variant.KEY);
        var principal = azure.cache(Variant.NAME).principalId();
        put(
                azure,
                "/subscriptions/" + azure.subscription()
                        + "/providers/Microsoft.Authorization/roleAssignments/fa4e0000-0000-4000-8000-000000000001",
                Doc.of(
                        "properties",
                        Doc.of(
                                "roleDefinitionId",
                                "/subscriptions/" + azure.subscription()
                                        + "/providers/Microsoft.Authorization/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6",
                                "principalId",
                                principal,
                                "principalType",
                                "ServicePrincipal")));
        azure.advance(Duration.ofHours(1));

        var row = only(audit(face, azure));

        assertThat(row.source()).isEqualTo(AuditedResource.Source.INVENTORY);
        assertThat(problem(row, "access.width").finding().message())
                .contains("on /subscriptions/" + azure.subscription());
        assertThat(row.inspection().problems()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void policyThatGivesMore_isWiderThanNeeded(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_POLICY);
        azure.vault(Variant.VAULT)
                .withKeyPermissions(azure.cache(Variant.NAME).principalId(), "get", "wrapKey", "unwrapKey", "delete");

        var row = only(audit(face, azure));

        assertThat(problem(row, "access.width").finding().message()).contains("key permission delete");
        assertThat(row.worst()).contains(Severity.WARNING);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void versionBehindAndAutoRotationOff_areFoundWhereWanted(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_POLICY);
        azure.vault(Variant.VAULT).withNewVersion(Variant.KEY);

        var unwanted = only(audit(face, azure));
        var row = only(face.keys(azure)
                .audit(subscription(azure)
                        .addAllowedVaults(vault(azure))
                        .autoRotationWanted(true)
                        .build()));

        assertThat(unwanted.inspection().problems())
                .extracting(problem -> problem.finding().rule())
                .containsExactly("key.version");
        assertThat(row.inspection().problems())
                .extracting(problem -> problem.finding().rule())
                .containsExactlyInAnyOrder("key.version", "resource.auto-rotation");
        var cure = problem(row, "resource.auto-rotation").cure();
        assertThat(cure).containsInstanceOf(ChangeKey.class);
        run(face, azure, cure);
        assertThat(only(audit(face, azure)).inspection().autoRotation()).contains(true);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void grantThatNoResourceNeeds_isFoundWhenItIsOursAndNotYoung(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_RBAC);
        azure.answer(WireRequest.arm("DELETE", azure.cache(Variant.NAME).id(), "2024-03-01", null, FakeAzure.OWNER));
        azure.advance(Duration.ofHours(1));
        assertThat(audit(face, azure).summary().elsewhere()).isEmpty();
        azure.advance(Duration.ofDays(2));

        var report = audit(face, azure);

        assertThat(report.resources()).isEmpty();
        assertThat(report.summary().elsewhere())
                .extracting(problem -> problem.finding().rule())
                // Not that of the stranger, of which nobody knows whose it is.
                .containsExactly("access.orphaned");
        assertThat(report.verdict()).isEqualTo(AuditVerdict.WARNINGS);
        run(face, azure, report.summary().elsewhere().get(0).cure());
        assertThat(audit(face, azure).verdict()).isEqualTo(AuditVerdict.SOUND);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void subscriptionNearItsLimitOfAssignments_isFound(Face face) {
        var azure = FakeAzure.create(1).assignmentsOfOthers(3_900);

        var report = face.keys(azure).audit(subscription(azure).build());

        assertThat(report.summary().elsewhere())
                .extracting(problem -> problem.finding().message())
                .containsExactly("The subscription has 3,900 role assignments of its own; 4,000 is the limit, and each"
                        + " resource and key takes one.");
    }

    // ---- an inventory that lags

    @ParameterizedTest
    @EnumSource(Face.class)
    void inventoryThatLags_isNotBelievedAboutTrouble(Face face) throws InterruptedException {
        var azure = Variant.CACHE_SYSTEM_POLICY.world(1);
        new Job(azure, Face.PORTS.keys(azure), Variant.CACHE_SYSTEM_POLICY.request(azure)).succeeds();
        // Ten minutes ago it was still being made.
        azure.inventoryLag(Duration.ofMinutes(10));

        var row = only(audit(face, azure));

        assertThat(row.source()).isEqualTo(AuditedResource.Source.READ);
        assertThat(row.inspection().isSound()).as(row.toString()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void resourceDeletedSince_isLeftOut(Face face) throws InterruptedException {
        var azure = Variant.AUTHORIZE_POLICY.world(1);
        azure.advance(Duration.ofMinutes(10));
        azure.answer(WireRequest.arm("DELETE", azure.cache(Variant.NAME).id(), "2024-03-01", null, FakeAzure.OWNER));
        azure.advance(Duration.ofHours(1));
        azure.inventoryLag(Duration.ofHours(1).plusMinutes(1));

        var report = audit(face, azure);

        assertThat(report.resources()).isEmpty();
        assertThat(azure.journal().countByOperation()).containsKey(PortOperation.GET_TARGET.name());
    }

    // ---- throttling and rights

    @ParameterizedTest
    @EnumSource(Face.class)
    void throttledInventory_isWaitedForAndNothingIsMissing(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_POLICY);
        for (int call : List.of(1, 2, 4)) {
            azure.faults()
                    .on(PortOperation.QUERY_RESOURCES)
                    .call(call)
                    .answer(429, "RateLimiting", "Client application has been throttled.");
        }
        var start = azure.now();

        var report = audit(face, azure);

        assertThat(only(report).inspection().isSound()).isTrue();
        assertThat(report.verdict()).isEqualTo(AuditVerdict.SOUND);
        assertThat(Duration.between(start, azure.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void callerWithoutAnyRight_isToldSo(Face face) {
        var azure = FakeAzure.create(1);
        azure.principal("nobody");
        var keys = face.keys(azure, RuleCatalogue.standard(new PolicySettings(false)), "nobody");
        var query = subscription(azure).build();

        var failed = catchThrowableOfType(CmkException.class, () -> keys.audit(query));

        assertThat(failed.code()).isEqualTo(ErrorCode.CALLER_NOT_AUTHORIZED);
        assertThat(failed).hasMessageContaining("at least one subscription");
        assertThat(failed.error().remedy()).contains("Reader");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void callerWhoMayReadOneGroupAlone_isToldWhatMayBeMissing(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_USER_POLICY_GRANTED);
        azure.principal("reader")
                .add(RightGrant.actions(
                        "/subscriptions/" + azure.subscription(), "Microsoft.Authorization/permissions/read"))
                .add(RightGrant.actions(azure.groupId(FakeAzure.DEFAULT_GROUP), "Microsoft.StorageCache/*/read"));
        var keys = face.keys(azure, RuleCatalogue.standard(new PolicySettings(false)), "reader");

        var report = keys.audit(subscription(azure).build());

        assertThat(report.summary().gaps()).extracting(Finding::rule).contains("audit.rights");
        assertThat(report.summary().gaps().get(0).message())
                .contains("Microsoft.KeyVault/vaults/read")
                .contains("leaves out what the caller may not read");
        assertThat(only(report).inspection().unknowns())
                .extracting(Finding::rule)
                .contains("vault.exists", "key.exists");
        assertThat(report.verdict()).isEqualTo(AuditVerdict.INCOMPLETE);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void inventoryOfVaultsUnreadable_isAGapAndTheVaultIsReadByItself(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_POLICY);
        azure.faults().on(PortOperation.QUERY_RESOURCES).call(1).answer(400, "BadRequest", "Something is off.");

        var report = audit(face, azure);

        assertThat(only(report).inspection().isSound()).isTrue();
        assertThat(report.summary().gaps())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("The inventory of vaults could not be read to its end");
        assertThat(report.verdict()).isEqualTo(AuditVerdict.INCOMPLETE);
    }

    // ---- scopes and order

    @ParameterizedTest
    @EnumSource(Face.class)
    void resourceGroup_showsItsOwnResourcesAlone(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_POLICY);
        azure.group("empty-rg", FakeAzure.DEFAULT_LOCATION);

        var own = face.keys(azure).audit(AuditQuery.of(group(azure, "RENDER-rg")));
        var other = face.keys(azure).audit(AuditQuery.of(group(azure, "empty-rg")));

        assertThat(only(own).inspection().isSound()).isTrue();
        assertThat(other.resources()).isEmpty();
    }

    private static AuditScope group(FakeAzure azure, String name) {
        return AuditScope.resourceGroup(ResourceGroupId.of(azure.subscription(), name));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void managementGroup_coversItsSubscriptions(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_RBAC);
        azure.managementGroup("corp", azure.subscription());

        var report = face.keys(azure).audit(AuditQuery.of(AuditScope.managementGroup("corp")));

        assertThat(only(report).inspection().isSound()).isTrue();
        assertThat(report.summary().scope()).isEqualTo(AuditScope.managementGroup("corp"));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rows_comeAsTheyAreKnownAndTheReportIsInTheOrderOfIds(Face face) {
        var azure = FakeAzure.create(1).limits(10, 10);
        for (var name : List.of("beta", "Alpha", "gamma")) {
            put(azure, azure.cache(name).id(), cacheBody(azure, Doc.empty()));
        }
        azure.advance(Duration.ofHours(1));
        var streamed = new ArrayList<String>();

        var summary = face.keys(azure)
                .audit(
                        subscription(azure).build(),
                        row -> streamed.add(row.target().name()));
        var report = face.keys(azure).audit(subscription(azure).build());

        assertThat(streamed).containsExactlyInAnyOrder("Alpha", "beta", "gamma");
        assertThat(summary.resources()).isEqualTo(3);
        assertThat(report.resources()).extracting(row -> row.target().name()).containsExactly("Alpha", "beta", "gamma");
    }
}
