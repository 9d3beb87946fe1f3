package io.github.hpccachecmk.core.port;

/**
 * The URL of a long-running operation: signed, to be followed verbatim, never to be shown.
 *
 * @param value the URL as the service gave it
 */
public record OperationUrl(String value) {
    /** Hides the signature. */
    @Override
    public String toString() {
        int query = value.indexOf('?');
        return query < 0 ? value : value.substring(0, query) + "?…";
    }
}
