package io.github.hpccachecmk.testkit.world;

import java.util.Optional;

/**
 * One row of the table of REST operations.
 *
 * @param method the HTTP method
 * @param host control plane or a vault
 * @param path the path
 * @param operation its name; equal to that of the port operation where there is one
 * @param effect what it does to the resource
 * @param right the control-plane action that the caller needs, checked by the kernel; empty when the handler checks
 * @param versions the accepted api-versions; empty when the handler checks
 * @param isPolicyChecked whether Azure Policy and registration of the provider are asked: for writes of whole resources
 * @param handler what it does
 * @param provenance how well it is known that the operation exists in this form, and from where
 */
public record Route(
        String method,
        HostKind host,
        PathTemplate path,
        String operation,
        Effect effect,
        Optional<String> right,
        Optional<ApiVersions> versions,
        boolean isPolicyChecked,
        Handler handler,
        Provenance provenance) {

    /** What a call does, for locks, throttling and journals. */
    public enum Effect {
        /** Changes nothing; also a POST that is counted as a read. */
        READ,
        /** Creates or changes. */
        WRITE,
        /** Deletes. */
        DELETE
    }

    /** A read of the control plane. */
    public static Route read(String path, String operation, String right, ApiVersions versions, Handler handler) {
        return arm("GET", path, operation, Effect.READ, right, versions, false, handler);
    }

    /** A PUT or PATCH of the control plane. */
    public static Route write(
            String method, String path, String operation, String right, ApiVersions versions, Handler handler) {
        return arm(method, path, operation, Effect.WRITE, right, versions, true, handler);
    }

    /** A POST of the control plane that acts on a resource. */
    public static Route action(String path, String operation, String right, ApiVersions versions, Handler handler) {
        return arm("POST", path, operation, Effect.WRITE, right, versions, false, handler);
    }

    /** A POST of the control plane that is a read. */
    public static Route query(String path, String operation, String right, ApiVersions versions, Handler handler) {
        return arm("POST", path, operation, Effect.READ, right, versions, false, handler);
    }

    /** A DELETE of the control plane. */
    public static Route delete(String path, String operation, String right, ApiVersions versions, Handler handler) {
        return arm("DELETE", path, operation, Effect.DELETE, right, versions, false, handler);
    }

    /** A call of a vault's data plane; the handler checks rights and version. */
    public static Route vault(String method, String path, String operation, Effect effect, Handler handler) {
        return new Route(
                method,
                HostKind.VAULT,
                PathTemplate.of(path),
                operation,
                effect,
                Optional.empty(),
                Optional.empty(),
                false,
                handler,
                Provenance.specified("Key Vault keys, data plane"));
    }

    private static Route arm(
            String method,
            String path,
            String operation,
            Effect effect,
            String right,
            ApiVersions versions,
            boolean isPolicyChecked,
            Handler handler) {
        return new Route(
                method,
                HostKind.ARM,
                PathTemplate.of(path),
                operation,
                effect,
                right.isEmpty() ? Optional.empty() : Optional.of(right),
                Optional.of(versions),
                isPolicyChecked,
                handler,
                Provenance.specified(versions.namespace()));
    }

    /** This row with another handler. */
    public Route with(Handler other) {
        return new Route(method, host, path, operation, effect, right, versions, isPolicyChecked, other, provenance);
    }

    /** This row, seen in recorded traffic. */
    public Route observed(String source) {
        return with(new Provenance(Fidelity.OBSERVED, source));
    }

    /** This row, known from Microsoft's articles. */
    public Route documented(String source) {
        return with(new Provenance(Fidelity.DOCUMENTED, source));
    }

    private Route with(Provenance changed) {
        return new Route(method, host, path, operation, effect, right, versions, isPolicyChecked, handler, changed);
    }

    /** Whether it changes something. */
    public boolean isWrite() {
        return effect != Effect.READ;
    }

    @Override
    public String toString() {
        return operation + " " + method + " " + path;
    }
}
