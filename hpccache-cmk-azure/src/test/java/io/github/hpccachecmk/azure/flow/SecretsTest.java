package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.azure.LogCapture;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.render.PlanText;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A canary in every secret place, and every output of whole flows gathered, the logs with bodies and headers asked for
 * included: no canary in any of it.
 */
class SecretsTest {
    private static final Duration LONG = Duration.ofHours(12);
    private static final String PASSWORD = "CANARY-directory-password";
    private static final String SIGNATURE = "fa4eSIGNATUREdoNotShow";
    private static final String SIGNED =
            "https://management.azure.com/subscriptions/x/providers/Microsoft.StorageCache/"
                    + "locations/eastus/ascOperations/y?api-version=2026-01-01&t=1&c=" + SIGNATURE + "&s=" + SIGNATURE
                    + "&h=" + SIGNATURE;
    private static final Map<String, String> RSA = rsa();

    private final StringBuilder out = new StringBuilder();
    private HttpLogDetailLevel logs = HttpLogDetailLevel.BODY_AND_HEADERS;

    @BeforeEach
    void start() {
        LogCapture.start();
    }

    @AfterEach
    void stop() {
        LogCapture.stop();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void jobOverImportedKey_showsNoSecret(Face face) {
        var azure = Variant.CACHE_SYSTEM_POLICY_UNPROTECTED.world(1);
        importKey(azure, Variant.KEY);

        run(azure, face, Variant.CACHE_SYSTEM_POLICY_UNPROTECTED.request(azure));

        assertThat(azure.cache(Variant.NAME).isHealthy()).isTrue();
        assertSilent(azure, face);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void cacheWithDirectoryPassword_showsNoSecret(Face face) {
        var variant = Variant.AUTHORIZE_RBAC;
        var azure = variant.world(1);
        azure.thirdParty(world -> withPassword(world, azure.cache(Variant.NAME).id()));
        putWithPassword(azure);

        run(azure, face, variant.request(azure));

        assertThat(azure.cache(Variant.NAME).isHealthy()).isTrue();
        assertThat(azure.cache(Variant.NAME).document().toString())
                .as("the service shows it")
                .contains(PASSWORD);
        assertSilent(azure, face);
    }

    /** The create fails for a grant too young, so the operation's signed URL is followed for the reason. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void createThatFails_showsNoSecret(Face face) {
        var variant = Variant.FILE_SYSTEM_RBAC;
        var azure = variant.world(1).timing(Change.ROLE_EFFECTIVE, Delay.after(Duration.ofMinutes(25)));
        long before = azure.journal().last();

        run(azure, face, variant.request(azure));

        assertThat(azure.journal().after(before).calls(PortOperation.GET_OPERATION_STATUS))
                .as("the signed URL was followed")
                .isNotEmpty();
        assertSilent(azure, face);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void callsThatFail_showNoSecret(Face face) {
        var variant = Variant.CACHE_SYSTEM_POLICY;
        // Whoever asks for the bodies of the vaults' answers gets them as the service wrote them.
        logs = HttpLogDetailLevel.HEADERS;
        for (var operation : List.of(
                PortOperation.GET_TARGET,
                PortOperation.LIST_TARGETS,
                PortOperation.GET_VAULT,
                PortOperation.GET_KEY,
                PortOperation.CREATE_TARGET,
                PortOperation.ADD_ACCESS_POLICY)) {
            var azure = variant.world(1);
            azure.faults().on(operation).call(1).throttle(3);
            azure.faults().on(operation).call(2).loseAnswerAfterEffect();
            azure.faults().on(operation).call(3).answer(500, "InternalServerError", words(face));
            azure.faults().on(operation).calls(4, 100).answer(403, "AuthorizationFailed", words(face));

            run(azure, face, variant.request(azure));
            assertSilent(azure, face);
        }
    }

    /** Error texts that hold a secret are the binding's to clean, which sees them first. */
    private static String words(Face face) {
        return face == Face.PORTS
                ? "It failed."
                : "It failed; see " + SIGNED + " {\"password\":\"" + PASSWORD + "\"} Authorization: Bearer "
                        + HttpFace.TOKEN_CANARY;
    }

    /** Every verb, and everything that each of them gives. */
    private void run(FakeAzure azure, Face face, CmkRequest<EncryptedResource> request) {
        var keys = keys(azure, face);
        take(request, request.toMap(), keys);
        var plan = new AtomicReference<Plan>();
        recorded(() -> plan.set(keys.plan(request)));
        var options = OperationOptions.defaults().onProgress(status -> take(status, status.toMap()));
        if (plan.get() != null) {
            take(plan.get(), plan.get().toMap(), plan.get().digest(), PlanText.of(plan.get()));
        }
        recorded(() -> {
            var result = keys.step(request, Hint.none(), options);
            take(result, result.toMap(), result.hint());
        });
        recorded(() -> {
            var operation = keys.begin(request, options);
            operation.completion().whenComplete((done, failed) -> take(String.valueOf(done), String.valueOf(failed)));
            try {
                var outcome = operation.await(LONG);
                take(outcome, outcome.toMap());
            } finally {
                take(operation.hint(), operation.hint().toMap(), operation.status(), operation);
            }
        });
    }

    private void recorded(ThrowingCallable call) {
        var thrown = catchThrowable(call);
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(CmkException.class);
            var trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            take(trace, ((CmkException) thrown).error());
        }
    }

    private void take(Object... outputs) {
        for (var output : outputs) {
            out.append(output).append('\n');
        }
    }

    private void assertSilent(FakeAzure azure, Face face) {
        take(azure.journal().timeline(), azure.journal());
        for (var secret : List.of(HttpFace.TOKEN_CANARY, PASSWORD, SIGNATURE)) {
            assertThat(out.toString()).doesNotContain(secret);
            assertThat(LogCapture.text()).doesNotContain(secret);
        }
        for (var member : List.of("d", "p", "q", "dp", "dq", "qi")) {
            assertThat(out.toString()).doesNotContain(RSA.get(member));
            assertThat(LogCapture.text()).doesNotContain(RSA.get(member));
        }
        if (face == Face.AZURE_SDK) {
            assertThat(LogCapture.text()).as("the log is on").contains("api-version");
        }
    }

    /** As talkative as a user can ask for, secret headers and parameters named. */
    private CustomerManagedKeys keys(FakeAzure azure, Face face) {
        if (face == Face.PORTS) {
            return face.keys(azure);
        }
        var http = HttpFace.of(azure);
        return new CmkClientBuilder()
                .credential(http.credentialFor(FakeAzure.OWNER))
                .httpClient(http.client())
                .httpLogOptions(new HttpLogOptions()
                        .setLogLevel(logs)
                        .addAllowedHttpHeaderName(HttpHeaderName.fromString("Authorization"))
                        .addAllowedHttpHeaderName(HttpHeaderName.fromString("Azure-AsyncOperation"))
                        .addAllowedQueryParamName("s"))
                .pacing(azure.pacing())
                .jitter(Jitter.none())
                .rules(RuleCatalogue.standard(new PolicySettings(false)))
                .buildClient();
    }

    private static World withPassword(World world, String cache) {
        return world.update(
                cache,
                resource ->
                        resource.with(resource.document().withAt("properties.directoryServicesSettings", directory())));
    }

    private static Doc directory() {
        return Doc.of(
                "activeDirectory",
                Doc.of("credentials", Doc.of("username", "render", "password", PASSWORD)),
                "usernameDownload",
                Doc.of("credentials", Doc.of("bindDn", "cn=render", "bindPassword", PASSWORD)));
    }

    /** Somebody else sends the same cache with credentials; whether the service takes it now is no matter. */
    private static void putWithPassword(FakeAzure azure) {
        var cache = azure.cache(Variant.NAME);
        var body = Doc.of(
                "location", FakeAzure.DEFAULT_LOCATION, "properties", Doc.of("directoryServicesSettings", directory()));
        azure.answer(WireRequest.arm("PUT", cache.id(), "2026-01-01", body, FakeAzure.OWNER));
    }

    /** A newer version of the key, of material that somebody brought along. */
    private static void importKey(FakeAzure azure, String key) {
        var keeper = azure.principal("keeper");
        azure.vault(Variant.VAULT)
                .document(vault -> vault.withAt(
                        "properties.accessPolicies",
                        Stream.concat(
                                        vault.objects("properties.accessPolicies").stream(),
                                        Stream.of(Doc.of(
                                                "tenantId",
                                                azure.tenant(),
                                                "objectId",
                                                keeper.objectId(),
                                                "permissions",
                                                Doc.of("keys", List.of("all")))))
                                .toList()));
        azure.advance(Duration.ofHours(1));
        var jwk = Doc.of("kty", "RSA");
        for (var number : RSA.entrySet()) {
            jwk = jwk.with(number.getKey(), number.getValue());
        }
        var answer = azure.answer(new WireRequest(
                "PUT",
                Variant.VAULT + ".vault.azure.net",
                "/keys/" + key,
                Map.of("api-version", "7.6"),
                Map.of(),
                Doc.of("key", jwk),
                keeper.name()));
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
    }

    private static Map<String, String> rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            return Map.of(
                    "n", number(key.getModulus()),
                    "e", number(key.getPublicExponent()),
                    "d", number(key.getPrivateExponent()),
                    "p", number(key.getPrimeP()),
                    "q", number(key.getPrimeQ()),
                    "dp", number(key.getPrimeExponentP()),
                    "dq", number(key.getPrimeExponentQ()),
                    "qi", number(key.getCrtCoefficient()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String number(BigInteger number) {
        var bytes = number.toByteArray();
        var unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
