package io.github.hpccachecmk.core.port;

/**
 * What goes with every call of a flow.
 *
 * @param correlationId sent as {@code x-ms-correlation-request-id}
 */
public record CallContext(String correlationId) {}
