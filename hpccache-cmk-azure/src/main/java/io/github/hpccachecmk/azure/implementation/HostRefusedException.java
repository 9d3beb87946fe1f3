package io.github.hpccachecmk.azure.implementation;

import java.net.URL;

/** A call would have left for a place that no token may go to. Nothing was sent. */
final class HostRefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    HostRefusedException(URL url, String host, int port) {
        super("nothing was sent to '" + url.getProtocol() + "://" + url.getHost() + "'; calls go to https://" + host
                + ":" + port + " only");
    }

    HostRefusedException(String message) {
        super(message);
    }
}
