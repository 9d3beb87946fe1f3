package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.Duration;

/** A request at which somebody has to act. */
final class Blocked {
    private Blocked() {}

    /** Begins the request and gives what blocks it. */
    static OperationBlockedException by(Face face, FakeAzure azure, CmkRequest<?> request) {
        return by(face.keys(azure), azure, request);
    }

    static OperationBlockedException by(CustomerManagedKeys keys, FakeAzure azure, CmkRequest<?> request) {
        var blocked = catchThrowableOfType(
                OperationBlockedException.class, () -> keys.begin(request).await(Duration.ofHours(12)));
        assertThat(blocked).as(azure.transcript()).isNotNull();
        return blocked;
    }
}
