package io.github.hpccachecmk.core.failure;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What rows ask of a failed call; codes and texts are compared without case. */
final class Match {
    private static final Set<PortOperation> DATA_PLANE = Set.of(
            PortOperation.READ_KEY,
            PortOperation.READ_DELETED_KEY,
            PortOperation.IMPORT_KEY,
            PortOperation.GET_ROTATION_POLICY,
            PortOperation.SET_ROTATION_POLICY,
            PortOperation.ROTATE_KEY,
            PortOperation.UPDATE_KEY_VERSION,
            PortOperation.RECOVER_KEY);
    private static final Set<PortOperation> TARGET_WRITES =
            Set.of(PortOperation.CREATE_TARGET, PortOperation.UPDATE_TARGET);
    private static final Set<PortOperation> VAULT_WRITES = Set.of(
            PortOperation.PROTECT_VAULT,
            PortOperation.ADD_ACCESS_POLICY,
            PortOperation.PUT_VAULT,
            PortOperation.PUT_KEY,
            PortOperation.IMPORT_KEY,
            PortOperation.SET_ROTATION_POLICY,
            PortOperation.ROTATE_KEY,
            PortOperation.UPDATE_KEY_VERSION,
            PortOperation.RECOVER_KEY);

    private Match() {}

    static Predicate<RemoteFailure> delivery(Delivery delivery) {
        return failure -> failure.delivery() == delivery;
    }

    static Predicate<RemoteFailure> write() {
        return failure -> failure.operation().isWrite();
    }

    static Predicate<RemoteFailure> operation(PortOperation... operations) {
        return failure -> Set.of(operations).contains(failure.operation());
    }

    static Predicate<RemoteFailure> dataPlane() {
        return failure -> DATA_PLANE.contains(failure.operation());
    }

    static Predicate<RemoteFailure> targetWrite() {
        return failure -> TARGET_WRITES.contains(failure.operation());
    }

    static Predicate<RemoteFailure> vaultWrite() {
        return failure -> VAULT_WRITES.contains(failure.operation());
    }

    static Predicate<RemoteFailure> status(int status) {
        return failure -> failure.status() == status;
    }

    static Predicate<RemoteFailure> statusClass(int hundreds) {
        return failure -> failure.status() / 100 == hundreds;
    }

    /** Whether the error's own code or one below it is one of these; "" asks for an error without code. */
    static Predicate<RemoteFailure> code(String... codes) {
        return failure -> Stream.concat(Stream.of(failure.serviceCode()), failure.innerCodes().stream())
                .anyMatch(actual -> Stream.of(codes).anyMatch(actual::equalsIgnoreCase));
    }

    static Predicate<RemoteFailure> text(String part) {
        return failure -> contains(failure.serviceMessage(), part);
    }

    static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
