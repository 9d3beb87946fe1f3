package io.github.hpccachecmk.error;

/**
 * Root of everything that this library throws on purpose. Unchecked; carries the whole {@link CmkError} as a value, so
 * that a log line, an alert and a retry decision need no parsing of messages. Never holds a credential or signed URL.
 */
public class CmkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CmkError error;

    /**
     * An exception that reports {@code error}.
     *
     * @param error what went wrong
     */
    public CmkException(CmkError error) {
        super(error.toString());
        this.error = error;
    }

    /**
     * What went wrong, as a value.
     *
     * @return the error
     */
    public CmkError error() {
        return error;
    }

    /**
     * The stable code.
     *
     * @return {@code error().code()}
     */
    public ErrorCode code() {
        return error.code();
    }
}
