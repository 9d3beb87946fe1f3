package io.github.hpccachecmk.core.port;

/** Thrown by port methods, and by them only, when a remote call did not succeed. A 404 of a GET is an empty answer. */
public final class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RemoteFailure failure;

    /**
     * A failed call.
     *
     * @param failure what the wire showed
     */
    public RemoteException(RemoteFailure failure) {
        super(failure.operation() + " " + failure.status() + " " + failure.serviceCode() + ": "
                + failure.serviceMessage());
        this.failure = failure;
    }

    /**
     * A failed call with its cause in the binding.
     *
     * @param failure what the wire showed
     * @param cause the binding's own exception
     */
    public RemoteException(RemoteFailure failure, Throwable cause) {
        this(failure);
        initCause(cause);
    }

    /**
     * What the wire showed.
     *
     * @return the failure
     */
    public RemoteFailure failure() {
        return failure;
    }
}
