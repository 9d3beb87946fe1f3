package io.github.hpccachecmk.testkit.world;

/**
 * A principal in the directory.
 *
 * @param objectId its id
 * @param type {@code ServicePrincipal}, {@code User} or {@code Group}
 * @param isReplicated whether all parts of the directory know it
 */
public record DirectoryPrincipal(String objectId, String type, boolean isReplicated) {}
