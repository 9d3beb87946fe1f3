package io.github.hpccachecmk.report;

/** Something worth an alert that came with a step of progress. New events may appear. */
public enum FlowEvent {
    /** 30 minutes are left to authorize. */
    DEADLINE_IN_30_MINUTES,
    /** 15 minutes are left to authorize. */
    DEADLINE_IN_15_MINUTES,
    /** 5 minutes are left to authorize. */
    DEADLINE_IN_5_MINUTES,
    /** The next wait would cross the time to authorize. */
    DEADLINE_AT_RISK,
    /** The time to authorize has passed; the flow still tries, since only the service's own failure ends it. */
    DEADLINE_PASSED,
    /** Somebody has to act. */
    ACTION_NEEDED
}
