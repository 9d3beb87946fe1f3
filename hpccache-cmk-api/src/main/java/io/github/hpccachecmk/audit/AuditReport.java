package io.github.hpccachecmk.audit;

import io.github.hpccachecmk.implementation.FormWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A whole audit: every resource that was found, and the summary. Immutable.
 *
 * @param resources in the order of their ids without case, so that two reports can be compared line by line
 * @param summary what it comes to
 */
public record AuditReport(List<AuditedResource> resources, AuditSummary summary) {
    private static final Comparator<AuditedResource> BY_ID =
            Comparator.comparing(resource -> resource.target().resourceId().canonical());

    /**
     * Copies and sorts.
     *
     * @param resources see above, in any order
     * @param summary see above
     */
    public AuditReport {
        resources = resources.stream().sorted(BY_ID).toList();
    }

    /**
     * {@return the portable form for output, schema version inside; nothing reads it back but the requests in it, which
     * {@link io.github.hpccachecmk.request.Requests#fromMap} does}
     */
    public Map<String, Object> toMap() {
        return FormWriter.withSchema()
                .plain("summary", summary.toMap())
                .forms("resources", resources, AuditedResource::toMap)
                .done();
    }

    /** {@return what it comes to, fit for an exit code} */
    public AuditVerdict verdict() {
        return summary.verdict();
    }
}
