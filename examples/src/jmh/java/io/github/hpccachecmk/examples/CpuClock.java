package io.github.hpccachecmk.examples;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Prints the CPU time of each operation beside JMH's wall clock time, which means little on a machine that is shared. */
@State(Scope.Thread)
public class CpuClock {
    private long operations;
    private long start;

    /** Counts one operation. */
    public void tick() {
        operations++;
    }

    /** Begins an iteration. */
    @Setup(Level.Iteration)
    public void begin() {
        operations = 0;
        start = now();
    }

    /** Ends an iteration. */
    @TearDown(Level.Iteration)
    public void end() {
        System.out.printf("[CPU %.2f us/op] ", (now() - start) / 1000.0 / Math.max(1, operations));
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
