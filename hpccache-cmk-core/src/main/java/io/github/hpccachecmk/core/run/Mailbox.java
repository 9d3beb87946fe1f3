package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.report.Status;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One listener's statuses, handed over one after the other on the flow's executor: a slow listener keeps nobody else
 * waiting. Thread-safe.
 *
 * <p>To be filled under the owner's lock, which gives the order, and delivered outside of it.
 */
final class Mailbox {
    private static final System.Logger LOG = System.getLogger(Mailbox.class.getName());

    private final Consumer<? super Status> listener;
    private final Pacing pacing;
    private final Deque<Status> letters = new ArrayDeque<>();
    private final CompletableFuture<Void> emptied = new CompletableFuture<>();
    private boolean delivering;
    private boolean closed;
    private boolean refused;

    Mailbox(Consumer<? super Status> listener, Pacing pacing) {
        this.listener = listener;
        this.pacing = pacing;
    }

    /** Puts a status in; nothing is delivered yet. */
    synchronized void put(Status status) {
        if (!refused && !closed) {
            letters.add(status);
        }
    }

    /** Nothing will be put in any more. */
    synchronized void close() {
        closed = true;
    }

    /** Delivers what is in on the calling thread, unless another thread is at it. */
    void deliverHere() {
        if (startDelivery()) {
            deliverAll();
        }
    }

    private synchronized boolean startDelivery() {
        boolean first = !delivering;
        delivering = true;
        return first;
    }

    /** Sees to it that what is in is delivered; returns at once. */
    void deliver() {
        if (!startDelivery()) {
            return;
        }
        pacing.at(pacing.now(), new Abandonable() {
            @Override
            public void run() {
                deliverAll();
            }

            @Override
            public void abandon() {
                // Nobody else would deliver the rest, and a completion waits for it.
                deliverAll();
            }
        });
    }

    /** Complete once all is delivered after {@link #close()}, or the listener has thrown. */
    CompletableFuture<Void> emptied() {
        return emptied;
    }

    private void deliverAll() {
        for (var letter = next(); letter.isPresent(); letter = next()) {
            try {
                listener.accept(letter.get());
            } catch (RuntimeException | Error thrown) {
                LOG.log(System.Logger.Level.WARNING, "A progress listener threw and is told no more", thrown);
                synchronized (this) {
                    refused = true;
                    letters.clear();
                }
            }
        }
    }

    private Optional<Status> next() {
        boolean done;
        synchronized (this) {
            var letter = Optional.ofNullable(letters.poll());
            if (letter.isPresent()) {
                return letter;
            }
            delivering = false;
            done = closed;
        }
        if (done) {
            emptied.complete(null);
        }
        return Optional.empty();
    }
}
