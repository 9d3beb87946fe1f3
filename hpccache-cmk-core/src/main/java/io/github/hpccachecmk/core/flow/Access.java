package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.KeyAccess;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.PrincipalId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a principal has access to a key, as far as can be seen: what counts as access {@link KeyAccess} says, and a grant
 * of our own that a lagging read does not show yet counts too.
 */
final class Access {
    /** How long a read may lag behind a write of ours before it is believed that the grant is gone. */
    private static final Duration READ_LAG = Duration.ofMinutes(2);

    /** So far the times of one assignment were seen to differ between answers, generously. */
    private static final Duration SAME_ANSWER = Duration.ofSeconds(5);

    private Access() {}

    static GrantState of(TargetView view, PrincipalId principal) {
        var vault = view.vault();
        if (vault.isEmpty()) {
            return GrantState.unread();
        }
        var written = Optional.ofNullable(
                view.memory().grants().get(new Memory.GrantKey(vault.get().accessModel(), principal)));
        return vault.get().accessModel() == AccessModel.RBAC
                ? byRole(view, principal, written)
                : byPolicy(view, vault.get(), principal, written);
    }

    private static GrantState byPolicy(
            TargetView view, VaultSnapshot vault, PrincipalId principal, Optional<Instant> written) {
        boolean listed = KeyAccess.byPolicies(vault.accessPolicies(), principal);
        if (listed) {
            return GrantState.present(written.or(vault::lastModifiedAt));
        }
        var seenAt =
                view.vaultId().map(id -> view.facts().get(new FactKey.Vault(id)).at());
        return writtenBeyond(seenAt, written) ? GrantState.present(written) : GrantState.absent();
    }

    private static GrantState byRole(TargetView view, PrincipalId principal, Optional<Instant> written) {
        var fact = view.keyScope()
                .map(scope -> view.facts().get(new FactKey.Assignments(scope, principal)))
                .orElse(Fact.<List<RoleAssignment>>unread());
        if (fact.value().isEmpty()) {
            return written.isPresent() && !view.memory().lookAtGrants() && !isDoubtful(view, written.get())
                    ? GrantState.present(written)
                    : GrantState.unread();
        }
        var scope = view.keyScope().orElseThrow();
        var found = fact.value().get().stream()
                .filter(assignment -> KeyAccess.suffices(assignment, scope))
                .findFirst();
        if (found.isPresent()) {
            return GrantState.present(later(written, found.get().createdOn()));
        }
        return writtenBeyond(Optional.of(fact.at()), written) ? GrantState.present(written) : GrantState.absent();
    }

    /**
     * An assignment that is younger than the one remembered was taken away and made again, by whomever. By a moment it always is:
     * the answer to its PUT was seen to have an earlier time than every later answer.
     */
    private static Optional<Instant> later(Optional<Instant> written, Optional<Instant> made) {
        boolean isMadeAgain = written.isEmpty()
                || made.filter(at -> at.isAfter(written.get().plus(SAME_ANSWER)))
                        .isPresent();
        return isMadeAgain ? made : written;
    }

    /** A grant that has shown no effect for a while may have been taken away by somebody: it is looked for again. */
    private static boolean isDoubtful(TargetView view, Instant written) {
        boolean withoutEffect =
                view.target().isEmpty() || view.hasFailed() || view.isHealth(HealthState.WAITING_FOR_KEY);
        return withoutEffect && view.isPast(Optional.of(written.plus(Waits.DOUBT)));
    }

    private static boolean writtenBeyond(Optional<Instant> seenAt, Optional<Instant> written) {
        return written.isPresent()
                && seenAt.isPresent()
                && seenAt.get().isBefore(written.get().plus(READ_LAG));
    }
}
