package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.request.CreateRequest;
import java.time.Instant;
import java.util.Map;

/** Where the main job runs: an Azure, a client for it, and what is to be created there. */
interface JobWorld extends AutoCloseable {
    CustomerManagedKeys client();

    CreateRequest request();

    /** The time that flows live in: virtual or real. */
    Instant now();

    /** Whether {@link #now()} is virtual. */
    boolean isVirtual();

    /** How often each remote call was made so far, by the names of its operation. */
    Map<String, Integer> calls();

    @Override
    void close();
}
