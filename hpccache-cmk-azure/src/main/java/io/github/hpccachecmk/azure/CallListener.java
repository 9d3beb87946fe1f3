package io.github.hpccachecmk.azure;

/**
 * Told of every remote call after it ended, on the thread that made it: for metrics, budgets and audit logs. Must return
 * quickly and be thread-safe. What it throws is logged by class name and otherwise ignored.
 */
@FunctionalInterface
public interface CallListener {
    /**
     * A call has ended.
     *
     * @param call what was called and what came of it
     */
    void called(RemoteCall call);
}
