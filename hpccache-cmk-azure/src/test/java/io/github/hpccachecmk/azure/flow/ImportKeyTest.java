package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.ImportMaterial;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.render.PlanText;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.PrepareVault;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Key material that the administrator brings along. */
class ImportKeyTest {
    private static final Duration LONG = Duration.ofHours(12);
    private static final String VAULT = PrepareVariant.VAULT;
    private static final String KEY = PrepareVariant.KEY;
    private static final RSAPrivateCrtKey PAYROLL =
            Face.MATERIAL.find("payroll").flatMap(ImportMaterial::rsaKey).orElseThrow();

    private static Finding blocked(Face face, FakeAzure azure, PrepareVault request) {
        return Blocked.by(face, azure, request).findings().get(0);
    }

    private static Doc shown(FakeAzure azure, String host) {
        var answer = (WireOutcome.Answered) azure.call(new WireRequest(
                "GET", host, "/keys/" + KEY, Map.of("api-version", "7.6"), Map.of(), null, FakeAzure.OWNER));
        return answer.response().document();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void importedKey_isTheMaterialWithExpiryAndRotation(Face face) throws InterruptedException {
        var azure = PrepareVariant.NEW_IMPORTED.world(1);

        var prepared = face.keys(azure)
                .begin(PrepareVariant.NEW_IMPORTED.request(azure))
                .await(LONG);

        var key = shown(azure, prepared.key().host());
        assertThat(new BigInteger(
                        1, Base64.getUrlDecoder().decode(key.text("key.n").orElseThrow())))
                .isEqualTo(PAYROLL.getModulus());
        assertThat(key.texts("key.key_ops")).containsExactly("wrapKey", "unwrapKey");
        assertThat(prepared.keyExpires())
                .isEqualTo(PrepareVariant.NEW_IMPORTED.request(azure).keyExpires());
        assertThat(PortFace.of(azure, FakeAzure.OWNER)
                        .keyData()
                        .rotation(new CallContext("test"), prepared.key())
                        .value()
                        .flatMap(RotationSnapshot::rotateAfter))
                .contains("P180D");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void transferBlob_becomesAKeyInHardware(Face face) throws InterruptedException {
        var azure = PrepareVariant.PREMIUM_IMPORTED_BLOB.world(1);

        var prepared = face.keys(azure)
                .begin(PrepareVariant.PREMIUM_IMPORTED_BLOB.request(azure))
                .await(LONG);

        assertThat(shown(azure, prepared.key().host()).text("key.kty")).contains("RSA-HSM");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void newVaultForATransferBlob_isPremium(Face face) throws InterruptedException {
        var azure = PrepareVariant.NEW_IMPORTED.world(1);

        face.keys(azure)
                .begin(PrepareVariant.NEW_IMPORTED
                        .builder(azure)
                        .keyImport(KeyImport.transferBlob("hsm"))
                        .build())
                .await(LONG);

        assertThat(azure.vault(VAULT).document().text("properties.sku.name")).contains("premium");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyFromAnotherHand_blocksAndGetsNoSecondVersion(Face face) {
        var azure = PrepareVariant.ADOPTED_COMPLETE.world(1);
        azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
        var request = PrepareVariant.ADOPTED_COMPLETE
                .builder(azure)
                .keyImport(KeyImport.rsaKey("payroll"))
                .build();

        var finding = blocked(face, azure, request);

        assertThat(finding.code()).contains(ErrorCode.NAME_TAKEN);
        assertThat(finding.message())
                .contains("its tag hpccache-cmk-imported-as does not say that it was made from material 'payroll'");
        assertThat(azure.vault(VAULT).versions(KEY)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void materialThatTheSourceDoesNotHave_blocksBeforeAVaultIsMade(Face face) {
        var azure = PrepareVariant.NEW_IMPORTED.world(1);
        var request = PrepareVariant.NEW_IMPORTED
                .builder(azure)
                .keyImport(KeyImport.rsaKey("nobody-has-it"))
                .build();

        var finding = blocked(face, azure, request);

        assertThat(finding.rule()).isEqualTo("key.material");
        assertThat(azure.journal().writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void newVaultThatWouldRefuseTheImport_isNotMade(Face face) {
        var azure = PrepareVariant.NEW_IMPORTED.world(1);
        var request = PrepareVariant.NEW_IMPORTED
                .builder(azure)
                .network(VaultNetwork.TRUSTED_SERVICES_ONLY)
                .build();

        assertThat(blocked(face, azure, request).code()).contains(ErrorCode.VAULT_FIREWALL);
        assertThat(azure.journal().writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void firewallOfAnExistingVault_isWarnedOfAndToldWhenItRefuses(Face face) {
        var azure = PrepareVariant.PREMIUM_IMPORTED_BLOB.world(1);
        azure.vault(VAULT).firewall("Deny", "AzureServices");
        var request = PrepareVariant.PREMIUM_IMPORTED_BLOB.request(azure);

        assertThat(face.keys(azure).plan(request).findings())
                .filteredOn(finding -> finding.rule().equals("vault.import"))
                .extracting(Finding::message)
                .containsExactly("The vault's firewall is on; the import is refused unless it lets this client in.");

        assertThat(blocked(face, azure, request).code()).contains(ErrorCode.VAULT_FIREWALL);
        assertThat(azure.journal().changes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyMadeByOthersWhileTheVaultIsRegistered_getsNoSecondVersion(Face face) {
        var azure = PrepareVariant.NEW_IMPORTED.world(1);
        var operation = face.keys(azure).begin(PrepareVariant.NEW_IMPORTED.request(azure));
        azure.faults()
                .on(PortOperation.GET_VAULT)
                .call(3)
                .runBefore(() -> azure.vault(VAULT).withRsaKey(KEY, 2048));

        var blocked = catchThrowableOfType(OperationBlockedException.class, () -> operation.await(LONG));

        assertThat(blocked.findings().get(0).rule()).isEqualTo("flow.other-key");
        assertThat(azure.vault(VAULT).versions(KEY)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void unansweredImport_isNotSentAgainBeforeItCanHaveShown(Face face) throws InterruptedException {
        var azure = PrepareVariant.NEW_IMPORTED.world(1);
        azure.faults().on(PortOperation.IMPORT_KEY).call(1).effectAfter(Duration.ofSeconds(100));

        face.keys(azure).begin(PrepareVariant.NEW_IMPORTED.request(azure)).await(LONG);

        assertThat(azure.journal().calls(PortOperation.IMPORT_KEY)).hasSize(1);
        assertThat(azure.vault(VAULT).versions(KEY)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void unansweredImportThatNeverArrived_isSentAgain(Face face) throws InterruptedException {
        var azure = PrepareVariant.NEW_IMPORTED.world(1);
        azure.faults().on(PortOperation.IMPORT_KEY).call(1).loseRequest();

        face.keys(azure).begin(PrepareVariant.NEW_IMPORTED.request(azure)).await(LONG);

        assertThat(azure.journal().calls(PortOperation.IMPORT_KEY)).hasSize(2);
        assertThat(azure.vault(VAULT).versions(KEY)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void material_isInNothingThatIsShownOrKept(Face face) throws InterruptedException {
        var azure = PrepareVariant.NEW_IMPORTED.world(1);
        var request = PrepareVariant.NEW_IMPORTED.request(azure);
        var plan = face.keys(azure).plan(request);
        var operation = face.keys(azure).begin(request);
        var prepared = operation.await(LONG);

        var shown = String.join(
                "\n",
                PlanText.of(plan),
                plan.toMap().toString(),
                plan.toString(),
                operation.status().toString(),
                operation.hint().entries().toString(),
                request.toMap().toString(),
                prepared.toMap().toString(),
                azure.transcript(),
                azure.journal().timeline());
        assertThat(shown).contains("payroll");
        for (var number :
                new BigInteger[] {PAYROLL.getPrivateExponent(), PAYROLL.getPrimeP(), PAYROLL.getCrtCoefficient()}) {
            assertThat(shown)
                    .doesNotContain(number.toString())
                    .doesNotContain(number.toString(16))
                    .doesNotContain(Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(number.toByteArray())
                            .substring(2, 40));
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void plan_saysWhatIsImportedFromWhereAndAsWhat(Face face) {
        var azure = PrepareVariant.NEW_IMPORTED.world(1);

        var plan = face.keys(azure).plan(PrepareVariant.NEW_IMPORTED.request(azure));

        assertThat(plan.writes())
                .filteredOn(write -> write.kind() == WriteKind.IMPORT_KEY)
                .extracting(PlannedWrite::summary)
                .containsExactly("PUT RSA key 'payroll' of the client's source, for wrapKey and unwrapKey, expires"
                        + " 2027-02-19T08:00:00Z; sent to the vault itself");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void stepWithoutMemory_afterTheImport_readsAndEndsWell(Face face) {
        var azure = PrepareVariant.PREMIUM_IMPORTED_BLOB.world(1);
        var request = PrepareVariant.PREMIUM_IMPORTED_BLOB.request(azure);

        for (int pass = 0; pass < 10; pass++) {
            face.keys(azure).step(request, Hint.none());
            azure.advance(Duration.ofMinutes(1));
        }

        assertThat(azure.journal().writes()).hasSize(2);
    }
}
