package io.github.hpccachecmk.examples.readme;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.error.AwaitTimeoutException;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.CreateRequest;
import java.time.Duration;

/** What can go wrong, and what it means. */
final class Failures {
    private Failures() {}

    static void run(CustomerManagedKeys keys, CreateRequest request) throws InterruptedException {
        // region failures
        try {
            EncryptedResource done = keys.begin(request).await(Duration.ofHours(1));
            System.out.println(done.health());
        } catch (OperationBlockedException blocked) {
            blocked.findings().forEach(System.err::println); // each says what to do; then run the same request again
        } catch (AwaitTimeoutException patience) {
            System.err.println("The flow goes on; await it again."); // nothing was cancelled
        } catch (CmkException failed) {
            System.err.println(failed.code() + ": " + failed.error().remedy());
        }
        // endregion
    }
}
