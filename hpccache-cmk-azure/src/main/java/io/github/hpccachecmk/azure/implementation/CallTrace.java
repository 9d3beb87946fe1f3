package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpResponse;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * How far one call has come, as seen next to the transport. Tells a call that never left (no token, refused host) from one
 * whose answer was lost. One per call; written by transport threads.
 */
final class CallTrace {
    private static final List<Class<? extends Throwable>> NO_CONNECTION = List.of(
            UnknownHostException.class,
            ConnectException.class,
            NoRouteToHostException.class,
            HttpConnectTimeoutException.class,
            UnresolvedAddressException.class,
            SSLHandshakeException.class);

    private boolean underway;
    private boolean connected = true;
    private @Nullable HttpResponse last;

    synchronized void sent() {
        underway = true;
        connected = true;
    }

    synchronized void answered(HttpResponse response) {
        underway = false;
        last = response;
    }

    synchronized void failed(Exception thrown) {
        connected = NO_CONNECTION.stream().noneMatch(type -> Causes.contain(thrown, type));
    }

    /** Whether the newest request can have reached the service: false when there was no name or no connection. */
    synchronized boolean connected() {
        return connected;
    }

    /** Whether the newest request was handed to the transport and has no answer. */
    synchronized boolean underway() {
        return underway;
    }

    /** The newest answer: of a data-plane call the first one is the challenge. */
    synchronized Optional<HttpResponse> last() {
        return Optional.ofNullable(last);
    }
}
