package io.github.hpccachecmk.audit;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.model.ResourceGroupId;
import java.util.regex.Pattern;

/** Where an audit looks. New kinds may appear: have a default branch. Immutable; makes no call. */
public sealed interface AuditScope {
    /**
     * A whole subscription.
     *
     * @param subscription its GUID
     * @return the scope
     * @throws InvalidInputException when it is no GUID
     */
    static AuditScope subscription(String subscription) {
        return new Subscription(subscription);
    }

    /**
     * One resource group.
     *
     * @param group which
     * @return the scope
     */
    static AuditScope resourceGroup(ResourceGroupId group) {
        return new ResourceGroup(group);
    }

    /**
     * All subscriptions below a management group.
     *
     * @param name the management group's name, which is its id and not the name that the portal displays
     * @return the scope
     * @throws InvalidInputException when the name is not legal
     */
    static AuditScope managementGroup(String name) {
        return new ManagementGroup(name);
    }

    /**
     * A whole subscription.
     *
     * @param id its GUID
     */
    record Subscription(String id) implements AuditScope {
        /**
         * Checks the GUID.
         *
         * @param id see above
         */
        public Subscription {
            Checks.guid("subscription", id);
        }

        /** The ARM id. */
        @Override
        public String toString() {
            return "/subscriptions/" + id;
        }
    }

    /**
     * One resource group.
     *
     * @param id which
     */
    record ResourceGroup(ResourceGroupId id) implements AuditScope {
        /** The ARM id. */
        @Override
        public String toString() {
            return id.toString();
        }
    }

    /**
     * All subscriptions below a management group.
     *
     * @param name its name
     */
    record ManagementGroup(String name) implements AuditScope {
        private static final Pattern NAME = Pattern.compile("[-0-9a-zA-Z_.()]{1,90}");

        /**
         * Checks the name.
         *
         * @param name see above
         */
        public ManagementGroup {
            Checks.matching("management group name", name, NAME, "1 to 90 letters, digits and - _ . ( )");
        }

        /** The ARM id. */
        @Override
        public String toString() {
            return "/providers/Microsoft.Management/managementGroups/" + name;
        }
    }
}
