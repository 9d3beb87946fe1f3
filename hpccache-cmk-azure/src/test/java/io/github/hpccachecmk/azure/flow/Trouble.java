package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.testkit.fault.FaultScript;
import java.time.Duration;

/** What can happen to one call while the process lives on. */
enum Trouble {
    LOST_BEFORE_EFFECT,
    LOST_AFTER_EFFECT,
    RESET_AFTER_EFFECT,
    LATE,
    UNAVAILABLE,
    THROTTLED;

    void at(FaultScript call) {
        switch (this) {
            case LOST_BEFORE_EFFECT -> call.loseRequest();
            case LOST_AFTER_EFFECT -> call.loseAnswerAfterEffect();
            case RESET_AFTER_EFFECT -> call.resetAfterEffect();
            case LATE -> call.effectAfter(Duration.ofSeconds(20));
            case UNAVAILABLE -> call.answer(503, "ServiceUnavailable", "Try again.");
            case THROTTLED -> call.throttle(7);
        }
    }
}
