package io.github.hpccachecmk.testkit.world;

import java.time.Instant;
import java.util.Optional;

/**
 * A long-running operation.
 *
 * @param id its GUID, which is the request id of the write that began it
 * @param subject the canonical id of the resource
 * @param started when it began
 * @param ended when it ended; empty while it runs
 * @param status {@code InProgress}, {@code Succeeded}, {@code Failed} or {@code Canceled}
 * @param result members of the status body besides: {@code properties} or {@code error}
 */
public record AsyncOperation(
        String id, String subject, Instant started, Optional<Instant> ended, String status, Doc result) {

    /** An operation that begins. */
    public static AsyncOperation begin(String id, String subject, Instant now) {
        return new AsyncOperation(id, subject, now, Optional.empty(), "InProgress", Doc.empty());
    }

    /** Whether it has not ended. */
    public boolean isRunning() {
        return ended.isEmpty();
    }

    /** This operation, ended well. */
    public AsyncOperation succeed(Instant when, Doc members) {
        return new AsyncOperation(id, subject, started, Optional.of(when), "Succeeded", members);
    }

    /** This operation, ended before it was done. */
    public AsyncOperation cancel(Instant when) {
        return new AsyncOperation(id, subject, started, Optional.of(when), "Canceled", Doc.empty());
    }

    /** This operation, ended badly. */
    public AsyncOperation fail(Instant when, String code, String message) {
        return new AsyncOperation(
                id,
                subject,
                started,
                Optional.of(when),
                "Failed",
                Doc.of("error", Doc.of("code", code, "message", message)));
    }
}
