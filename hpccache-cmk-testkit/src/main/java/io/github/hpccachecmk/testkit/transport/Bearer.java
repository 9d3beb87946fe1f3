package io.github.hpccachecmk.testkit.transport;

import java.util.Optional;

/**
 * Who calls, without the token that says so.
 *
 * @param caller the name of the caller; empty for nobody
 * @param audience for whom the token was made; empty when it does not say, and then it counts as made for whoever gets it
 */
public record Bearer(String caller, Optional<String> audience) {}
