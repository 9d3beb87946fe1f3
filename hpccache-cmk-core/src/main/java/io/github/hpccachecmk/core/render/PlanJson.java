package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.report.Plan;

/**
 * A plan as JSON: its portable form, which {@link Plan#fromMap} reads back, schema version inside. The JSON Schema is
 * {@code docs/schema/plan-1.schema.json} of this project. Pure.
 */
public final class PlanJson {
    private PlanJson() {}

    /** The whole plan, findings that are as needed too; ends with a line feed. */
    public static String of(Plan plan) {
        return Json.of(plan.toMap());
    }
}
