package io.github.hpccachecmk.testkit.http;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.transport.FakeToken;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An Azure in memory as the HTTP client of the Azure SDK: any client builder that takes an {@link HttpClient} and a {@link
 * TokenCredential} works on it, synchronous or not. It turns JSON text into requests of the world and answers into JSON
 * text, and knows no rule of a service. A time-out is a {@link java.net.SocketTimeoutException} and a reset a {@link
 * java.net.SocketException}, as a real transport has them. Thread-safe. Needs azure-core.
 */
public final class HttpFace {
    /** In every token given out here, so that a test can look for it where no token belongs. */
    public static final String TOKEN_CANARY = FakeToken.CANARY;

    private final Function<WireRequest, WireOutcome> services;
    private final Supplier<Instant> clock;

    HttpFace(Function<WireRequest, WireOutcome> services, Supplier<Instant> clock) {
        this.services = services;
        this.clock = clock;
    }

    /**
     * The HTTP face of an Azure in memory.
     *
     * @param azure which one
     * @return a new face; as many as wanted can serve one Azure
     */
    public static HttpFace of(FakeAzure azure) {
        return new HttpFace(azure::call, azure::now);
    }

    /** The HTTP client: for {@code httpClient(…)} of a client builder. */
    public HttpClient client() {
        return new FakeHttpClient(services, clock);
    }

    /**
     * A credential: for {@code credential(…)} of a client builder. Its tokens are good for a day of the world's own time.
     *
     * @param caller the name of a caller of the world; the services refuse a name that the world does not know
     */
    public TokenCredential credentialFor(String caller) {
        return new FakeCredential(caller, clock);
    }
}
