package io.github.hpccachecmk.error;

/** The flow was cancelled by its caller. Nothing that it had written was undone. */
public final class OperationCanceledException extends CmkException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception that reports {@code error}.
     *
     * @param error what went wrong
     */
    public OperationCanceledException(CmkError error) {
        super(error);
    }
}
