package io.github.hpccachecmk.error;

/** The waiting time of {@code await} was over. The flow itself goes on and can be awaited again. */
public final class AwaitTimeoutException extends CmkException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception that reports {@code error}.
     *
     * @param error what went wrong
     */
    public AwaitTimeoutException(CmkError error) {
        super(error);
    }
}
