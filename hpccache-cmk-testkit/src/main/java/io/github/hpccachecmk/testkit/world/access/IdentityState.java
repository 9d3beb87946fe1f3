package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.ResourceState;

/**
 * A user-assigned identity.
 *
 * @param principalId its principal
 * @param clientId its application id
 */
public record IdentityState(String principalId, String clientId) implements ResourceState {}
