package io.github.hpccachecmk.core.port;

import java.time.Instant;

/**
 * A remote call's answer.
 *
 * @param value what the service said
 * @param at the service's own time, from the answer's {@code Date} header; the binding's clock where there was none
 * @param <T> the kind of value
 */
public record Answer<T>(T value, Instant at) {}
