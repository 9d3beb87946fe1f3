package io.github.hpccachecmk;

import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a flow is run. Immutable; each method returns a changed copy. By default no plan binds, the whole preflight runs
 * before the first write of a create, and nobody is told of progress.
 */
public final class OperationOptions {
    private static final OperationOptions DEFAULTS = new OperationOptions(Optional.empty(), Hint.none(), List.of());

    private final Optional<Plan> approvedPlan;
    private final Hint hint;
    private final List<Consumer<? super Status>> listeners;

    private OperationOptions(Optional<Plan> approvedPlan, Hint hint, List<Consumer<? super Status>> listeners) {
        this.approvedPlan = approvedPlan;
        this.hint = hint;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * The defaults.
     *
     * @return no plan, no hint, no listener
     */
    public static OperationOptions defaults() {
        return DEFAULTS;
    }

    /**
     * A plan that binds: a write that is not in it is not sent, and the flow blocks with {@code PLAN_CHANGED}. The
     * advisory part of the preflight, which the plan has been through, is not read again unless the plan was blocked.
     *
     * @param plan the plan that somebody looked at
     * @return the defaults with that plan
     */
    public static OperationOptions approved(Plan plan) {
        return new OperationOptions(Optional.of(plan), Hint.none(), List.of());
    }

    /**
     * Adds a listener of progress.
     *
     * @param listener told of each status, as {@link Operation#onProgress} says
     * @return a copy with one more listener
     */
    public OperationOptions onProgress(Consumer<? super Status> listener) {
        var more = new ArrayList<Consumer<? super Status>>(listeners);
        more.add(listener);
        return new OperationOptions(approvedPlan, hint, more);
    }

    /**
     * Starts {@code begin} from the hint of an earlier process.
     *
     * @param earlier what an earlier {@link Operation#hint()} or {@link StepResult#hint()} gave
     * @return a copy with that hint
     */
    public OperationOptions resumingFrom(Hint earlier) {
        return new OperationOptions(approvedPlan, earlier, listeners);
    }

    /**
     * The plan that binds.
     *
     * @return empty when none does
     */
    public Optional<Plan> approvedPlan() {
        return approvedPlan;
    }

    /**
     * The hint to start from; only {@code begin} reads it.
     *
     * @return {@link Hint#none()} by default
     */
    public Hint hint() {
        return hint;
    }

    /**
     * The listeners.
     *
     * @return in the order they were added
     */
    public List<Consumer<? super Status>> listeners() {
        return listeners;
    }
}
