package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.audit.AuditVerdict;
import io.github.hpccachecmk.core.render.InspectionText;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Status;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody takes the key away from a working resource, by each way there is: one look names the cause, as far as any answer shows it, and
 * what is proposed brings the resource back, or it is said that a person has to act.
 */
class RevocationDrillTest {
    private static final Duration LONG = Duration.ofHours(12);

    /** What is done, which rule names it, and whether a request mends it or a person has to. */
    enum Drill {
        KEY_EXPIRED(Variant.CACHE_SYSTEM_RBAC, "key.expiry", false),
        KEY_DISABLED(Variant.CACHE_SYSTEM_RBAC, "key.enabled", false),
        KEY_DELETED(Variant.CACHE_SYSTEM_POLICY, "key.deleted-state", false),
        ROLE_TAKEN_AWAY(Variant.CACHE_SYSTEM_RBAC, "access.grant", false),
        POLICIES_WIPED(Variant.CACHE_SYSTEM_POLICY, "access.grant", false),
        TENANT_MOVED(Variant.CACHE_SYSTEM_POLICY, "identity.tenant", true);

        private final Variant variant;
        private final String rule;
        private final boolean byHand;

        Drill(Variant variant, String rule, boolean byHand) {
            this.variant = variant;
            this.rule = rule;
            this.byHand = byHand;
        }

        void revoke(FakeAzure azure) {
            var vault = azure.vault(Variant.VAULT);
            switch (this) {
                case KEY_EXPIRED ->
                    vault.keyDates(
                            Variant.KEY,
                            Optional.empty(),
                            Optional.of(azure.now().minus(Duration.ofMinutes(1))));
                case KEY_DISABLED -> vault.keyEnabled(Variant.KEY, false);
                case KEY_DELETED -> vault.keyDeleted(Variant.KEY);
                case ROLE_TAKEN_AWAY -> Worlds.removeAssignments(azure, Variant.KEY);
                case POLICIES_WIPED ->
                    vault.document(found -> found.withAt("properties.accessPolicies", List.<Object>of()));
                case TENANT_MOVED -> vault.tenant("fa4e0000-0000-4000-8000-00000000beef");
            }
        }

        /** What the remedy tells a person to do. */
        void mendByHand(FakeAzure azure) {
            var vault = azure.vault(Variant.VAULT);
            switch (this) {
                case TENANT_MOVED -> vault.tenant(azure.tenant());
                case KEY_EXPIRED, KEY_DISABLED, KEY_DELETED, ROLE_TAKEN_AWAY, POLICIES_WIPED ->
                    throw new AssertionError("a request mends " + this);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Drill.class)
    void revocation_isNamedAtOnceAndWhatIsProposedBringsTheResourceBack(Drill drill) throws InterruptedException {
        for (var face : Face.values()) {
            for (var later : List.of(Duration.ofMinutes(1), Duration.ofHours(3))) {
                var azure = drill.variant.world(1);
                works(azure, drill.variant);
                var keys = face.keys(azure);
                var id = TargetId.parse(drill.variant.target(azure).id());
                drill.revoke(azure);
                azure.advance(later);

                var seen = keys.inspect(id);

                var cause = cause(seen, drill.rule);
                assertThat(cause.finding().remedy()).as(cause.toString()).isNotEmpty();
                assertThat(cause.cure().isEmpty()).as(InspectionText.of(seen)).isEqualTo(drill.byHand);
                if (cause.cure().isPresent()) {
                    keys.begin(cause.cure().get()).await(LONG);
                } else {
                    drill.mendByHand(azure);
                }
                azure.advance(Duration.ofHours(1));
                var after = keys.inspect(id);
                assertThat(after.problems())
                        .as(face + " " + drill + " after " + later + "\n" + InspectionText.of(after))
                        .isEmpty();
            }
        }
    }

    /** The same by a look at everything: the cause in the resource's row, and what is proposed there mends it. */
    @ParameterizedTest
    @EnumSource(Drill.class)
    void revocation_isNamedByAnAuditAndWhatThatProposesBringsTheResourceBack(Drill drill) throws InterruptedException {
        for (var face : Face.values()) {
            for (var later : List.of(Duration.ofMinutes(1), Duration.ofHours(3))) {
                var azure = drill.variant.world(1);
                works(azure, drill.variant);
                var keys = face.keys(azure);
                drill.revoke(azure);
                azure.advance(later);

                var seen = keys.audit(audit(azure)).resources().get(0).inspection();

                var cause = cause(seen, drill.rule);
                assertThat(cause.cure().isEmpty()).as(InspectionText.of(seen)).isEqualTo(drill.byHand);
                if (cause.cure().isPresent()) {
                    keys.begin(cause.cure().get()).await(LONG);
                } else {
                    drill.mendByHand(azure);
                }
                azure.advance(Duration.ofHours(1));
                var after = keys.audit(audit(azure)).resources().get(0).inspection();
                assertThat(after.problems())
                        .as(face + " " + drill + " after " + later + "\n" + InspectionText.of(after))
                        .isEmpty();
            }
        }
    }

    private static AuditQuery audit(FakeAzure azure) {
        return AuditQuery.builder()
                .scope(AuditScope.subscription(azure.subscription()))
                .addAllowedVaults(VaultId.parse(azure.vault(Variant.VAULT).id()))
                .build();
    }

    /** A vault that takes no writes for now serves what has access as before: that is no trouble, and nothing is to be done. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void failoverUnderASoundResource_isNoFalseAlarm(Face face) throws InterruptedException {
        for (var variant : List.of(Variant.CACHE_SYSTEM_POLICY, Variant.FILE_SYSTEM_RBAC_GRANTED)) {
            var azure = variant.world(1);
            works(azure, variant);
            azure.vault(Variant.VAULT).failOver();
            azure.advance(Duration.ofHours(3));
            long before = azure.journal().last();

            var seen = face.keys(azure)
                    .inspect(TargetId.parse(variant.target(azure).id()));
            var audited = face.keys(azure).audit(audit(azure));

            assertThat(seen.problems())
                    .as(face + " " + variant + "\n" + InspectionText.of(seen))
                    .isEmpty();
            assertThat(audited.verdict()).as(audited.toString()).isEqualTo(AuditVerdict.SOUND);
            assertThat(variant.target(azure).isHealthy()).isTrue();
            assertThat(azure.journal().after(before).writes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Drill.class, names = "POLICIES_WIPED|KEY_.*", mode = EnumSource.Mode.MATCH_ANY)
    void cureDuringAFailover_saysWhyItWaitsAndMendsOnceTheRegionIsBack(Drill drill) throws InterruptedException {
        for (var face : Face.values()) {
            var azure = drill.variant.world(1);
            works(azure, drill.variant);
            var keys = face.keys(azure);
            var id = TargetId.parse(drill.variant.target(azure).id());
            drill.revoke(azure);
            azure.vault(Variant.VAULT).failOver();
            azure.advance(Duration.ofMinutes(1));
            var cure = cause(keys.inspect(id), drill.rule).cure().orElseThrow();
            var told = new ArrayList<Status>();
            var back = azure.now().plus(Duration.ofMinutes(100));
            azure.pacing().at(back, () -> azure.vault(Variant.VAULT).failBack());

            keys.begin(cure, OperationOptions.defaults().onProgress(told::add)).await(LONG);

            assertThat(told).as(face + " " + drill).anySatisfy(status -> {
                assertThat(status.message()).contains("the service is currently in a read-only state");
                assertThat(status.awaited().orElseThrow().codeAfter()).isEqualTo(ErrorCode.VAULT_READ_ONLY);
            });
            assertThat(azure.now()).isBetween(back, back.plus(Duration.ofMinutes(30)));
            azure.advance(Duration.ofHours(1));
            var after = keys.inspect(id);
            assertThat(after.problems())
                    .as(face + " " + drill + "\n" + InspectionText.of(after))
                    .isEmpty();
        }
    }

    /** Role assignments are another service's. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void roleTakenAwayDuringAFailover_isGivenBackAtOnce(Face face) throws InterruptedException {
        var drill = Drill.ROLE_TAKEN_AWAY;
        var azure = drill.variant.world(1);
        works(azure, drill.variant);
        var keys = face.keys(azure);
        var id = TargetId.parse(drill.variant.target(azure).id());
        drill.revoke(azure);
        azure.vault(Variant.VAULT).failOver();
        azure.advance(Duration.ofMinutes(1));

        keys.begin(cause(keys.inspect(id), drill.rule).cure().orElseThrow()).await(LONG);

        azure.advance(Duration.ofHours(1));
        assertThat(keys.inspect(id).problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void failoverThatLasts_isGivenUpWithItsReasonAndTheSameCureMendsLater(Face face) throws InterruptedException {
        var drill = Drill.POLICIES_WIPED;
        var azure = drill.variant.world(1);
        works(azure, drill.variant);
        var keys = face.keys(azure);
        var id = TargetId.parse(drill.variant.target(azure).id());
        drill.revoke(azure);
        azure.vault(Variant.VAULT).failOver();
        var cure = cause(keys.inspect(id), drill.rule).cure().orElseThrow();

        var blocked = catchThrowableOfType(
                OperationBlockedException.class, () -> keys.begin(cure).await(LONG));

        assertThat(blocked.error().code()).isEqualTo(ErrorCode.VAULT_READ_ONLY);
        assertThat(blocked.error().message()).contains("the service is currently in a read-only state");
        assertThat(blocked.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("begin the same request again"));
        azure.vault(Variant.VAULT).failBack();
        keys.begin(cure).await(LONG);
        azure.advance(Duration.ofHours(1));
        assertThat(keys.inspect(id).problems()).isEmpty();
    }

    /** The resource goes on with the principal that it knew, so nothing that is run can mend it. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void identityMadeAgain_isNamedAndNothingIsProposedThatCannotHelp(Face face) throws InterruptedException {
        var variant = Variant.CACHE_USER_POLICY;
        var azure = variant.world(1);
        new Job(azure, Face.PORTS.keys(azure), variant.request(azure)).succeeds();
        azure.advance(Duration.ofDays(1));
        azure.identity("render-identity").madeAgain();

        var seen = face.keys(azure).inspect(TargetId.parse(variant.target(azure).id()));

        var audited = face.keys(azure).audit(audit(azure)).resources().get(0).inspection();

        assertThat(cause(audited, "identity.recreated").cure()).isEmpty();
        var cause = cause(seen, "identity.recreated");
        assertThat(cause.cure()).isEmpty();
        assertThat(cause.finding().message()).contains("made again");
    }

    /** The resource works, and the caller may do with the key whatever a cure takes. */
    static void works(FakeAzure azure, Variant variant) throws InterruptedException {
        new Job(azure, Face.PORTS.keys(azure), variant.request(azure)).succeeds();
        var owner = azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
        azure.vault(Variant.VAULT).withKeyPermissions(owner.objectId(), "get", "rotate", "update", "recover");
    }

    private static Problem cause(Inspection seen, String rule) {
        return seen.problems().stream()
                .filter(problem -> problem.finding().rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(InspectionText.of(seen)));
    }
}
