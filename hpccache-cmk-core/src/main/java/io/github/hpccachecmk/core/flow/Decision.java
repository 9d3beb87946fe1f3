package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.report.Awaited;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What to do next: the value that a row of the transition table gives. Immutable. */
public sealed interface Decision {
    /** Something has to be known first, or known anew. */
    record Read(Set<FactKey<?>> keys) implements Decision {}

    /** One write is due. */
    record Act(Write write) implements Decision {}

    /**
     * Nothing to do until time has passed.
     *
     * @param delay how long
     * @param awaited what for, and when it is given up
     * @param forget what has to be read anew afterwards
     */
    record Wait(Duration delay, Awaited awaited, Set<FactKey<?>> forget) implements Decision {}

    /**
     * Somebody has to act first.
     *
     * @param findings what stands in the way
     * @param keepLooking whether the flow looks again by itself: once a resource exists, its time is running
     */
    record Blocked(List<Finding> findings, boolean keepLooking) implements Decision {}

    /** The request cannot succeed any more. */
    record Failed(CmkError error) implements Decision {}

    /** The request has succeeded. */
    record Done(Outcome outcome) implements Decision {}
}
