package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.error.InvalidInputException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The whole procedure as a program: plans, creates, authorizes and verifies a cache or file system under a customer-managed key,
 * through the Azure binding over an Azure in memory, or against the real one. The options are those of {@link Option}.
 *
 * <p>Ends with exit code 0 when the resource is healthy and encrypted (or the plan alone was asked for and is not blocked), else
 * with 1.
 */
public final class MainJob {
    private static final Duration LONGEST = Duration.ofHours(4);

    private final Report report;
    private final Function<Options, JobWorld> worlds;

    MainJob(PrintStream out, Function<Options, JobWorld> worlds) {
        this.report = new Report(out);
        this.worlds = worlds;
    }

    /**
     * Runs the job with the options given as system properties or arguments.
     *
     * @param args options in the form {@code --cmk.target=cache}
     * @throws InterruptedException when the waiting thread is interrupted; what was written stays, and the same job run again
     *     carries on
     */
    public static void main(String[] args) throws InterruptedException {
        // The Azure SDK logs through SLF4J; that no provider is there is no news to the reader of this program.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var properties = new TreeMap<String, String>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        int code = new MainJob(out, MainJob::world).run(properties, List.of(args));
        if (code != 0) {
            // Run by Maven, a plain return would read as a success.
            System.exit(code);
        }
    }

    private static JobWorld world(Options options) {
        return options.isReal() ? RealWorld.open(options) : FakeWorld.open(options);
    }

    int run(Map<String, String> properties, List<String> args) throws InterruptedException {
        try {
            var options = Options.read(properties, args);
            report.heading(options);
            try (var world = worlds.apply(options)) {
                return run(options, world);
            }
        } catch (UsageException refused) {
            report.refused(refused.problems());
        } catch (InvalidInputException refused) {
            report.refused(List.of(refused.error().message()));
        } catch (CmkException failed) {
            report.failed(failed.error());
        }
        return 1;
    }

    private int run(Options options, JobWorld world) throws InterruptedException {
        long wallStart = System.nanoTime();
        var start = world.now();
        var client = world.client();

        var plan = client.plan(world.request());
        var callsOfPlan = world.calls();
        report.plan(plan);
        if (plan.isBlocked() || options.planOnly()) {
            report.stoppedAfterPlan(plan.isBlocked());
            return plan.isBlocked() ? 1 : 0;
        }

        report.progressTitle(world.isVirtual());
        var progress = new ProgressLines(report::progress);
        var resource = client.begin(
                        world.request(), OperationOptions.approved(plan).onProgress(progress))
                .await(LONGEST);
        report.resource(resource);
        report.calls(callsOfPlan, world.calls());
        report.times(
                Duration.between(start, world.now()),
                Duration.ofNanos(System.nanoTime() - wallStart),
                world.isVirtual());
        return 0;
    }
}
