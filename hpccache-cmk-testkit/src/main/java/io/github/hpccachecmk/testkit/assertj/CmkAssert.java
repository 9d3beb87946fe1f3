package io.github.hpccachecmk.testkit.assertj;

import org.assertj.core.api.AbstractAssert;

/**
 * What the assertions of the test kit share: how a failure is told.
 *
 * @param <S> the assertion itself
 * @param <A> what it is on
 */
public abstract class CmkAssert<S extends CmkAssert<S, A>, A> extends AbstractAssert<S, A> {
    CmkAssert(A actual, Class<S> type) {
        super(actual, type);
    }

    /** What happened, for the end of a message. */
    abstract String story();

    S check(boolean holds, String expected, Object found) {
        isNotNull();
        if (!holds) {
            // One argument only: what others named may hold a per cent sign.
            failWithMessage("%s", "\nExpected: " + expected + "\nActual:   " + found + "\n\n" + story());
        }
        return myself;
    }
}
