package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.core.port.PortOperation;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Each kind of write, with a job that sends it. */
enum Writing {
    CREATE_CACHE(PortOperation.CREATE_TARGET, Variant.CACHE_SYSTEM_POLICY),
    CREATE_FILE_SYSTEM(PortOperation.CREATE_TARGET, Variant.FILE_SYSTEM_POLICY_GRANTED),
    GRANT_BY_POLICY(PortOperation.ADD_ACCESS_POLICY, Variant.CACHE_SYSTEM_POLICY),
    GRANT_BY_ROLE(PortOperation.CREATE_ROLE_ASSIGNMENT, Variant.CACHE_SYSTEM_RBAC),
    PROTECT(PortOperation.PROTECT_VAULT, Variant.CACHE_SYSTEM_POLICY_UNPROTECTED),
    SET_ROTATION(PortOperation.UPDATE_TARGET, Variant.CACHE_SYSTEM_POLICY_ROTATING);

    private final PortOperation operation;
    private final Variant variant;

    Writing(PortOperation operation, Variant variant) {
        this.operation = operation;
        this.variant = variant;
    }

    PortOperation operation() {
        return operation;
    }

    Variant variant() {
        return variant;
    }

    static Stream<Arguments> onEachFace() {
        return Stream.of(values())
                .flatMap(writing -> Stream.of(Face.values()).map(face -> Arguments.of(writing, face)));
    }
}
