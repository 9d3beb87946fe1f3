package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.PortOperation;
import java.util.Optional;

/**
 * One REST call of a port method.
 *
 * @param operation the port operation
 * @param context what goes with it
 * @param scope the id of the resource called, for the failure's report
 * @param method the HTTP method
 * @param url the whole URL
 * @param body the JSON document to send
 */
record Call(
        PortOperation operation, CallContext context, String scope, String method, String url, Optional<Object> body) {

    static Call get(PortOperation operation, CallContext context, String scope, String url) {
        return new Call(operation, context, scope, "GET", url, Optional.empty());
    }

    /** A page of a listing: a page's token is the address of that page, as the service gave it. */
    static Call page(
            PortOperation operation, CallContext context, String scope, String firstUrl, Optional<String> page) {
        return get(operation, context, scope, page.orElse(firstUrl));
    }

    static Call delete(PortOperation operation, CallContext context, String scope, String url) {
        return new Call(operation, context, scope, "DELETE", url, Optional.empty());
    }

    static Call write(
            PortOperation operation, CallContext context, String scope, String method, String url, Object body) {
        return new Call(operation, context, scope, method, url, Optional.of(body));
    }
}
