package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole create of a cache, from the first read to the proof, polling for some 90 minutes of virtual time. All runs on the
 * caller's thread without waiting, so the time is CPU time on a
 * machine that does nothing else; making the world is not in the score, though in the CPU time printed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 5, time = 3)
public class FlowBenchmark {
    private FakeAzure azure;

    /** A fresh world. */
    @Setup(Level.Invocation)
    public void world() {
        azure = Bench.slowWorld();
    }

    /** Straight through the ports. */
    @Benchmark
    public EncryptedResource portFace(CpuClock cpu) throws InterruptedException {
        cpu.tick();
        return Bench.run(Bench.overPorts(azure), azure);
    }

    /** Through the Azure SDK clients. */
    @Benchmark
    public EncryptedResource httpFace(CpuClock cpu) throws InterruptedException {
        cpu.tick();
        return Bench.run(Bench.overHttp(azure), azure);
    }
}
