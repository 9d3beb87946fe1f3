package io.github.hpccachecmk.testkit.loopback;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An Azure in memory behind a port of this machine, for clients of any language. Requests are routed by their Host header
 * ({@code management.azure.com}, any vault's host), so that a client keeps its endpoints and only its socket is turned to the
 * port; for a client that cannot, {@code /~host/{host}} at the beginning of the path names the host. URLs in answers name the
 * public hosts.
 *
 * <p>The caller is told by the bearer token: the name of a caller of the world, a JSON web token with the {@code oid} of one, or
 * a token of the HTTP face. The Authorization header is kept nowhere. Requests that browsers send are refused. An answer that a
 * fault takes away is a closed connection.
 *
 * <p>Listens on 127.0.0.1 only. Thread-safe; its threads are daemons. Needs no library besides the JDK.
 */
public final class LoopbackFace implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final ExecutorService workers;
    private final Optional<LoopbackTls> tls;
    private final String secret;

    private LoopbackFace(HttpServer server, ExecutorService workers, Optional<LoopbackTls> tls, String secret) {
        this.server = server;
        this.workers = workers;
        this.tls = tls;
        this.secret = secret;
    }

    /**
     * Serves a world by plain HTTP on any free port, in real time.
     *
     * @throws UncheckedIOException when the port cannot be opened
     */
    public static LoopbackFace serve(FakeAzure azure) {
        return serve(azure, LoopbackOptions.builder().build());
    }

    /**
     * Serves a world.
     *
     * @throws UncheckedIOException when the port cannot be opened
     */
    public static LoopbackFace serve(FakeAzure azure, LoopbackOptions options) {
        var random = new SecureRandom();
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        try {
            Optional<LoopbackTls> tls = options.https() ? Optional.of(tls(azure, options, random)) : Optional.empty();
            HttpServer server = open(options.port(), tls);
            ExecutorService workers = Executors.newCachedThreadPool(LoopbackFace::daemon);
            server.setExecutor(workers);
            var time = new TimeKeeper(azure, options.time(), options.clock());
            server.createContext("/", new Exchanges(azure, time, new Control(azure, secret)));
            start(server);
            return new LoopbackFace(server, workers, tls, secret);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "Port " + options.port() + " of 127.0.0.1 cannot be opened; give 0 for any free one", failure);
        }
    }

    private static LoopbackTls tls(FakeAzure azure, LoopbackOptions options, SecureRandom random) throws IOException {
        var names =
                List.of(WireRequest.ARM_HOST, "*." + azure.world().settings().vaultSuffix(), "localhost");
        try {
            return LoopbackTls.of(ServerCertificate.make(names, options.clock().instant(), random), random);
        } catch (GeneralSecurityException unsupported) {
            throw new IllegalStateException("This JDK cannot make a certificate on the curve P-256", unsupported);
        }
    }

    private static HttpServer open(int port, Optional<LoopbackTls> tls) throws IOException {
        var address = new InetSocketAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), port);
        if (tls.isEmpty()) {
            return HttpServer.create(address, BACKLOG);
        }
        HttpsServer server = HttpsServer.create(address, BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.get().server()));
        return server;
    }

    /** The server's own thread is a daemon when the one that starts it is. */
    private static void start(HttpServer server) throws IOException {
        Thread starter = daemon(server::start);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            server.stop(0);
            throw new InterruptedIOException("Interrupted while the port was being opened");
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "hpccache-cmk-loopback");
        thread.setDaemon(true);
        return thread;
    }

    /** The port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** {@code http://127.0.0.1:{port}}, or with https. */
    public URI uri() {
        return URI.create((tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + port());
    }

    /** The address of a service for clients that cannot set the Host header. */
    public URI uriOf(String host) {
        return URI.create(uri() + "/~host/" + host);
    }

    /** What a client needs to trust this face; empty when it speaks plain HTTP. */
    public Optional<LoopbackTls> tls() {
        return tls;
    }

    /** The name of the header that control routes, those below {@code /~control/}, want. */
    public String controlHeader() {
        return Control.SECRET_HEADER;
    }

    /** The value that they want in it; made at the start, for this run only. */
    public String controlSecret() {
        return secret;
    }

    /** Closes the port and all connections at once. Closing twice does nothing more. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "LoopbackFace at " + uri();
    }
}
