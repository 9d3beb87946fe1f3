package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.report.Plan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What a first test pays in a new Java process: a world, a face, a client, and the first plan through it. Cold on purpose. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class StartBenchmark {
    /** World and client on the port face. */
    @Benchmark
    public Object portFace() {
        return Bench.overPorts(Bench.world());
    }

    /** World and client on the HTTP face. */
    @Benchmark
    public Object httpFace() {
        return Bench.overHttp(Bench.world());
    }

    /** The same with a first plan. */
    @Benchmark
    public Plan portFaceWithPlan() {
        var azure = Bench.world();
        return Bench.overPorts(azure).plan(Bench.request(azure));
    }

    /** The same with a first plan. */
    @Benchmark
    public Plan httpFaceWithPlan() {
        var azure = Bench.world();
        return Bench.overHttp(azure).plan(Bench.request(azure));
    }
}
