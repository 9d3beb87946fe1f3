package io.github.hpccachecmk.testkit.fault;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults in force. Several can strike one call; they do so in the order in which they were made. Thread-safe. */
public final class Faults {
    static final String ANY = "*";

    private final List<FaultRule> rules = new ArrayList<>();
    private Optional<Chaos> chaos = Optional.empty();
    private boolean isStopped;
    private boolean isStoppedAtNextCall;

    /** Without any fault. */
    public Faults() {}

    /** Begins a fault on an operation. */
    public FaultScript on(PortOperation operation) {
        return on(operation.name());
    }

    /** Begins a fault on an operation by its name, as the journal has it. */
    public FaultScript on(String operation) {
        return new FaultScript(this, operation);
    }

    /** Begins a fault on every operation. */
    public FaultScript onAny() {
        return new FaultScript(this, ANY);
    }

    /**
     * Faults by chance on every call from now on, besides those that were asked for: lost requests and answers, refusals
     * (409, 429, 500, 503), effects that come late, slow answers and stale reads. The journal shows each. The same seed
     * gives the same faults to the same calls in the same order. Processes do not die; {@link #chaosWithStops} lets them.
     *
     * @param seed where the faults are drawn from
     * @param probability how likely a call is struck, from 0 (never) to 1 (always)
     * @throws IllegalArgumentException for another probability
     */
    public synchronized Faults chaos(long seed, double probability) {
        chaos = Optional.of(new Chaos(seed, probability, false));
        return this;
    }

    /** As {@link #chaos}, and calling processes die, too: {@link ProcessStopped} is thrown until {@link #restart}. */
    public synchronized Faults chaosWithStops(long seed, double probability) {
        chaos = Optional.of(new Chaos(seed, probability, true));
        return this;
    }

    /** Takes all faults back, those by chance too. */
    public synchronized void clear() {
        rules.clear();
        chaos = Optional.empty();
        isStoppedAtNextCall = false;
    }

    /** Whether the calling process counts as dead. */
    public synchronized boolean isStopped() {
        return isStopped;
    }

    /** A new process: calls go through again. Faults stay in force. */
    public synchronized void restart() {
        isStopped = false;
        isStoppedAtNextCall = false;
    }

    synchronized void add(FaultRule rule) {
        rules.add(rule);
    }

    /**
     * The faults that strike a call, which is counted by it.
     *
     * @param operation its name
     * @param request the call
     * @param isWrite whether it is a kind of call that changes something
     * @throws ProcessStopped when the calling process counts as dead
     */
    public synchronized List<Fault> strike(String operation, WireRequest request, boolean isWrite) {
        if (isStoppedAtNextCall) {
            isStoppedAtNextCall = false;
            isStopped = true;
        }
        if (isStopped) {
            throw new ProcessStopped("before " + operation);
        }
        List<Fault> striking = new ArrayList<>();
        for (FaultRule rule : rules) {
            if (rule.strikes(operation, request)) {
                striking.add(rule.fault());
            }
        }
        chaos.flatMap(drawn -> drawn.strike(isWrite)).ifPresent(striking::add);
        return List.copyOf(striking);
    }

    /** The calling process dies now. */
    public synchronized ProcessStopped stop(String where) {
        isStopped = true;
        return new ProcessStopped(where);
    }

    /** The calling process dies at its next call. */
    public synchronized void stopAtNextCall() {
        isStoppedAtNextCall = true;
    }
}
