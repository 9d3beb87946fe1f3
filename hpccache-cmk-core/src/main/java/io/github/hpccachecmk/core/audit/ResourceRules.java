package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.inspect.Inspected;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an audit says of a resource beside what an inspection does. Pure. */
final class ResourceRules {
    static final String AUTO_ROTATION = "resource.auto-rotation";
    static final String STALE = "resource.stale";

    private ResourceRules() {}

    static List<Finding> of(AuditQuery query, Resources.Known known) {
        var findings = new ArrayList<Finding>();
        autoRotation(query, known.seen()).ifPresent(findings::add);
        known.failure().map(failure -> stale(known.seen(), failure)).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> autoRotation(AuditQuery query, Inspected seen) {
        boolean isOff = query.autoRotationWanted()
                && seen.target().id().kind().hasRotationFlag()
                && seen.key().isPresent()
                && !seen.rotates();
        return isOff
                ? Optional.of(finding(
                        seen,
                        AUTO_ROTATION,
                        Severity.WARNING,
                        "It does not follow new versions of its key by itself; the query wants it to.",
                        "Switch automatic rotation on."))
                : Optional.empty();
    }

    private static Finding stale(Inspected seen, RemoteFailure failure) {
        var diagnosis = FailureClassifier.classify(failure);
        return finding(
                seen,
                STALE,
                Severity.UNKNOWN,
                "What the inventory has of it looks like trouble and may be out of date; it could not be read again: "
                        + diagnosis.message() + ".",
                diagnosis.remedy());
    }

    private static Finding finding(Inspected seen, String rule, Severity severity, String message, String remedy) {
        return new Finding(
                rule, severity, seen.target().id().toString(), message, remedy, Optional.empty(), Optional.empty());
    }
}
