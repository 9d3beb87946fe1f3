package io.github.hpccachecmk.audit;

/** What an audit comes to, fit for an exit code. New constants may appear. */
public enum AuditVerdict {
    /** Nothing is wrong, and everything could be seen. */
    SOUND(0),
    /** Somebody should look, and everything could be seen. */
    WARNINGS(1),
    /** Something is blocking: a resource without access to its key, a waiting cache, a vault without protection. */
    PROBLEMS(2),
    /** Nothing worse than warnings, as far as could be seen, and not everything could. */
    INCOMPLETE(3);

    private final int exitCode;

    AuditVerdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** {@return the exit code for a program that does nothing but audit} */
    public int exitCode() {
        return exitCode;
    }
}
