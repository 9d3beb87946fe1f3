package io.github.hpccachecmk.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What port methods make of answers. */
class PortFaceAnswersTest {
    private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";
    private static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "rg", "contoso-cmk");
    private static final CacheId CACHE = CacheId.of(SUBSCRIPTION, "rg", "c1");
    private static final CallContext CONTEXT = new CallContext("correlation-1");
    private static final Instant OWN_TIME = Instant.parse("2026-03-01T10:00:00Z");

    private WireOutcome outcome = new WireOutcome.TimedOut();
    private final Ports ports = PortFace.over(request -> outcome, () -> OWN_TIME, "alice");

    private void answer(int status, Object body) {
        outcome = new WireOutcome.Answered(WireResponse.of(status, body));
    }

    private void header(String name, String value) {
        var answered = (WireOutcome.Answered) outcome;
        outcome = new WireOutcome.Answered(answered.response().withHeader(name, value));
    }

    private RemoteFailure failureOfVaultRead() {
        return catchThrowableOfType(RemoteException.class, () -> ports.vaults().get(CONTEXT, VAULT))
                .failure();
    }

    @Test
    void notFound_isEmptyWithTheServicesTime() {
        answer(404, Doc.of("error", Doc.of("code", "ResourceNotFound")));
        header("Date", "Sun, 01 Mar 2026 10:00:07 GMT");

        var answer = ports.targets().get(CONTEXT, CACHE);

        assertThat(answer.value()).isEmpty();
        assertThat(answer.at()).isEqualTo(Instant.parse("2026-03-01T10:00:07Z"));
    }

    @Test
    void answerWithoutDate_takesTheOwnClock() {
        answer(404, Doc.empty());

        assertThat(ports.targets().get(CONTEXT, CACHE).at()).isEqualTo(OWN_TIME);
    }

    @Test
    void refusal_keepsWhatTheWireShowed() {
        answer(
                403,
                Doc.of(
                        "error",
                        Doc.of(
                                "code",
                                "Forbidden",
                                "message",
                                "Caller is not authorized.",
                                "innererror",
                                Doc.of("code", "ForbiddenByRbac"),
                                "details",
                                List.of(Doc.of("code", "Detail1")))));
        header("x-ms-request-id", "r-1");

        var failure = failureOfVaultRead();

        assertThat(failure.operation()).isEqualTo(PortOperation.GET_VAULT);
        assertThat(failure.scope()).isEqualTo(VAULT.toString());
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWERED);
        assertThat(failure.status()).isEqualTo(403);
        assertThat(failure.serviceCode()).isEqualTo("Forbidden");
        assertThat(failure.serviceMessage()).isEqualTo("Caller is not authorized.");
        assertThat(failure.innerCodes()).containsExactly("ForbiddenByRbac", "Detail1");
        assertThat(failure.requestId()).contains("r-1");
        assertThat(failure.retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"17, 17", "0, 0", "'Sun, 01 Mar 2026 10:01:30 GMT', 90", "'Sun, 01 Mar 2026 09:00:00 GMT', 0"})
    void retryAfter_isReadInSecondsOrAsDate(String header, long seconds) {
        answer(429, Doc.of("error", Doc.of("code", "TooManyRequests")));
        header("Date", "Sun, 01 Mar 2026 10:00:00 GMT");
        header("Retry-After", header);

        assertThat(failureOfVaultRead().retryAfter()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void noAnswer_leavesTheOutcomeUnknown() {
        outcome = new WireOutcome.TimedOut();
        assertThat(failureOfVaultRead().delivery()).isEqualTo(Delivery.UNKNOWN);

        outcome = new WireOutcome.Reset();
        assertThat(failureOfVaultRead())
                .returns(Delivery.UNKNOWN, RemoteFailure::delivery)
                .returns(0, RemoteFailure::status)
                .returns(OWN_TIME, RemoteFailure::at);
    }

    @Test
    void answerThatCannotBeRead_leavesTheOutcomeUnknown() {
        answer(200, Doc.of("id", "not an id"));

        assertThat(failureOfVaultRead())
                .returns(Delivery.UNKNOWN, RemoteFailure::delivery)
                .returns(200, RemoteFailure::status)
                .returns("UnreadableAnswer", RemoteFailure::serviceCode);
    }

    @Test
    void page_hasItsItemsAndTheTokenOfTheNext() {
        answer(
                200,
                Doc.of(
                        "value",
                        List.of(Doc.of("name", Doc.of("value", "Cache"), "currentValue", 1, "limit", 4)),
                        "nextLink",
                        "https://management.azure.com/next"));

        var page = ports.providers()
                .usages(CONTEXT, SUBSCRIPTION, "eastus", Optional.empty())
                .value();

        assertThat(page.items()).singleElement().satisfies(usage -> {
            assertThat(usage.name()).isEqualTo("Cache");
            assertThat(usage.current()).isEqualTo(1);
            assertThat(usage.limit()).isEqualTo(4);
        });
        assertThat(page.next()).contains("https://management.azure.com/next");
    }

    @Test
    void controlPlaneKey_isReadWithPortAndEpochSeconds() {
        answer(
                200,
                Doc.of(
                        "properties",
                        Doc.of(
                                "attributes",
                                Doc.of("enabled", true, "exp", 1598533051),
                                "kty",
                                "RSA",
                                "keySize",
                                2048,
                                "keyOps",
                                List.of("wrapKey", "unwrapKey"),
                                "keyUriWithVersion",
                                "https://contoso-cmk.vault.azure.net:443/keys/k1/fd618d9519b74f9aae94ade66b876acc")));

        var key = ports.keys().get(CONTEXT, VAULT, "k1").value().orElseThrow();

        assertThat(key.key())
                .isEqualTo(
                        KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/k1/fd618d9519b74f9aae94ade66b876acc"));
        assertThat(key.size()).isEqualTo(OptionalInt.of(2048));
        assertThat(key.operations()).containsExactlyInAnyOrder("wrapKey", "unwrapKey");
        assertThat(key.expires()).contains(Instant.parse("2020-08-27T12:57:31Z"));
        assertThat(key.notBefore()).isEmpty();
    }

    @Test
    void dataPlaneKey_sizeIsThatOfItsModulus() {
        // 0x80 followed by 255 zero bytes: 2048 bits, and negative if it were read with a sign.
        var modulus = "gA" + "A".repeat(340);
        answer(
                200,
                Doc.of(
                        "key",
                        Doc.of(
                                "kid", "https://contoso-cmk.vault.azure.net/keys/k1/fd618d9519b74f9aae94ade66b876acc",
                                "kty", "RSA",
                                "n", modulus),
                        "attributes",
                        Doc.of("enabled", false)));

        var key = ports.keyData()
                .read(CONTEXT, KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/k1"))
                .value()
                .orElseThrow();

        assertThat(key.size()).isEqualTo(OptionalInt.of(2048));
        assertThat(key.enabled()).isFalse();
    }

    @Test
    void vaultWithoutSwitches_saysSo() {
        answer(
                200,
                Doc.of("id", VAULT.toString(), "location", "eastus", "properties", Doc.of("enableSoftDelete", true)));

        var vault = ports.vaults().get(CONTEXT, VAULT).value().orElseThrow();

        assertThat(vault.softDelete()).contains(true);
        assertThat(vault.purgeProtection()).isEmpty();
        assertThat(vault.retentionDays()).isEmpty();
        assertThat(vault.accessModel()).isEqualTo(AccessModel.ACCESS_POLICY);
    }

    @Test
    void subnet_hasOnePrefixOrSeveral() {
        var id = SubnetId.of(SUBSCRIPTION, "rg", "v", "s");
        answer(200, Doc.of("id", id.toString(), "properties", Doc.of("addressPrefix", "10.0.0.0/24")));
        assertThat(ports.providers().subnet(CONTEXT, id).value().orElseThrow().addressPrefixes())
                .containsExactly("10.0.0.0/24");

        answer(
                200,
                Doc.of(
                        "id",
                        id.toString(),
                        "properties",
                        Doc.of("addressPrefixes", List.of("10.0.0.0/24", "fd00::/64"))));
        assertThat(ports.providers().subnet(CONTEXT, id).value().orElseThrow().addressPrefixes())
                .containsExactly("10.0.0.0/24", "fd00::/64");
    }

    @Test
    void provider_hasItsTypesByLowerCaseName() {
        answer(
                200,
                Doc.of(
                        "namespace", "Microsoft.StorageCache",
                        "registrationState", "Registered",
                        "resourceTypes",
                                List.of(Doc.of("resourceType", "amlFilesystems", "locations", List.of("East US")))));

        assertThat(ports.providers()
                        .provider(CONTEXT, SUBSCRIPTION, "Microsoft.StorageCache")
                        .value()
                        .locations())
                .isEqualTo(Map.of("amlfilesystems", List.of("East US")));
    }
}
