package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.core.inspect.Inspected;
import io.github.hpccachecmk.core.inspect.Inspections;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;
import java.util.Optional;

/**
 * The requests that an audit hands out: those of an inspection, for keys in allowed vaults alone. Which vault a resource names is somebody
 * else's input. Pure.
 */
final class Proposals {
    private final Inspections inspections;
    private final List<VaultId> allowed;

    Proposals(Inspections inspections, List<VaultId> allowed) {
        this.inspections = inspections;
        this.allowed = List.copyOf(allowed);
    }

    Problem problem(Finding finding, Inspected seen) {
        var cure =
                finding.rule().equals(ResourceRules.AUTO_ROTATION) ? rotating(seen) : inspections.cure(finding, seen);
        if (cure.isEmpty() || seen.vaultId().filter(allowed::contains).isPresent()) {
            return new Problem(finding, cure);
        }
        return new Problem(withoutRequest(finding, seen), Optional.empty());
    }

    /** Under the same key, with the flag. */
    private static Optional<CmkRequest<?>> rotating(Inspected seen) {
        return seen.asRequest()
                .map(same -> ChangeKey.builder().from(same).autoRotation(true).build());
    }

    private static Finding withoutRequest(Finding finding, Inspected seen) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.subject(),
                finding.message(),
                finding.remedy() + " (A request for it is handed out when the query allows vault "
                        + seen.vaultId().map(VaultId::toString).orElse("of the key") + ".)",
                finding.code(),
                finding.documentation());
    }
}
