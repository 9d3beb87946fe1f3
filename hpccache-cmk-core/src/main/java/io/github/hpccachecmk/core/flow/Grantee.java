package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.model.PrincipalId;

/**
 * Somebody who has to use the key for the resource to work.
 *
 * @param principal who
 * @param system whether it is the resource's own, system-assigned identity
 * @param label how a person knows it
 */
record Grantee(PrincipalId principal, boolean system, String label) {}
