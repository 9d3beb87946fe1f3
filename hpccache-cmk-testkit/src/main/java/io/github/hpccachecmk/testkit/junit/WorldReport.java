package io.github.hpccachecmk.testkit.junit;

/** No failure of its own: hangs at the failure of a test, suppressed, and says what happened in the test's world. */
public final class WorldReport extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A report without a stack trace, which would say nothing.
     *
     * @param text what to show
     */
    public WorldReport(String text) {
        super(text, null, false, false);
    }
}
