package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.Optional;

/** What goes wrong at one call of a pass. */
enum Strike {
    NOTHING(On.NEITHER, ""),
    NO_ANSWER(On.READS, "no answer"),
    REQUEST_LOST(On.WRITES, "request lost"),
    ANSWER_LOST(On.WRITES, "answer lost"),
    EFFECT_LATE(On.WRITES, "no answer, effect later"),
    STOPPED_AFTER_EFFECT(On.WRITES, "process stopped after the effect"),
    FAILED_AFTER_EFFECT(On.WRITES, "500 after the effect"),
    THROTTLED(On.BOTH, "429"),
    UNAVAILABLE(On.BOTH, "503"),
    FORBIDDEN(On.BOTH, "403"),
    CONFLICT(On.WRITES, "409"),
    NOT_FOUND(On.TARGET, "404 though it is there"),
    STALE(On.READS, "answered as it was before the last change"),
    SOMEBODY_FIRST(On.WRITES, "somebody changed something just before"),
    RIVAL_FIRST(On.WRITES, "a whole pass of the other process just before");

    private enum On {
        NEITHER,
        READS,
        WRITES,
        BOTH,
        TARGET
    }

    private final On on;
    private final String words;

    Strike(On on, String words) {
        this.on = on;
        this.words = words;
    }

    boolean strikes(Made call) {
        return switch (on) {
            case NEITHER -> false;
            case READS -> !call.isWrite();
            case WRITES -> call.isWrite();
            case BOTH -> true;
            case TARGET -> call.operation().equals("GET_TARGET");
        };
    }

    /** Faults of the network and the services are counted; the others are not faults. */
    boolean isFault() {
        return this != NOTHING && this != SOMEBODY_FIRST && this != RIVAL_FIRST;
    }

    boolean isLie() {
        return this == NOT_FOUND || this == STALE;
    }

    Optional<WireResponse> refusal() {
        return switch (this) {
            case THROTTLED ->
                Optional.of(ArmErrors.of(429, "TooManyRequests", "The request is being throttled.")
                        .withHeader("Retry-After", "7"));
            case UNAVAILABLE -> Optional.of(ArmErrors.of(503, "ServiceUnavailable", "Try again."));
            case FORBIDDEN -> Optional.of(ArmErrors.of(403, "AuthorizationFailed", "No authorization for the action."));
            case CONFLICT -> Optional.of(ArmErrors.of(409, "ConflictError", "A conflict occurred."));
            case NOT_FOUND -> Optional.of(ArmErrors.of(404, "ResourceNotFound", "The resource was not found."));
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return words;
    }

    /** A call that was made. */
    record Made(String operation, boolean isWrite, String told) {}
}
