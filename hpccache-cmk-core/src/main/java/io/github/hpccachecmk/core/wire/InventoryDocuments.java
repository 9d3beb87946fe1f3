package io.github.hpccachecmk.core.wire;

import io.github.hpccachecmk.core.port.InventoryQuery;
import io.github.hpccachecmk.core.port.InventoryTable;
import io.github.hpccachecmk.core.port.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Between questions to Azure Resource Graph and its JSON documents. Source: the REST specification of Microsoft.ResourceGraph, 2022-10-01. */
public final class InventoryDocuments {
    /** The most that the service gives; its default is a hundred. */
    private static final int LARGEST_PAGE = 1000;

    private InventoryDocuments() {}

    /**
     * The body of a question.
     *
     * @param query what is asked
     * @param page the token of the page, empty for the first
     * @return the document to POST
     */
    public static Map<String, Object> body(InventoryQuery query, Optional<String> page) {
        var options = new LinkedHashMap<String, Object>();
        options.put("$top", LARGEST_PAGE);
        options.put("resultFormat", "objectArray");
        page.ifPresent(token -> options.put("$skipToken", token));
        if (query.table() == InventoryTable.ASSIGNMENTS) {
            // One that a management group gives is access, too.
            options.put("authorizationScopeFilter", "AtScopeAboveAndBelow");
        }
        var body = new LinkedHashMap<String, Object>();
        query.subscription().ifPresent(id -> body.put("subscriptions", List.of(id)));
        query.managementGroup().ifPresent(name -> body.put("managementGroups", List.of(name)));
        body.put("query", query.text());
        body.put("options", options);
        return body;
    }

    /**
     * A page of an answer.
     *
     * @param answer the answer's body
     * @return the rows, and the token of the next page
     */
    public static Page<Map<String, Object>> page(JsonView answer) {
        return new Page<>(answer.documents("data"), answer.text("$skipToken").filter(token -> !token.isBlank()));
    }
}
