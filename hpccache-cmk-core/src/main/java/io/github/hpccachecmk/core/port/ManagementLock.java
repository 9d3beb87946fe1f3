package io.github.hpccachecmk.core.port;

/**
 * A management lock.
 *
 * @param id its ARM id
 * @param level {@code ReadOnly} or {@code CanNotDelete}
 */
public record ManagementLock(String id, String level) {}
