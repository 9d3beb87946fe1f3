package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.testkit.fault.FaultScript;

/** How a process can end at one call; another takes over. */
enum Death {
    BEFORE_CALL,
    AFTER_EFFECT,
    AFTER_ANSWER;

    void at(FaultScript call) {
        switch (this) {
            case BEFORE_CALL -> call.stopBeforeCall();
            case AFTER_EFFECT -> call.stopAfterEffect();
            case AFTER_ANSWER -> call.stopAfterAnswer();
        }
    }
}
