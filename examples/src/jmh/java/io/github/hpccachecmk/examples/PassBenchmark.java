package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.flow.PassOutcome;
import io.github.hpccachecmk.core.flow.Passes;
import io.github.hpccachecmk.core.policy.Report;
import io.github.hpccachecmk.core.policy.Rule;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.TargetPort;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.port.PortFace;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The core's own cost, warm: one pass of a flow that waits for its key, and all rules on all facts. No remote call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 5, time = 2)
public class PassBenchmark {
    private static final Set<Rule.Tier> ALL = EnumSet.allOf(Rule.Tier.class);

    private CreateRequest request;
    private Passes passes;
    private FlowState waiting;
    private Situation situation;
    private Instant now;

    /** A cache that waits for its key, all facts read, and a read of it that is always answered the same. */
    @Setup
    public void flow() {
        var azure = Bench.slowWorld();
        request = Bench.request(azure);
        var ports = PortFace.of(azure, FakeAzure.OWNER);
        var real = new Passes(ports, Bench.RULES, Jitter.none());
        var state = FlowState.start(Hint.none());
        PassOutcome<?> outcome;
        do {
            outcome = real.run(request, state, OperationOptions.defaults(), azure.now());
            state = outcome.state();
            if (situation == null) {
                situation = new Situation(request, state.facts(), azure.now());
            }
            azure.advance(Duration.ofSeconds(30));
        } while (!outcome.result().status().phase().name().equals("WAITING_FOR_KEY"));
        waiting = state;
        now = azure.now();
        var seen = ports.targets().get(new CallContext("benchmark"), request.target());
        passes = new Passes(
                new Ports(
                        answering(seen),
                        ports.vaults(),
                        ports.keys(),
                        ports.keyData(),
                        ports.access(),
                        ports.identities(),
                        ports.providers(),
                        ports.inventory(),
                        ports.materials()),
                Bench.RULES,
                Jitter.none());
    }

    private static TargetPort answering(Answer<Optional<TargetSnapshot>> seen) {
        return (TargetPort) Proxy.newProxyInstance(
                PassBenchmark.class.getClassLoader(),
                new Class<?>[] {TargetPort.class},
                (proxy, method, given) -> seen);
    }

    /** Reads the resource, decides to wait, tells the status. */
    @Benchmark
    public PassOutcome<?> waitingPass(CpuClock cpu) {
        cpu.tick();
        return passes.run(request, waiting, OperationOptions.defaults(), now);
    }

    /** All rules of the catalogue, on the facts of a preflight. */
    @Benchmark
    public Report allRules(CpuClock cpu) {
        cpu.tick();
        return Bench.RULES.evaluate(situation, ALL);
    }
}
