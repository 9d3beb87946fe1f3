package io.github.hpccachecmk.azure.implementation;

import com.azure.core.util.Context;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.PortOperation;

/**
 * One remote call on its way: what it is for, and what became of it.
 *
 * @param operation the port method
 * @param scope the id of the resource called
 * @param correlationId sent as {@code x-ms-correlation-request-id}
 * @param trace what the transport saw of it
 */
record Call(PortOperation operation, String scope, String correlationId, CallTrace trace) {
    private static final String KEY = "hpccache-cmk-call";

    static Call of(PortOperation operation, Object scope, CallContext context) {
        return new Call(operation, scope.toString(), context.correlationId(), new CallTrace());
    }

    /** What the SDK carries through the pipeline, where {@link CallPolicy} and {@link TracePolicy} read it. */
    Context context() {
        return new Context(KEY, this);
    }

    static java.util.Optional<Call> in(com.azure.core.http.HttpPipelineCallContext context) {
        return context.getData(KEY).filter(Call.class::isInstance).map(Call.class::cast);
    }
}
