package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.TargetRequest;
import java.util.List;
import java.util.Set;

/**
 * One rule: pure, total, without a remote call. A rule whose facts are unread or unreadable finds
 * {@link io.github.hpccachecmk.report.Severity#UNKNOWN}; a rule that does not concern the request finds nothing.
 */
public interface Rule {
    /** The stable id, for example {@code vault.purge-protection}. */
    String id();

    /** Whether a write would be unsafe without this rule's facts. */
    Tier tier();

    /** Whether the rule has anything to say of such a request; unless overridden, of those about a cache or file system. */
    default boolean concerns(CmkRequest<?> request) {
        return request instanceof TargetRequest<?>;
    }

    /** The facts that the rule looks at for a request; what only shows later (the key's version) is added as known. */
    Set<FactKey<?>> facts(Situation situation);

    /** What the rule finds; several when it looks at several things; OK findings too. */
    List<Finding> judge(Situation situation);

    /** When a rule's facts are read. */
    enum Tier {
        /** Before any write. */
        GATE,
        /** In a plan, and before the first write of a create that no approved plan has cleared. */
        ADVISORY
    }
}
