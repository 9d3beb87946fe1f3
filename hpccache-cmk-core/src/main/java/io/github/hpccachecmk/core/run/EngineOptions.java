package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.policy.RuleCatalogue;

/**
 * What an engine is made of beside ports and pacing. Immutable.
 *
 * @param rules what must be true before something is written
 * @param jitter where chance comes from
 */
public record EngineOptions(RuleCatalogue rules, Jitter jitter) {}
