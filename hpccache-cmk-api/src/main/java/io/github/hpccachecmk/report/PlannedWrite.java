package io.github.hpccachecmk.report;

/**
 * One write that a flow would send, as far as it can be known beforehand. Immutable.
 *
 * <p>An approved plan binds by {@link #kind()}, {@link #scope()} and {@link #authority()}; the other members explain.
 *
 * @param kind the kind of write
 * @param scope the id of the resource written
 * @param authority what the write gives to whom, for example {@code "system-assigned identity: get, wrapKey, unwrapKey"};
 *     empty for writes that give no access
 * @param summary the body in words
 * @param reason why it is needed
 */
public record PlannedWrite(WriteKind kind, String scope, String authority, String summary, String reason) {
    /**
     * Whether somebody can undo the write.
     *
     * @return {@code kind().isReversible()}
     */
    public boolean isReversible() {
        return kind.isReversible();
    }
}
