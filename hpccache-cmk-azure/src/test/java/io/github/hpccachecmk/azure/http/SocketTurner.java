package io.github.hpccachecmk.azure.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that leads every tunnel to one port of this machine, whatever host was asked for, and knows no TLS itself. */
final class SocketTurner implements AutoCloseable {
    private final ServerSocket entrance;
    private final int port;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    SocketTurner(int port) throws IOException {
        this.port = port;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(entrance.getInetAddress(), entrance.getLocalPort());
    }

    /** The first lines of the tunnels: {@code CONNECT management.azure.com:443 HTTP/1.1}. */
    List<String> asked() {
        return asked;
    }

    private void accept() {
        try {
            while (!entrance.isClosed()) {
                Socket inside = entrance.accept();
                daemon(() -> tunnel(inside));
            }
        } catch (IOException closed) {
            if (!entrance.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void tunnel(Socket inside) {
        try (inside;
                Socket outside = new Socket(InetAddress.getLoopbackAddress(), port)) {
            asked.add(line(inside.getInputStream()));
            while (!line(inside.getInputStream()).isEmpty()) {
                // The other headers of the CONNECT.
            }
            inside.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            daemon(() -> copy(inside, outside));
            outside.getInputStream().transferTo(inside.getOutputStream());
        } catch (IOException over) {
            // One of the two has closed; so does the tunnel.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException over) {
            // As above.
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "socket-turner");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
