package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.audit.AuditReport;

/**
 * An audit as JSON: its portable form, schema version inside; each request in it is one that
 * {@link io.github.hpccachecmk.request.Requests#fromMap} reads back. The JSON Schema is {@code docs/schema/audit-1.schema.json} of this
 * project. Pure.
 */
public final class AuditJson {
    private AuditJson() {}

    /** The whole report; ends with a line feed. */
    public static String of(AuditReport report) {
        return Json.of(report.toMap());
    }
}
