package io.github.hpccachecmk.error;

/** The flow ended in an error that the same request cannot overcome. */
public final class OperationFailedException extends CmkException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception that reports {@code error}.
     *
     * @param error what went wrong
     */
    public OperationFailedException(CmkError error) {
        super(error);
    }
}
