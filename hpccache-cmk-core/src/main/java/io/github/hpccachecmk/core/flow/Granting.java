package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.request.CreateRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What giving access asks and does alike before a resource exists and after. Pure. */
final class Granting {
    private Granting() {}

    /** The vault is made safe before anybody is given access to it. */
    static Row<TargetView> protectVault(String id, Row.Section section) {
        return new Row<>(
                id,
                section,
                "soft delete or purge protection of the vault is off, and the request consents",
                Decision.Act.class,
                Phase.PROTECTING_VAULT,
                TargetView::needsProtection,
                view -> "Switching soft delete and purge protection of the vault on.",
                view -> new Decision.Act(Writes.protect(
                        view.vault().orElseThrow(), view.vaultId().orElseThrow())));
    }

    /** Nobody can be given access before it shows who needs it. */
    static Row<TargetView> waitForIdentity() {
        return new Row<>(
                "wait-for-identity",
                Row.Section.AUTHORIZING,
                "the resource's own identity does not show yet",
                Decision.Wait.class,
                Phase.WAITING_FOR_IDENTITY,
                view -> view.expectsSystemIdentity() && view.systemPrincipal().isEmpty(),
                view -> "Waiting for the identity of " + view.request().target().name() + " to show.",
                view -> Waits.in(view)
                        .poll(
                                Phase.WAITING_FOR_IDENTITY,
                                Duration.ofSeconds(5),
                                "the resource's own identity",
                                view.since(Phase.WAITING_FOR_IDENTITY).plus(Duration.ofMinutes(30)),
                                ErrorCode.WAIT_LIMIT_REACHED));
    }

    /** Whether a grant is there could not be found out. */
    static Row<TargetView> assignmentsFailed(String id, Row.Section section) {
        return new Row<>(
                id,
                section,
                "the identity's role assignments could not be read",
                Decision.Wait.class,
                Phase.GRANTING,
                view -> view.isRbac() && view.unreadable(assignments(view)).isPresent(),
                view -> "Reading the identity's roles failed.",
                view -> Waits.in(view).trouble(assignments(view)));
    }

    /** The assignments of everybody who needs the key. */
    static Set<FactKey<?>> assignments(TargetView view) {
        var keys = new LinkedHashSet<FactKey<?>>();
        view.keyScope()
                .ifPresent(scope -> view.grantees()
                        .forEach(grantee -> keys.add(new FactKey.Assignments(scope, grantee.principal()))));
        return keys;
    }

    /** The first who needs the key and is not known to have access; nobody while the vault is not known. */
    static Optional<Grantee> lacking(TargetView view) {
        return view.vault().isEmpty()
                ? Optional.empty()
                : view.grantees().stream()
                        .filter(grantee -> !view.access(grantee).isPresent())
                        .findFirst();
    }

    /** Who else gives access, where the request says that this caller does not. */
    static Optional<String> other(TargetView view) {
        return view.create().map(CreateRequest::authorizer).flatMap(authorizer -> authorizer.other());
    }

    /** When the youngest grant whose age is known has settled; one of unknown age was there before anybody looked. */
    static Instant settledAt(TargetView view) {
        return view.grantees().stream()
                .map(view::access)
                .map(GrantState::since)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .map(written -> written.plus(view.request().settleWindow()))
                .orElse(view.now());
    }
}
