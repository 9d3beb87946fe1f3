package io.github.hpccachecmk.examples.readme;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.audit.AuditReport;
import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.core.render.AuditText;
import io.github.hpccachecmk.core.render.InspectionText;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.RotateKey;
import java.time.Duration;

/** What an operator does with a resource that is in use. */
final class Operations {
    private Operations() {}

    static EncryptedResource rotate(CustomerManagedKeys keys, TargetId target, VaultId vault, KeyUrl inUse)
            throws CmkException, InterruptedException {
        // region rotate
        RotateKey request =
                RotateKey.builder().target(target).vault(vault).newerThan(inUse).build();

        EncryptedResource rotated = keys.begin(request).await(Duration.ofHours(3));
        rotated.superseded()
                .ifPresent(old -> System.out.println(old.key() + " may be disabled after " + old.safeToDisableAfter()));
        // endregion
        return rotated;
    }

    static int audit(CustomerManagedKeys keys, String subscription, VaultId vault) throws CmkException {
        // region audit
        AuditQuery query = AuditQuery.builder()
                .scope(AuditScope.subscription(subscription))
                .addAllowedVaults(vault) // requests are handed out for keys in these vaults alone
                .build();

        AuditReport report = keys.audit(query);
        System.out.print(AuditText.of(report)); // or AuditMarkdown, AuditJson, AuditCsv
        int exitCode = report.verdict().exitCode();
        // endregion
        return exitCode;
    }

    static void inspect(CustomerManagedKeys keys, TargetId target) throws CmkException, InterruptedException {
        // region inspect
        Inspection seen = keys.inspect(target);
        System.out.print(InspectionText.of(seen)); // state, key, access, what comes next, each problem with its remedy

        for (var problem : seen.problems()) {
            if (problem.cure().isPresent()) {
                keys.begin(problem.cure().get()).await(Duration.ofHours(1)); // ready to be run as it is
            }
        }
        // endregion
    }
}
