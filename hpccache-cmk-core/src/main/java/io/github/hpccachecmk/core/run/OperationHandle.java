package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.Operation;
import io.github.hpccachecmk.error.AwaitTimeoutException;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One caller's share of a flow: its listeners, its completion, its cancel. Its state is guarded by its own lock. */
final class OperationHandle<R extends Outcome> implements Operation<R> {
    private final FlowRun<R> flow;
    private final Pacing pacing;
    private final CompletableFuture<R> end = new CompletableFuture<>();
    private final Object lock = new Object();
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private Status newest;
    private boolean closed;

    OperationHandle(FlowRun<R> flow, Pacing pacing, Status newest) {
        this.flow = flow;
        this.pacing = pacing;
        this.newest = newest;
    }

    @Override
    public R await(Duration limit) throws InterruptedException {
        if (!pacing.await(end, limit)) {
            throw new AwaitTimeoutException(CmkError.of(
                    ErrorCode.AWAIT_TIMED_OUT,
                    "Waited " + limit + " for " + status().subject() + ", which goes on: " + status().phase() + ", "
                            + status().message()));
        }
        try {
            return end.join();
        } catch (CompletionException ended) {
            if (ended.getCause() instanceof CmkException failure) {
                throw failure;
            }
            throw ended;
        }
    }

    @Override
    public CompletionStage<R> completion() {
        // A copy of its own for everybody: whoever completes or cancels it changes nothing but that copy.
        var copy = new CompletableFuture<R>();
        var unused = end.whenComplete((outcome, failure) -> {
            if (failure == null) {
                copy.complete(outcome);
            } else {
                copy.completeExceptionally(failure);
            }
        });
        return copy;
    }

    @Override
    public Status status() {
        synchronized (lock) {
            return newest;
        }
    }

    @Override
    public Operation<R> onProgress(Consumer<? super Status> listener) {
        var mailbox = new Mailbox(listener, pacing);
        synchronized (lock) {
            mailbox.put(newest);
            if (closed) {
                mailbox.close();
            } else {
                mailboxes.add(mailbox);
            }
        }
        mailbox.deliver();
        return this;
    }

    @Override
    public Hint hint() {
        return flow.hint();
    }

    @Override
    public boolean cancel() {
        if (!flow.leave(this)) {
            return false;
        }
        var failure = Ending.canceled("Given up by the caller; nothing that was written was undone.");
        var unused = close(Statuses.ended(status(), failure.error(), Phase.CANCELED, pacing.now()), true);
        end.completeExceptionally(failure);
        return true;
    }

    /** Takes a status over; called in order by the flow. */
    void take(Status status, boolean worthTelling) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            newest = status;
            if (worthTelling) {
                mailboxes.forEach(mailbox -> mailbox.put(status));
            }
        }
    }

    /** Sets the delivery of what was taken going. */
    void deliver() {
        List<Mailbox> all;
        synchronized (lock) {
            all = List.copyOf(mailboxes);
        }
        all.forEach(Mailbox::deliver);
    }

    /**
     * Ends this handle; its listeners hear the last status before those who wait go on. So a listener that does not return
     * holds back the end of its own handle, of no other, and never the flow.
     */
    void finish(Ending<R> ending, Status last, boolean worthTelling) {
        var unused = close(last, worthTelling).thenRun(() -> ending.complete(end));
    }

    private CompletableFuture<Void> close(Status last, boolean worthTelling) {
        List<Mailbox> all;
        synchronized (lock) {
            take(last, worthTelling);
            closed = true;
            all = List.copyOf(mailboxes);
            mailboxes.clear();
            all.forEach(Mailbox::close);
        }
        all.forEach(Mailbox::deliver);
        return CompletableFuture.allOf(all.stream().map(Mailbox::emptied).toArray(CompletableFuture<?>[]::new));
    }
}
