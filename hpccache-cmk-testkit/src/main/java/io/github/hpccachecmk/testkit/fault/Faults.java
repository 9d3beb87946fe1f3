package io.github.hpccachecmk.testkit.fault;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.util.ArrayList;
import java.util.List;

/** The faults in force. Several can strike one call; they do so in the order in which they were made. Thread-safe. */
public final class Faults {
    static final String ANY = "*";

    private final List<FaultRule> rules = new ArrayList<>();
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

    /** Takes all faults back. */
    public synchronized void clear() {
        rules.clear();
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
     * @throws ProcessStopped when the calling process counts as dead
     */
    public synchronized List<Fault> strike(String operation, WireRequest request) {
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
