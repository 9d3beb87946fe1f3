package io.github.hpccachecmk.core.port;

import java.util.Optional;

/**
 * What an inventory is asked for: the texts of all queries of Azure Resource Graph that this library sends. Each orders by id, since pages
 * are only stable then. Sources: Microsoft's references of the query language and of the tables; none of the texts was tried on the real
 * service.
 */
public enum InventoryTable {
    /** Caches and file systems. */
    TARGETS(
            "resources\n| where type in~ ('microsoft.storagecache/caches', 'microsoft.storagecache/amlfilesystems')",
            "| project id, name, type, location, sku, identity, tags, properties\n| order by id asc"),
    /** Vaults. */
    VAULTS(
            "resources\n| where type =~ 'microsoft.keyvault/vaults'",
            "| project id, name, type, location, tags, properties\n| order by id asc"),
    /** User-assigned identities. */
    IDENTITIES(
            "resources\n| where type =~ 'microsoft.managedidentity/userassignedidentities'",
            "| project id, name, type, location, properties\n| order by id asc"),
    /** The role assignments of service principals, managed identities among them. */
    ASSIGNMENTS(
            "authorizationresources\n| where type =~ 'microsoft.authorization/roleassignments'"
                    + "\n| where properties.principalType =~ 'ServicePrincipal'",
            "| project id, name, type, properties\n| order by id asc"),
    /** How many role assignments each subscription has itself. */
    ASSIGNMENT_COUNTS(
            "authorizationresources\n| where type =~ 'microsoft.authorization/roleassignments'"
                    + "\n| where id startswith '/subscriptions/'",
            "| extend subscription = tolower(tostring(split(id, '/')[2]))"
                    + "\n| summarize assignments = count() by subscription\n| order by subscription asc");

    private final String source;
    private final String shape;

    InventoryTable(String source, String shape) {
        this.source = source;
        this.shape = shape;
    }

    /** The query's beginning: which rows. */
    public String source() {
        return source;
    }

    /** The query's end: which columns, in which order. */
    public String shape() {
        return shape;
    }

    /** The whole query, for one resource group or for all that the request's scope covers. A group's name has no quotation marks. */
    public String text(Optional<String> group) {
        return source + group.map(InventoryTable::filter).orElse("") + "\n" + shape;
    }

    /** The line that keeps to a group. */
    public static String filter(String group) {
        return "\n| where resourceGroup =~ '" + group + "'";
    }
}
