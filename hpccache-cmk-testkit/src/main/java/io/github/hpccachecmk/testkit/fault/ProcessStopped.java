package io.github.hpccachecmk.testkit.fault;

/**
 * The process that called has died, as far as a test is concerned: thrown out of the call, and out of every later one
 * until {@link Faults#restart()}. An Error, so that no code under test takes it for a failure that it can handle; and of the
 * kind that Reactor, which the Azure SDK runs on, lets through as it is.
 */
public final class ProcessStopped extends VirtualMachineError {
    private static final long serialVersionUID = 1L;

    /** A stop at a call. */
    public ProcessStopped(String where) {
        super("The process was stopped by the test " + where);
    }
}
