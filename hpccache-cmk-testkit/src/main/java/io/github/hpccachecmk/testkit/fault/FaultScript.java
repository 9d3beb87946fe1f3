package io.github.hpccachecmk.testkit.fault;

import io.github.hpccachecmk.testkit.fault.Fault.Loss;
import io.github.hpccachecmk.testkit.fault.Fault.StopPoint;
import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Says when and what: {@code faults.on(ADD_ACCESS_POLICY).call(1).loseAnswerAfterEffect()}. Calls are counted from here
 * on, those that match only. Without {@link #call}, {@link #calls} or {@link #everyCall} the next call is meant. The last
 * method of a sentence puts the fault in force.
 */
public final class FaultScript {
    private final Faults faults;
    private final String operation;
    private Predicate<WireRequest> condition = request -> true;
    private int first = 1;
    private int last = 1;

    FaultScript(Faults faults, String operation) {
        this.faults = faults;
        this.operation = operation;
    }

    /** The n-th call that matches, 1 for the next. */
    public FaultScript call(int n) {
        return calls(n, n);
    }

    /** The calls from one to another, both included. */
    public FaultScript calls(int from, int to) {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("Calls " + from + " to " + to + "; count from 1, upwards");
        }
        first = from;
        last = to;
        return this;
    }

    /** The next n calls. */
    public FaultScript nextCalls(int n) {
        return calls(1, n);
    }

    /** Every call. */
    public FaultScript everyCall() {
        first = 1;
        last = Integer.MAX_VALUE;
        return this;
    }

    /** Only calls that fulfil a condition; several conditions must all be fulfilled. */
    public FaultScript when(Predicate<WireRequest> request) {
        condition = condition.and(request);
        return this;
    }

    /** Only calls of a principal. */
    public FaultScript by(String principal) {
        return when(request -> request.principal().equals(principal));
    }

    /** Time-out after the effect: the caller cannot know. */
    public void loseAnswerAfterEffect() {
        add(new Fault.AnswerLost(Loss.TIME_OUT));
    }

    /** Reset after the effect: the caller cannot know. */
    public void resetAfterEffect() {
        add(new Fault.AnswerLost(Loss.RESET));
    }

    /** Time-out without an effect: to the caller the same as a lost answer. */
    public void loseRequest() {
        add(new Fault.RequestLost(Loss.TIME_OUT));
    }

    /** Reset without an effect. */
    public void resetBeforeEffect() {
        add(new Fault.RequestLost(Loss.RESET));
    }

    /** Time-out, and the effect comes after so many later calls of whatever kind. */
    public void effectAfterCalls(int calls) {
        add(new Fault.LateByCalls(calls));
    }

    /** Time-out, and the effect comes after a while. */
    public void effectAfter(Duration delay) {
        add(new Fault.LateByTime(delay));
    }

    /** A refusal instead of the effect. */
    public void answer(int status, String code, String message) {
        add(new Fault.Refused(ArmErrors.of(status, code, message)));
    }

    /** A refusal with headers instead of the effect; {@code Retry-After}, say. */
    public void answer(int status, String code, String message, Map<String, String> headers) {
        answer(new WireResponse(
                status, headers, ArmErrors.of(status, code, message).body()));
    }

    /** Any answer instead of the effect. */
    public void answer(WireResponse response) {
        add(new Fault.Refused(response));
    }

    /** The effect, but any other answer. */
    public void answerAfterEffect(WireResponse response) {
        add(new Fault.WrongAnswer(response));
    }

    /**
     * The effect, and the answer's body changed: an unknown value of an enum, a member that is missing.
     * {@code faults.on(GET_TARGET).editAnswer(body -> body.withAt("properties.health.state", "Unknown"))}
     */
    public void editAnswer(UnaryOperator<Doc> edit) {
        add(new Fault.Edited(edit));
    }

    /** 404, as if nothing were there. */
    public void notFound() {
        answer(404, "ResourceNotFound", "The resource was not found.");
    }

    /** 429 with Retry-After in seconds. */
    public void throttle(int retryAfterSeconds) {
        answer(
                429,
                "TooManyRequests",
                "The request is being throttled.",
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    /** The answer comes after a while of virtual time. */
    public void delay(Duration latency) {
        add(new Fault.Slow(latency));
    }

    /** A read answered from the world as it was a while ago. A write is not changed by it. */
    public void staleRead(Duration age) {
        add(new Fault.Stale(age));
    }

    /** Somebody else acts before the service handles the call. */
    public void runBefore(Runnable thirdParty) {
        add(new Fault.Before(thirdParty));
    }

    /** Somebody else acts after the effect, before the caller has its answer. */
    public void runAfter(Runnable thirdParty) {
        add(new Fault.After(thirdParty));
    }

    /** The process dies before the call. */
    public void stopBeforeCall() {
        add(new Fault.Stop(StopPoint.BEFORE_CALL));
    }

    /** The process dies after the effect, before the answer. */
    public void stopAfterEffect() {
        add(new Fault.Stop(StopPoint.AFTER_EFFECT));
    }

    /** The process dies after the answer: at its next call of whatever kind. */
    public void stopAfterAnswer() {
        add(new Fault.Stop(StopPoint.AFTER_ANSWER));
    }

    private void add(Fault fault) {
        faults.add(new FaultRule(operation, condition, first, last, fault));
    }
}
