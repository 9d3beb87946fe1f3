package io.github.hpccachecmk.testkit.fault;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What goes wrong with a call. */
public sealed interface Fault {
    /** Whose connection breaks. */
    enum Loss {
        /** No answer in time. */
        TIME_OUT,
        /** The connection is reset. */
        RESET
    }

    /** The request is lost: no effect, no answer. */
    record RequestLost(Loss loss) implements Fault {}

    /** The answer is lost: the effect is there, the answer not. */
    record AnswerLost(Loss loss) implements Fault {}

    /** No answer, and the effect comes after some later calls. */
    record LateByCalls(int calls) implements Fault {}

    /** No answer, and the effect comes after a while. */
    record LateByTime(Duration delay) implements Fault {}

    /** Another answer instead of the effect. */
    record Refused(WireResponse response) implements Fault {}

    /** The effect, but another answer. */
    record WrongAnswer(WireResponse response) implements Fault {}

    /** The effect, and the answer's body changed. */
    record Edited(UnaryOperator<Doc> edit) implements Fault {}

    /** The answer takes its time. */
    record Slow(Duration latency) implements Fault {}

    /** A read is answered from the world as it was a while ago. */
    record Stale(Duration age) implements Fault {}

    /** Somebody else does something before the service handles the call. */
    record Before(Runnable thirdParty) implements Fault {}

    /** Somebody else does something after the service has handled the call, before the caller has the answer. */
    record After(Runnable thirdParty) implements Fault {}

    /** The calling process dies. */
    record Stop(StopPoint point) implements Fault {}

    /** Where a process dies. */
    enum StopPoint {
        /** Before the request is sent. */
        BEFORE_CALL,
        /** After the effect, before the answer. */
        AFTER_EFFECT,
        /** After the answer has come, before the next call. */
        AFTER_ANSWER
    }
}
