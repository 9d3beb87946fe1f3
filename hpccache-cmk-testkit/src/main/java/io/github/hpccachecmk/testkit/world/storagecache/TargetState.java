package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The behaviour state of a cache or file system.
 *
 * @param kind which of the two
 * @param phase where it is
 * @param principalId of the system-assigned identity; empty without one
 * @param isIdentityVisible whether answers show it
 * @param userPrincipals the principals that its user-assigned identities had when it was created, by canonical id: an
 *     identity deleted and made again has another, which the resource does not know
 * @param createdAt when
 * @param createdBy by whom
 * @param modifiedAt when it was changed last
 * @param modifiedBy by whom
 * @param operation the operation that is running; empty when none is
 * @param isUpdating whether a change of an existing resource is running
 * @param failure why it failed; empty when it did not
 */
public record TargetState(
        Kind kind,
        Phase phase,
        String principalId,
        boolean isIdentityVisible,
        Table<String, String> userPrincipals,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy,
        String operation,
        boolean isUpdating,
        String failure)
        implements ResourceState {

    TargetState with(Phase changed) {
        return copy(changed, isIdentityVisible, modifiedAt, modifiedBy, operation, isUpdating, failure);
    }

    TargetState withOperation(String changed) {
        return copy(phase, isIdentityVisible, modifiedAt, modifiedBy, changed, isUpdating, failure);
    }

    TargetState withIdentityVisible() {
        return copy(phase, true, modifiedAt, modifiedBy, operation, isUpdating, failure);
    }

    TargetState withUpdating(boolean changed) {
        return copy(phase, isIdentityVisible, modifiedAt, modifiedBy, operation, changed, failure);
    }

    TargetState modified(Instant when, String by) {
        return copy(phase, isIdentityVisible, when, by, operation, isUpdating, failure);
    }

    TargetState withFailure(String why) {
        return copy(phase, isIdentityVisible, modifiedAt, modifiedBy, operation, isUpdating, why);
    }

    TargetState withPrincipal(String changed) {
        return new TargetState(
                kind,
                phase,
                changed,
                isIdentityVisible,
                userPrincipals,
                createdAt,
                createdBy,
                modifiedAt,
                modifiedBy,
                operation,
                isUpdating,
                failure);
    }

    private TargetState copy(
            Phase newPhase,
            boolean visible,
            Instant newModifiedAt,
            String newModifiedBy,
            String newOperation,
            boolean updating,
            String newFailure) {
        return new TargetState(
                kind,
                newPhase,
                principalId,
                visible,
                userPrincipals,
                createdAt,
                createdBy,
                newModifiedAt,
                newModifiedBy,
                newOperation,
                updating,
                newFailure);
    }

    /** Everybody who may have to read the key. */
    List<String> principals() {
        List<String> all = new ArrayList<>();
        if (!principalId.isEmpty()) {
            all.add(principalId);
        }
        userPrincipals.values().forEach(all::add);
        return all;
    }
}
