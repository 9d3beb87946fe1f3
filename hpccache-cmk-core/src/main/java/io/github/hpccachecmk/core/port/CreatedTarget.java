package io.github.hpccachecmk.core.port;

import java.util.Optional;

/**
 * The answer of a create.
 *
 * @param target what the answer's body showed; members that it lacks are unknown
 * @param operation where the create's progress can be read
 */
public record CreatedTarget(TargetSnapshot target, Optional<OperationUrl> operation) {}
