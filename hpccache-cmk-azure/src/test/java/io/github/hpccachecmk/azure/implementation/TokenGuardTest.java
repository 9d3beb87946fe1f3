package io.github.hpccachecmk.azure.implementation;

import static io.github.hpccachecmk.azure.implementation.Stage.CACHE;
import static io.github.hpccachecmk.azure.implementation.Stage.CONTEXT;
import static io.github.hpccachecmk.azure.implementation.Stage.KEY_VERSION;
import static io.github.hpccachecmk.azure.implementation.Stage.PRINCIPAL;
import static io.github.hpccachecmk.azure.implementation.Stage.SUBSCRIPTION;
import static io.github.hpccachecmk.azure.implementation.Stage.TENANT;
import static io.github.hpccachecmk.azure.implementation.Stage.VAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.github.hpccachecmk.core.port.OperationUrl;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.model.Cloud;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.VaultId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** No token goes anywhere but to the configured hosts, whatever an answer says. */
class TokenGuardTest {
    private final Stage stage = new Stage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/subscriptions/x?api-version=1",
                "http://management.azure.com/subscriptions/x?api-version=1",
                "https://management.azure.com.evil.example/subscriptions/x",
                "https://management.azure.com@evil.example/subscriptions/x",
                "https://evil.example@management.azure.com/subscriptions/x",
                "https://management.azure.com:8443/subscriptions/x",
                "https://169.254.169.254/metadata/identity",
                "https://contoso-cmk.vault.azure.net/keys",
                "ftp://management.azure.com/x",
                "file:///etc/passwd",
                "//evil.example/x",
                "not a url"
            })
    void hostileLinks_areNotFollowed(String link) {
        var ports = stage.ports();
        var group = ResourceGroupId.of(SUBSCRIPTION, "render-rg");
        var page = Optional.of(link);
        var scope = VAULT.keyScope("cache-key");

        for (Runnable call : List.<Runnable>of(
                () -> ports.targets().operationStatus(CONTEXT, new OperationUrl(link)),
                () -> ports.targets().list(CONTEXT, TargetKind.HPC_CACHE, group, page),
                () -> ports.providers().skus(CONTEXT, SUBSCRIPTION, page),
                () -> ports.providers().usages(CONTEXT, SUBSCRIPTION, "eastus", page),
                () -> ports.access().permissions(CONTEXT, scope.toString(), page),
                () -> ports.access().locks(CONTEXT, scope.toString(), page))) {
            assertThat(refused(call).delivery()).isEqualTo(Delivery.NOT_SENT);
        }
        assertThat(stage.azure.sent).isEmpty();
        assertThat(stage.scopes).as("not even asked for a token").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/subscriptions/x?api-version=1",
                "http://management.azure.com/subscriptions/x?api-version=1",
                "https://management.azure.com@evil.example/subscriptions/x"
            })
    void hostileNextLinkOfTheSdksOwnPaging_isNotFollowed(String link) {
        var ports = stage.ports();

        var failure =
                refused(() -> ports.access().list(CONTEXT, VAULT.keyScope("cache-key"), PRINCIPAL, Optional.of(link)));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(stage.azure.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirects_areAnswersAndNotFollowed(int status) {
        stage.azure
                .answer(status, "", "Location", "https://evil.example/x")
                .answer(status, "", "Location", "https://evil.example/x")
                .answer(status, "", "Location", "https://evil.example/x");
        var ports = stage.ports();

        assertThat(refused(() -> ports.targets().get(CONTEXT, CACHE)).status()).isEqualTo(status);
        assertThat(refused(() -> ports.vaults().get(CONTEXT, VAULT)).status()).isEqualTo(status);
        assertThat(refused(() -> ports.targets()
                                .operationStatus(CONTEXT, new OperationUrl("https://management.azure.com/x?t=1")))
                        .status())
                .isEqualTo(status);
        assertThat(stage.azure.sent)
                .hasSize(3)
                .allSatisfy(sent -> assertThat(sent.host()).isEqualTo("management.azure.com"));
    }

    @Test
    void dataPlaneRedirect_isNotFollowed() {
        var ports = reported("guard-redirect", "https://guard-redirect.vault.azure.net/");
        stage.azure.answer(302, "", "Location", "https://evil.example/x");

        assertThat(refused(() -> ports.keyData().read(CONTEXT, key("guard-redirect")))
                        .status())
                .isEqualTo(302);
        assertThat(stage.azure.only().headers()).doesNotContainKey("authorization");
    }

    @Test
    void vaultThatArmHasNotNamed_getsNothing() {
        var failure = refused(() -> stage.ports().keyData().read(CONTEXT, key("guard-unknown")));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.serviceCode()).isEqualTo("HostRefused");
        assertThat(failure.serviceMessage()).contains("guard-unknown.vault.azure.net");
        assertThat(stage.azure.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://guard-lie.evil.example/",
                "https://guard-lie.vault.azure.net.evil.example/",
                "https://guard-lie.vault.azure.cn/",
                "https://evilvault.azure.net/",
                "no url at all ^"
            })
    void vaultUriOutsideOfTheCloud_isNotBelieved(String uri) {
        var ports = reported("guard-lie", uri);

        assertThat(refused(() -> ports.keyData().read(CONTEXT, key("guard-lie")))
                        .delivery())
                .isEqualTo(Delivery.NOT_SENT);
        assertThat(stage.azure.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://management.azure.com",
                "https://azure.net",
                "https://net",
                "https://graph.microsoft.com"
            })
    void challengeForAnotherResource_getsNoToken(String resource) {
        var vault = "guard-" + Integer.toHexString(resource.hashCode());
        var ports = reported(vault, "https://" + vault + ".vault.azure.net/");
        stage.azure.answer(
                401,
                "",
                "WWW-Authenticate",
                "Bearer authorization=\"https://login.windows.net/" + TENANT + "\", resource=\"" + resource + "\"");
        stage.scopes.clear();

        var failure = refused(() -> ports.keyData().read(CONTEXT, key(vault)));

        assertThat(failure.delivery()).isNotEqualTo(Delivery.UNKNOWN);
        assertThat(stage.scopes).isEmpty();
        assertThat(stage.azure.only().headers()).doesNotContainKey("authorization");
    }

    @Test
    void challengeNamingAnotherAuthority_keepsTheTokenAtTheVault() {
        var ports = reported("guard-authority", "https://guard-authority.vault.azure.net/");
        stage.azure
                .answer(
                        401,
                        "",
                        "WWW-Authenticate",
                        "Bearer authorization=\"https://evil.example/" + TENANT
                                + "\", scope=\"https://vault.azure.net/.default\"")
                .answer(404, "{}");

        ports.keyData().read(CONTEXT, key("guard-authority"));

        assertThat(stage.azure.sent)
                .allSatisfy(sent -> assertThat(sent.host()).isEqualTo("guard-authority.vault.azure.net"));
    }

    @Test
    void claimsChallenge_getsAFreshTokenOnceAtTheSameHost() {
        var claims = Base64.getEncoder().encodeToString("{\"access_token\":{}}".getBytes(StandardCharsets.UTF_8));
        var challenge = "Bearer authorization_uri=\"https://evil.example/\", error=\"insufficient_claims\", claims=\""
                + claims + "\"";
        stage.azure
                .answer(401, "{}", "WWW-Authenticate", challenge)
                .answer(
                        401,
                        "{\"error\":{\"code\":\"ExpiredAuthenticationToken\",\"message\":\"no\"}}",
                        "WWW-Authenticate",
                        challenge);

        var failure = refused(() -> stage.ports().targets().get(CONTEXT, CACHE));

        assertThat(failure.serviceCode()).isEqualTo("ExpiredAuthenticationToken");
        assertThat(stage.azure.sent)
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.host()).isEqualTo("management.azure.com"));
        assertThat(stage.scopes).hasSize(2).containsOnly(List.of(Cloud.PUBLIC.armScope()));
    }

    @Test
    void policyThatSendsElsewhere_isStoppedBeforeTheToken() {
        stage.policies.add((context, next) -> {
            context.getHttpRequest().setUrl("https://evil.example/collect");
            return next.process();
        });

        assertThat(refused(() -> stage.ports().targets().get(CONTEXT, CACHE)).delivery())
                .isEqualTo(Delivery.NOT_SENT);
        assertThat(stage.azure.sent).isEmpty();
        assertThat(stage.scopes).isEmpty();
    }

    @Test
    void callersPolicies_seeNoToken() {
        var seen = new ArrayList<String>();
        stage.policies.add(new HttpPipelinePolicy() {
            @Override
            public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
                seen.add(context.getHttpRequest().getHeaders().toString());
                return next.process()
                        .doOnNext(response ->
                                seen.add(response.getRequest().getUrl().getHost()));
            }

            @Override
            public HttpPipelinePosition getPipelinePosition() {
                return HttpPipelinePosition.PER_RETRY;
            }
        });
        var ports = reported("guard-policy", "https://guard-policy.vault.azure.net/");
        stage.azure
                .answer(
                        401,
                        "",
                        "WWW-Authenticate",
                        "Bearer authorization=\"https://login.windows.net/" + TENANT
                                + "\", resource=\"https://vault.azure.net\"")
                .answer(404, "{}");

        ports.keyData().read(CONTEXT, key("guard-policy"));

        assertThat(seen)
                .contains("management.azure.com", "guard-policy.vault.azure.net")
                .noneMatch(text -> text.contains("canary"));
    }

    @ParameterizedTest
    @EnumSource(Cloud.class)
    void eachCloud_hasItsOwnEndpointAndScopes(Cloud cloud) {
        stage.cloud = cloud;
        var vault = "guard-" + cloud.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        var host = vault + "." + cloud.vaultSuffix();
        var ports = reported(vault, "https://" + host + "/");
        stage.azure
                .answer(
                        401,
                        "",
                        "WWW-Authenticate",
                        "Bearer authorization=\"https://login.example/" + TENANT + "\", resource=\"https://"
                                + cloud.vaultSuffix() + "\"")
                .answer(404, "{}")
                .answer(404, "{}");

        ports.keyData().read(CONTEXT, KeyUrl.parse("https://" + host + "/keys/cache-key"));
        ports.targets().get(CONTEXT, CACHE);

        assertThat(stage.azure.sent.get(0).host()).isEqualTo(host);
        assertThat("https://" + stage.azure.sent.get(2).host()).isEqualTo(cloud.armEndpoint());
        assertThat(stage.scopes)
                .contains(List.of(cloud.armScope()), List.of("https://" + cloud.vaultSuffix() + "/.default"));
    }

    private Ports reported(String vault, String uri) {
        var id = VaultId.of(SUBSCRIPTION, "render-rg", vault);
        stage.azure.answer(
                200, "{\"id\":\"" + id + "\",\"location\":\"eastus\",\"properties\":{\"vaultUri\":\"" + uri + "\"}}");
        var ports = stage.ports();
        ports.vaults().get(CONTEXT, id);
        stage.azure.sent.clear();
        return ports;
    }

    private static RemoteFailure refused(Runnable call) {
        return catchThrowableOfType(RemoteException.class, call::run).failure();
    }

    private static KeyUrl key(String vault) {
        return KeyUrl.parse("https://" + vault + ".vault.azure.net/keys/cache-key/" + KEY_VERSION);
    }
}
