package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.core.wire.TargetDocuments;
import io.github.hpccachecmk.model.IdentityKind;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.request.RevokeGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who needs an identity's access to a key. What cannot be told counts as a need. Pure.
 *
 * @param request names key and principal
 * @param wholeVault whether access to every key of the vault is taken away, as an entry in access policies gives it
 * @param facts with the lists and the identities
 * @param firstSeen when the lists were first seen
 * @param now the service's time
 */
record KeyUsers(RevokeGrant request, boolean wholeVault, Facts facts, Instant firstSeen, Instant now) {
    /**
     * How long data may still be wrapped by the key that a resource had before, by Microsoft's article on rotation with HPC Cache, and an hour
     * more: a resource tells when a change was asked for, not when it was made.
     */
    private static final Duration UNWRAPS_FOR = Duration.ofHours(25);

    private static final Set<ProvisioningState> AT_REST =
            Set.of(ProvisioningState.SUCCEEDED, ProvisioningState.FAILED, ProvisioningState.CANCELED);

    /** Whether the resource uses the key with the identity. */
    boolean needs(TargetSnapshot target) {
        return isConcerned(target)
                && hasIdentity(target)
                && mayUnwrapUntil(target).isEmpty();
    }

    /** Until when a resource that was put under another key may have to unwrap by this one; empty for one that never does. */
    Optional<Instant> mayUnwrapUntil(TargetSnapshot target) {
        return isOnKey(target) || isUnreadable(target) || isChanging(target) || !hasIdentity(target)
                ? Optional.empty()
                : target.encryption()
                        .map(settings ->
                                target.lastModifiedAt().orElse(firstSeen).plus(UNWRAPS_FOR))
                        .filter(now::isBefore);
    }

    /** Whether the resource would need the access if it had the identity. */
    boolean isConcerned(TargetSnapshot target) {
        return isOnKey(target) || isUnreadable(target) || isChanging(target) || wasChangedLately(target);
    }

    /** Whether the principal is that of the resource's own identity. */
    boolean hasPrincipal(TargetSnapshot target) {
        return target.principal().filter(request.principal()::equals).isPresent();
    }

    private boolean isOnKey(TargetSnapshot target) {
        return target.encryption()
                .filter(settings -> settings.key().isIn(request.vault()))
                .filter(settings -> wholeVault || settings.key().keyName().equalsIgnoreCase(request.keyName()))
                .isPresent();
    }

    private static boolean isUnreadable(TargetSnapshot target) {
        return TargetDocuments.unreadableKey(target).isPresent();
    }

    /** From which key to which a change goes is not told while it is made. */
    private static boolean isChanging(TargetSnapshot target) {
        return target.encryption().isPresent()
                && target.provisioningState()
                        .filter(state -> !AT_REST.contains(state))
                        .isPresent();
    }

    /** A change of the key is a change of the resource, which has the time of the last one. */
    private boolean wasChangedLately(TargetSnapshot target) {
        return target.encryption().isPresent()
                && now.isBefore(target.lastModifiedAt().orElse(firstSeen).plus(UNWRAPS_FOR));
    }

    /** An own identity that is not shown yet may be the one, and so may one whose id cannot be read. */
    private boolean hasIdentity(TargetSnapshot target) {
        boolean isHidden = target.principal().isEmpty()
                && target.identityType()
                        .filter(type -> type.contains(IdentityKind.SYSTEM_ASSIGNED.wireName()))
                        .isPresent();
        int named = new JsonView(target.document())
                .object("identity")
                .object("userAssignedIdentities")
                .names()
                .size();
        return hasPrincipal(target)
                || isHidden
                || named > target.userAssigned().size()
                || target.userAssigned().stream()
                        .map(FactKey.Identity::new)
                        .flatMap(key -> facts.value(key).flatMap(found -> found).stream())
                        .map(IdentitySnapshot::principal)
                        .anyMatch(request.principal()::equals);
    }
}
