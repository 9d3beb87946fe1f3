package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.render.InspectionText;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.inspection.Encryption;
import io.github.hpccachecmk.inspection.IdentityAccess;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.RotateKey;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody sees who looks at a resource, and that what is proposed brings it back. */
class InspectTest {
    private static final Duration LONG = Duration.ofHours(12);

    /** Healthy under its key, with the rights to rotate. */
    private static FakeAzure working(Variant variant) throws InterruptedException {
        var azure = variant.world(1);
        new Job(azure, Face.PORTS.keys(azure), variant.request(azure)).succeeds();
        var owner = azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
        azure.vault(Variant.VAULT).withKeyPermissions(owner.objectId(), "get", "rotate", "update");
        return azure;
    }

    private static TargetId id(Variant variant, FakeAzure azure) {
        return TargetId.parse(variant.target(azure).id());
    }

    private static Inspection inspect(Face face, Variant variant, FakeAzure azure) {
        return face.keys(azure).inspect(id(variant, azure));
    }

    private static Problem problem(Inspection seen, String rule) {
        return seen.problems().stream()
                .filter(problem -> problem.finding().rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(InspectionText.of(seen)));
    }

    private static void run(Face face, FakeAzure azure, Optional<? extends CmkRequest<?>> cure)
            throws InterruptedException {
        face.keys(azure).begin(cure.orElseThrow()).await(LONG);
    }

    @ParameterizedTest
    @EnumSource(
            value = Variant.class,
            names = {
                "CACHE_SYSTEM_POLICY",
                "CACHE_SYSTEM_RBAC",
                "CACHE_USER_RBAC",
                "FILE_SYSTEM_RBAC",
                "FILE_SYSTEM_RBAC_GRANTED"
            })
    void workingResource_isSoundByReadsAlone(Variant variant) throws InterruptedException {
        for (var face : Face.values()) {
            var azure = working(variant);
            long before = azure.journal().last();

            var seen = inspect(face, variant, azure);

            assertThat(seen.problems()).as(InspectionText.of(seen)).isEmpty();
            assertThat(seen.unknowns()).as(InspectionText.of(seen)).isEmpty();
            assertThat(seen.encryption()).isEqualTo(Encryption.CUSTOMER_MANAGED);
            assertThat(seen.key().map(Object::toString))
                    .contains(variant.target(azure).keyUrl());
            assertThat(seen.newestKey()).isEqualTo(seen.key());
            assertThat(seen.access()).isNotEmpty().allMatch(access -> access.state() == IdentityAccess.State.PROVEN);
            assertThat(seen.outlook()).isEqualTo("Nothing is known to be about to change.");
            assertThat(azure.journal().after(before).entries())
                    .extracting(JournalEntry::method)
                    .containsOnly("GET");
            // Resource, vault, key; the identity where it is one's own resource; its assignments where roles decide.
            assertThat(azure.journal().after(before).entries()).hasSizeBetween(3, 5);
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void waitingCache_showsTheMinutesLeftAndTheRequestThatSavesIt(Face face) throws InterruptedException {
        var variant = Variant.AUTHORIZE_POLICY_UNPROTECTED;
        var azure = variant.world(1);
        azure.advance(Duration.ofMinutes(30));

        var seen = inspect(face, variant, azure);

        var created = Instant.parse(
                variant.target(azure).document().text("systemData.createdAt").orElseThrow());
        assertThat(seen.deadline()).contains(created.plus(Duration.ofMinutes(90)));
        var waiting = problem(seen, "resource.waiting");
        long left = Duration.between(seen.observedAt(), created.plus(Duration.ofMinutes(90)))
                .toMinutes();
        assertThat(waiting.finding().message()).contains(left + " minutes are left");
        assertThat(waiting.cure()).containsInstanceOf(AuthorizeCache.class);
        assertThat(seen.outlook()).startsWith("It fails at " + seen.deadline().orElseThrow());
        run(face, azure, waiting.cure());
        assertThat(inspect(face, variant, azure).isSound()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void disabledKey_isNamedWithTheTimeAndWhatFollows(Face face) throws InterruptedException {
        var variant = Variant.FILE_SYSTEM_RBAC;
        var azure = working(variant);
        azure.vault(Variant.VAULT).keyEnabled(Variant.KEY, false);
        azure.advance(Duration.ofMinutes(20));

        var seen = inspect(face, variant, azure);

        assertThat(seen.keyEnabled()).contains(false);
        assertThat(problem(seen, "key.enabled").finding().severity()).isEqualTo(Severity.BLOCKING);
        assertThat(seen.outlook())
                .contains("disabled at the latest at")
                .contains("(20 minutes ago)")
                .contains("disk I/O is expected to fail about 60 minutes after it")
                .contains("inferred")
                .contains("enable the version, or change the key");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void expiredKey_itsRotationBringsAValidVersion(Face face) throws InterruptedException {
        var variant = Variant.FILE_SYSTEM_RBAC;
        var azure = working(variant);
        azure.vault(Variant.VAULT)
                .keyDates(Variant.KEY, Optional.empty(), Optional.of(azure.now().minus(Duration.ofMinutes(5))));

        var seen = inspect(face, variant, azure);

        assertThat(seen.daysToExpiry()).contains(0L);
        assertThat(seen.outlook()).contains("expired at").contains("sources conflict");
        var expired = problem(seen, "key.expiry");
        assertThat(expired.cure()).containsInstanceOf(RotateKey.class);
        run(face, azure, expired.cure());
        assertThat(inspect(face, variant, azure).problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void deletedKey_isNamedAsDeleted(Face face) throws InterruptedException {
        var variant = Variant.CACHE_SYSTEM_POLICY;
        var azure = working(variant);
        azure.vault(Variant.VAULT).keyDeleted(Variant.KEY);

        var seen = inspect(face, variant, azure);

        assertThat(problem(seen, "key.exists").finding().severity()).isEqualTo(Severity.BLOCKING);
        assertThat(problem(seen, "key.deleted-state").finding().message()).contains("in deleted state");
        assertThat(seen.outlook())
                .contains("The key is not there: it was deleted at")
                .contains("recover the key");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void policiesWiped_theCureGivesAccessAgain(Face face) throws InterruptedException {
        for (var variant : List.of(Variant.CACHE_SYSTEM_POLICY, Variant.CACHE_USER_POLICY)) {
            var azure = working(variant);
            azure.vault(Variant.VAULT).document(vault -> vault.withAt("properties.accessPolicies", List.<Object>of()));

            var seen = inspect(face, variant, azure);

            assertThat(seen.access()).extracting(IdentityAccess::state).containsExactly(IdentityAccess.State.ABSENT);
            assertThat(seen.outlook()).contains("has lost its access");
            var absent = problem(seen, "access.grant");
            assertThat(absent.cure()).containsInstanceOf(ChangeKey.class);
            run(face, azure, absent.cure());
            assertThat(inspect(face, variant, azure).problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void olderVersionInUse_theCureTakesTheNewest(Face face) throws InterruptedException {
        var variant = Variant.CACHE_USER_POLICY;
        var azure = working(variant);
        azure.vault(Variant.VAULT).withNewVersion(Variant.KEY);

        var seen = inspect(face, variant, azure);

        assertThat(seen.newestKey()).isNotEqualTo(seen.key());
        assertThat(seen.outlook()).isEqualTo("It stays on its version until somebody changes it.");
        run(face, azure, problem(seen, "key.version").cure());
        assertThat(inspect(face, variant, azure).problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void vaultUnreadable_isUnknownAndNotWrong(Face face) throws InterruptedException {
        var variant = Variant.CACHE_SYSTEM_POLICY;
        var azure = working(variant);
        azure.faults()
                .on(PortOperation.GET_VAULT)
                .everyCall()
                .answer(403, "AuthorizationFailed", "does not have authorization to read the vault");

        var seen = inspect(face, variant, azure);

        assertThat(seen.problems()).as(InspectionText.of(seen)).isEmpty();
        assertThat(seen.unknowns()).extracting(Finding::rule).contains("vault.purge-protection", "access.grant");
        assertThat(seen.access()).extracting(IdentityAccess::state).containsExactly(IdentityAccess.State.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void momentaryFailure_isTriedOnceMore(Face face) throws InterruptedException {
        var variant = Variant.CACHE_SYSTEM_POLICY;
        var azure = working(variant);
        azure.faults().on(PortOperation.GET_VAULT).nextCalls(1).answer(503, "ServiceUnavailable", "for a moment");

        assertThat(inspect(face, variant, azure).unknowns()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void absentResource_saysThatOneReadDidNotFindIt(Face face) {
        var azure = FakeAzure.create(1);
        var keys = face.keys(azure);
        var id = CacheId.of(azure.subscription(), FakeAzure.DEFAULT_GROUP, "nowhere");

        var missing = catchThrowableOfType(CmkException.class, () -> keys.inspect(id));

        assertThat(missing.error().code()).isEqualTo(ErrorCode.RESOURCE_MISSING);
        assertThat(missing.getMessage()).contains("One read, which can be stale, does not find " + id);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void text_tellsStateKeyAccessOutlookAndEachProblemWithItsRemedy(Face face) throws InterruptedException {
        var variant = Variant.FILE_SYSTEM_RBAC;
        var azure = working(variant);
        azure.vault(Variant.VAULT).withNewVersion(Variant.KEY);

        var text = InspectionText.of(inspect(face, variant, azure));

        assertThat(text)
                .contains("state          Succeeded, Available")
                .contains("access         PROVEN user-assigned identity render-identity")
                .contains("WARNING key.version: The version is not the newest")
                .contains(
                        "-> ready to run: rotateKey of " + variant.target(azure).id())
                .contains("Problems: 1, unknown: 0");
    }
}
