package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Patience;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.InventoryPort;
import io.github.hpccachecmk.core.port.InventoryQuery;
import io.github.hpccachecmk.core.port.InventoryTable;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.wire.AccessDocuments;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.core.wire.VaultDocuments;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.PrincipalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the inventory of a scope, page by page. For one thread. */
final class InventoryReader {
    private final InventoryPort port;
    private final CallContext context;
    private final Patience patience;
    private final Gaps gaps;

    InventoryReader(InventoryPort port, CallContext context, Patience patience, Gaps gaps) {
        this.port = port;
        this.context = context;
        this.patience = patience;
        this.gaps = gaps;
    }

    /** Takes a row and the time of the page that it was on. */
    @FunctionalInterface
    interface RowTaker {
        void take(Map<String, Object> row, Instant at);
    }

    /**
     * All rows in the service's order.
     *
     * @return the time of the first page, since the listing is as old as it
     * @throws RemoteException when a page cannot be read; the rows before it were taken
     */
    Instant each(InventoryQuery query, RowTaker taker) {
        var first = page(query, Optional.empty(), taker);
        var next = first.value().next();
        while (next.isPresent()) {
            var asked = next;
            // A service that hands the same token out twice would keep us here for good.
            next = page(query, asked, taker).value().next().filter(token -> !asked.equals(Optional.of(token)));
        }
        return first.at();
    }

    private Answer<Page<Map<String, Object>>> page(InventoryQuery query, Optional<String> token, RowTaker taker) {
        var answer = patience.ask(() -> port.query(context, query, token));
        answer.value().items().forEach(row -> taker.take(row, answer.at()));
        return answer;
    }

    /** Vaults, identities and assignments; what cannot be read is a gap. */
    Inventory read(AuditScope scope) {
        var things = new HashMap<FactKey<?>, Fact<?>>();
        told(
                InventoryTable.VAULTS,
                scope,
                (row, at) -> readable(() -> VaultDocuments.snapshot(new JsonView(row)))
                        .ifPresent(
                                vault -> things.put(new FactKey.Vault(vault.id()), Fact.seen(Optional.of(vault), at))));
        told(
                InventoryTable.IDENTITIES,
                scope,
                (row, at) -> readable(() -> AccessDocuments.identity(new JsonView(row)))
                        .ifPresent(identity ->
                                things.put(new FactKey.Identity(identity.id()), Fact.seen(Optional.of(identity), at))));
        return new Inventory(things, assignments(scope));
    }

    /** How many role assignments each subscription has, by its id in lower case. */
    Map<String, Integer> assignmentCounts(AuditScope scope) {
        var counts = new TreeMap<String, Integer>();
        told(InventoryTable.ASSIGNMENT_COUNTS, scope, (row, at) -> {
            var view = new JsonView(row);
            view.text("subscription")
                    .ifPresent(subscription -> counts.put(
                            subscription, view.number("assignments").orElse(0L).intValue()));
        });
        return counts;
    }

    private Fact<Map<PrincipalId, List<RoleAssignment>>> assignments(AuditScope scope) {
        var byPrincipal = new HashMap<PrincipalId, List<RoleAssignment>>();
        var listed = told(
                InventoryTable.ASSIGNMENTS,
                scope,
                (row, at) -> readable(() -> AccessDocuments.assignment(new JsonView(row)))
                        .ifPresent(assignment -> byPrincipal
                                .computeIfAbsent(assignment.principal(), none -> new ArrayList<>(2))
                                .add(assignment)));
        return listed.failure()
                .<Fact<Map<PrincipalId, List<RoleAssignment>>>>map(Fact::unreadable)
                .orElseGet(() -> Fact.seen(byPrincipal, listed.at()));
    }

    private Fact<Instant> told(InventoryTable table, AuditScope scope, RowTaker taker) {
        var query = new InventoryQuery(table, scope);
        try {
            var at = each(query, taker);
            return Fact.seen(at, at);
        } catch (RemoteException failed) {
            gaps.unreadable(query, failed.failure());
            return Fact.unreadable(failed.failure());
        }
    }

    private static <T> Optional<T> readable(Supplier<T> row) {
        try {
            return Optional.of(row.get());
        } catch (InvalidInputException unreadable) {
            // What the row was of is asked for by itself where a resource needs it.
            return Optional.empty();
        }
    }
}
