package io.github.hpccachecmk.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.ClientOptions;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
import io.github.hpccachecmk.core.run.EngineOptions;
import io.github.hpccachecmk.core.run.Pacing;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.Cloud;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes a {@link CmkClient}. Only the credential is required:
 *
 * <pre>{@code
 * CmkClient keys = new CmkClientBuilder()
 *         .credential(new DefaultAzureCredentialBuilder().build())
 *         .cloud(Cloud.PUBLIC)
 *         .buildClient();
 *
 * Plan plan = keys.plan(request);
 * EncryptedResource done = keys.begin(request, OperationOptions.approved(plan).onProgress(System.out::println))
 *         .await(Duration.ofHours(1));
 * }</pre>
 *
 * <p>The vocabulary is that of the Azure SDK's client builders, with two differences. There is no {@code pipeline}: a
 * pipeline from elsewhere brings retries and api-versions of its own, while here only the flow decides what is sent again;
 * add policies instead. And there are no retry options, for the same reason.
 *
 * <p><b>Where the token goes.</b> A token is attached to a request only when its scheme is https and its host is the ARM
 * endpoint or, for the key data plane, a host under the cloud's vault suffix that ARM itself reported as a vault's
 * {@code vaultUri} to this client. Next links, operation URLs and challenges that point elsewhere are refused, redirects
 * are not followed. Policies, custom ones too, come before the token is attached and never see it. A transport given to
 * {@link #httpClient} must not follow redirects either; those of the Azure SDK do not by default.
 *
 * <p><b>What is logged.</b> The Azure SDK's own HTTP log, by {@link #httpLogOptions}, less the bodies of cache writes, of
 * operations and of the key data plane, and less headers and query parameters that hold tokens or signatures, even when
 * the options allow those.
 *
 * <p><b>Transport.</b> Without {@link #httpClient} the one that azure-core finds: azure-core-http-jdk-httpclient comes with
 * this module; to use another, exclude it and add for example azure-core-http-okhttp.
 *
 * <p>A builder is for one thread; the clients it makes are thread-safe and independent of it. Building makes no call.
 */
public final class CmkClientBuilder {
    private final AzurePorts ports = new AzurePorts();
    private Optional<Pacing> pacing = Optional.empty();
    private Optional<ExecutorService> executor = Optional.empty();
    private RuleCatalogue rules = RuleCatalogue.standard();
    private Jitter jitter = () -> ThreadLocalRandom.current().nextDouble();

    /** A builder with the defaults, and no credential yet. */
    public CmkClientBuilder() {
        // Everything has a default but the credential.
    }

    /**
     * Who calls Azure; required. One identity makes all calls, control plane and data plane.
     *
     * @param credential any credential of azure-identity, or one's own
     * @return this builder
     */
    public CmkClientBuilder credential(TokenCredential credential) {
        ports.credential(credential);
        return this;
    }

    /**
     * Which Azure cloud; {@link Cloud#PUBLIC} by default. Decides endpoint, token scopes and vault suffix.
     *
     * @param cloud the cloud of all resources in requests
     * @return this builder
     */
    public CmkClientBuilder cloud(Cloud cloud) {
        ports.cloud(cloud);
        return this;
    }

    /**
     * Another endpoint of Azure Resource Manager than the cloud's own, for example a private one. Tokens go there.
     *
     * @param endpoint {@code https://} and a host, without a path
     * @return this builder
     * @throws InvalidInputException when it is anything else
     */
    public CmkClientBuilder armEndpoint(String endpoint) {
        ports.armEndpoint(endpoint);
        return this;
    }

    /**
     * The transport; the one on the class or module path by default.
     *
     * @param httpClient must not follow redirects
     * @return this builder
     */
    public CmkClientBuilder httpClient(HttpClient httpClient) {
        ports.httpClient(httpClient);
        return this;
    }

    /**
     * Adds a policy to both planes. It runs once for each call, before the token is attached, whatever position it asks for.
     *
     * @param policy not one that retries: a write would be sent twice
     * @return this builder
     */
    public CmkClientBuilder addPolicy(HttpPipelinePolicy policy) {
        ports.addPolicy(policy);
        return this;
    }

    /**
     * Application id, extra headers and tracing, as in every client of the Azure SDK.
     *
     * @param options the Azure SDK's own
     * @return this builder
     */
    public CmkClientBuilder clientOptions(ClientOptions options) {
        ports.clientOptions(options);
        return this;
    }

    /**
     * What of a call is logged; by default what the environment variable {@code AZURE_HTTP_LOG_DETAIL_LEVEL} says.
     *
     * @param options the Azure SDK's own; options that would show a secret have no effect
     * @return this builder
     */
    public CmkClientBuilder httpLogOptions(HttpLogOptions options) {
        ports.logOptions(options);
        return this;
    }

    /**
     * The api-version of Key Vault management calls; {@code 2026-02-01} by default. Earlier ones stop working on 2027-02-27.
     *
     * @param apiVersion {@code YYYY-MM-DD}
     * @return this builder
     * @throws InvalidInputException when it has another form
     */
    public CmkClientBuilder keyVaultManagementApiVersion(String apiVersion) {
        ports.keyVaultVersion(apiVersion);
        return this;
    }

    /**
     * The api-version of Microsoft.StorageCache calls; {@code 2026-01-01} by default. A cloud that is behind may need an
     * earlier one; before {@code 2022-05-01} a waiting cache cannot be told from a broken one.
     *
     * @param apiVersion {@code YYYY-MM-DD}
     * @return this builder
     * @throws InvalidInputException when it has another form
     */
    public CmkClientBuilder storageCacheApiVersion(String apiVersion) {
        ports.storageCacheVersion(apiVersion);
        return this;
    }

    /**
     * The threads that make calls for flows begun; up to 8 daemon threads of the client's own by default. Their number
     * bounds the calls under way at a time.
     *
     * @param executor stays the caller's: it is never shut down here
     * @return this builder
     */
    public CmkClientBuilder executor(ExecutorService executor) {
        this.executor = Optional.of(executor);
        return this;
    }

    /**
     * Time and threads together, for tests in virtual time; real time by default.
     *
     * @param pacing clock, wait scheduler and workers
     * @return this builder
     */
    public CmkClientBuilder pacing(Pacing pacing) {
        this.pacing = Optional.of(pacing);
        return this;
    }

    /**
     * Where the spread of waits comes from; the JDK's random numbers by default.
     *
     * @param jitter for example {@link Jitter#none()} where a run has to be repeatable
     * @return this builder
     */
    public CmkClientBuilder jitter(Jitter jitter) {
        this.jitter = jitter;
        return this;
    }

    /**
     * The rules that a request is checked by; {@link RuleCatalogue#standard()} by default.
     *
     * @param rules with rules of one's own added, warnings muted or raised
     * @return this builder
     */
    public CmkClientBuilder rules(RuleCatalogue rules) {
        this.rules = rules;
        return this;
    }

    /**
     * Where key material comes from that a {@link io.github.hpccachecmk.request.PrepareVault} is to import; none by default.
     *
     * @param source asked by the name in the request, when a plan wants to know that it is there and when it is sent; nothing
     *     of what it gives is stored or shown
     * @return this builder
     */
    public CmkClientBuilder keyMaterial(KeyMaterialSource source) {
        ports.keyMaterial(source);
        return this;
    }

    /**
     * Adds a listener of remote calls.
     *
     * @param listener told of every call after it ended
     * @return this builder
     */
    public CmkClientBuilder onCall(CallListener listener) {
        ports.addListener(listener);
        return this;
    }

    /**
     * The client. Makes no call.
     *
     * @return a new client
     * @throws InvalidInputException without a credential, or with both a pacing and an executor
     */
    public CmkClient buildClient() {
        if (pacing.isPresent() && executor.isPresent()) {
            throw InvalidInputException.of(
                    "threads of the client builder",
                    "pacing and executor",
                    "one of them: a pacing brings its own threads");
        }
        var time = pacing.orElseGet(() -> Threads.pacing(executor));
        return new CmkClient(ports.build(time::now), time, new EngineOptions(rules, jitter));
    }
}
