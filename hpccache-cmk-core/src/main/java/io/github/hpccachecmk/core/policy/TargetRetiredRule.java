package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The service still takes new resources. Needs no fact; a resource that is known to exist already is no create. Blocks before
 * anything irreversible is written for a create that would be refused.
 */
final class TargetRetiredRule extends StandardRule {
    private static final LocalDate CREATES_REFUSED_SINCE = LocalDate.of(2025, 3, 21);

    private final boolean hpcCacheRetired;

    TargetRetiredRule(boolean hpcCacheRetired) {
        super(
                "target.retired",
                Tier.GATE,
                "The service is not retired. For a new HPC cache: BLOCKING, or WARNING when the request asks to try despite"
                        + " it.",
                Articles.CACHE_OVERVIEW);
        this.hpcCacheRetired = hpcCacheRetired;
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        return Set.of();
    }

    @Override
    public List<Finding> judge(Situation situation) {
        if (!(situation.request() instanceof CreateRequest create)
                || situation.target().isPresent()) {
            return List.of();
        }
        var kind = create.target().kind();
        if (!kind.retired() || !hpcCacheRetired) {
            return List.of(ok(create.target(), "The service takes new resources, as far as is known."));
        }
        var text = "The service of the " + kind.displayName() + " was retired"
                + kind.retiresOn().map(day -> " on " + day).orElse("") + " and refuses new ones since "
                + CREATES_REFUSED_SINCE;
        return List.of(
                create instanceof CreateEncryptedCache cache && cache.tryDespiteRetirement()
                        ? warning(
                                create.target(),
                                text + "; the create is sent nevertheless, as the request asks, and will most likely be"
                                        + " refused.",
                                "Use Azure Managed Lustre: CreateEncryptedFileSystem.")
                        : blocking(
                                create.target(),
                                ErrorCode.SERVICE_RETIRED,
                                text + "; a service that takes new resources is needed.",
                                "Use Azure Managed Lustre: CreateEncryptedFileSystem. To send the create nevertheless, set"
                                        + " tryDespiteRetirement(true)."));
    }
}
