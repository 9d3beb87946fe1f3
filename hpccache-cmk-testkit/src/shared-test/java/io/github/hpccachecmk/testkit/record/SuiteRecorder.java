package io.github.hpccachecmk.testkit.record;

import io.github.hpccachecmk.testkit.exchange.Exchange;
import io.github.hpccachecmk.testkit.exchange.ExchangeObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes what all FakeAzures of a test JVM were asked and answered into a file when the JVM ends, for the check against the
 * services' OpenAPI documents. Exchanges that differ in ids, times and numbers only are written once, with their count.
 * Does nothing when the build was not given the documents ({@code cmk.spec.dir}).
 */
public final class SuiteRecorder implements ExchangeObserver {
    private final Map<String, Recorded> recorded = new LinkedHashMap<>();
    private final boolean isRecording;

    /** For the service loader. */
    public SuiteRecorder() {
        String directory = System.getProperty("cmk.exchanges", "");
        this.isRecording = !System.getProperty("cmk.spec.dir", "").isEmpty() && !directory.isEmpty();
        if (isRecording) {
            Path file = Path.of(directory, "exchanges.jsonl");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> write(file), "exchanges"));
        }
    }

    @Override
    public void observe(Exchange exchange) {
        if (isRecording) {
            String shape = Shape.of(exchange);
            synchronized (recorded) {
                recorded.computeIfAbsent(shape, unseen -> new Recorded(exchange, test())).count++;
            }
        }
    }

    private void write(Path file) {
        var text = new StringBuilder();
        synchronized (recorded) {
            // A build that was asked for single tests says so in the property "test".
            boolean isWhole = System.getProperty("test", "").isEmpty();
            text.append(ExchangeText.line(Map.of("isWholeSuite", isWhole))).append('\n');
            recorded.values()
                    .forEach(one -> text.append(ExchangeText.line(one.exchange, one.test, one.count))
                            .append('\n'));
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String test() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().matches(".*(Test|Contract)"))
                        .map(frame -> frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName())
                        .reduce((inner, outer) -> outer))
                .orElse("a thread of its own");
    }

    /** The first exchange of a shape and how many there were. */
    private static final class Recorded {
        private final Exchange exchange;
        private final String test;
        private int count;

        Recorded(Exchange exchange, String test) {
            this.exchange = exchange;
            this.test = test;
        }
    }
}
