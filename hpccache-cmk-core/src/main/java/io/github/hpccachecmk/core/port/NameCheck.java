package io.github.hpccachecmk.core.port;

/**
 * Whether a vault's name is free; names are unique in a cloud.
 *
 * @param available whether it is
 * @param message the service's words when it is not; empty when it is
 */
public record NameCheck(boolean available, String message) {}
