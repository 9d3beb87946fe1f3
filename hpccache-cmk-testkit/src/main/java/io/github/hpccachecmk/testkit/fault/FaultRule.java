package io.github.hpccachecmk.testkit.fault;

import io.github.hpccachecmk.testkit.world.WireRequest;
import java.util.function.Predicate;

/** A fault in force, with the count of the calls that matched so far. Not thread-safe: guarded by {@link Faults}. */
final class FaultRule {
    private final String operation;
    private final Predicate<WireRequest> condition;
    private final int first;
    private final int last;
    private final Fault fault;
    private int seen;

    FaultRule(String operation, Predicate<WireRequest> condition, int first, int last, Fault fault) {
        this.operation = operation;
        this.condition = condition;
        this.first = first;
        this.last = last;
        this.fault = fault;
    }

    /** Counts the call when it matches, and says whether the fault strikes it. */
    boolean strikes(String calledOperation, WireRequest request) {
        boolean isMeant = operation.equals(Faults.ANY) || operation.equals(calledOperation);
        if (!isMeant || !condition.test(request)) {
            return false;
        }
        if (seen < Integer.MAX_VALUE) {
            seen++;
        }
        return seen >= first && seen <= last;
    }

    Fault fault() {
        return fault;
    }
}
