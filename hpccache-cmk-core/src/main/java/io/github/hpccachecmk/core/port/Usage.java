package io.github.hpccachecmk.core.port;

/**
 * One quota.
 *
 * @param name {@code Cache} or {@code AmlFilesystem}
 * @param current how many exist
 * @param limit how many may
 */
public record Usage(String name, long current, long limit) {}
