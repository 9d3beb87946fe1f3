package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.audit.AuditScope;
import java.util.Optional;

/**
 * A question to the inventory.
 *
 * @param table what is asked for
 * @param scope where; of a resource group the caches and file systems are meant, while vaults, identities and assignments are those of
 *     its subscription, which they may use all of
 */
public record InventoryQuery(InventoryTable table, AuditScope scope) {
    /** The query's text. */
    public String text() {
        return table.text(group());
    }

    /** The subscription that is asked; empty for a management group. */
    public Optional<String> subscription() {
        if (scope instanceof AuditScope.ResourceGroup within) {
            return Optional.of(within.id().subscription());
        }
        return scope instanceof AuditScope.Subscription whole ? Optional.of(whole.id()) : Optional.empty();
    }

    /** The management group that is asked. */
    public Optional<String> managementGroup() {
        return scope instanceof AuditScope.ManagementGroup group ? Optional.of(group.name()) : Optional.empty();
    }

    private Optional<String> group() {
        return table == InventoryTable.TARGETS && scope instanceof AuditScope.ResourceGroup within
                ? Optional.of(within.id().name())
                : Optional.empty();
    }
}
