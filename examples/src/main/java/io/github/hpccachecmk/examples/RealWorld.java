package io.github.hpccachecmk.examples;

import com.azure.identity.DefaultAzureCredentialBuilder;
import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.azure.CmkClientBuilder;
import io.github.hpccachecmk.request.CreateRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** The real Azure, reached as whoever {@code DefaultAzureCredential} finds: environment, managed identity, Azure CLI and so on. */
final class RealWorld implements JobWorld {
    private final CreateRequest request;
    private final CallCounts counts = new CallCounts();
    private final CustomerManagedKeys client;
    private final InstantSource clock = InstantSource.system();

    private RealWorld(Options options, CreateRequest request) {
        this.request = request;
        this.client = new CmkClientBuilder()
                .credential(new DefaultAzureCredentialBuilder().build())
                .cloud(RealRequest.cloud(options))
                .onCall(counts)
                .buildClient();
    }

    /**
     * Makes the client. Makes no call.
     *
     * @throws UsageException when ids are missing
     */
    static RealWorld open(Options options) {
        return new RealWorld(options, RealRequest.of(options));
    }

    @Override
    public CustomerManagedKeys client() {
        return client;
    }

    @Override
    public CreateRequest request() {
        return request;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public boolean isVirtual() {
        return false;
    }

    @Override
    public Map<String, Integer> calls() {
        return counts.soFar();
    }

    @Override
    public void close() {
        // The client's threads are daemons that end by themselves.
    }
}
