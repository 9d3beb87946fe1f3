package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.report.Phase;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One row of the transition table.
 *
 * @param id stable name
 * @param section the part of the table that it stands in
 * @param when the situation, in words
 * @param gives the kind of decision
 * @param phase where the flow then stands
 * @param applies the situation, as a test
 * @param message what goes on, for people
 * @param decide the decision
 * @param <V> what the row looks at
 */
record Row<V extends View>(
        String id,
        Section section,
        String when,
        Class<? extends Decision> gives,
        Phase phase,
        Predicate<? super V> applies,
        Function<? super V, String> message,
        Function<? super V, Decision> decide) {

    /** The parts of the table, in order. */
    enum Section {
        /** Nothing is known of the resource. */
        LOOKING,
        /** The resource does not exist, as far as one read tells. */
        ABSENT,
        /** What has to be right, and done, before the resource is created. */
        BEFORE_CREATE,
        /** The resource exists: is it the one asked for? */
        IDENTIFYING,
        /** The resource exists: its identity needs the key. */
        AUTHORIZING,
        /** The vault exists: what is missing of it. */
        COMPLETING,
        /** Access is granted: the resource has to become healthy. */
        PROVING
    }

    Move move(V view) {
        var decision = decide.apply(view);
        // A flow that waits for somebody to act stands there, so that the limit of that wait runs from its beginning.
        boolean waitsForAct = decision instanceof Decision.Blocked blocked && blocked.keepLooking();
        return new Move(id, waitsForAct ? Phase.ACTION_NEEDED : phase, message.apply(view), decision);
    }
}
