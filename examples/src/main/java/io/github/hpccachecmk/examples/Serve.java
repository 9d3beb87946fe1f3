package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.loopback.LoopbackFace;
import io.github.hpccachecmk.testkit.loopback.LoopbackOptions;
import io.github.hpccachecmk.testkit.loopback.LoopbackTime;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;

/**
 * Serves a small Azure in memory, with a vault, a key and a subnet, at a port of this machine until it is ended, and prints how to
 * reach it. System properties: {@code cmk.port} (0, any, by default), {@code cmk.https} (false) and {@code cmk.time}: {@code real}
 * (the default), {@code step}, or a factor such as 60.
 */
public final class Serve {
    static final String VAULT = "contoso-cmk";
    static final String KEY = "render-key";

    private final PrintStream out;

    Serve(PrintStream out) {
        this.out = out;
    }

    /**
     * Serves until the process is ended.
     *
     * @param args none
     * @throws IOException when the certificate cannot be written
     * @throws InterruptedException when the waiting thread is interrupted; the port is closed then
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var options = options(
                System.getProperty("cmk.time", "real"),
                System.getProperty("cmk.https", "false"),
                System.getProperty("cmk.port", "0"));
        // Else the JDK's server waits some 40 ms for the client's acknowledgement before the body of each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var azure = world();
        try (var face = LoopbackFace.serve(azure, options)) {
            new Serve(out).tell(azure, face);
            new CountDownLatch(1).await();
        }
    }

    static FakeAzure world() {
        var azure = FakeAzure.create();
        azure.vault(VAULT).rbac().withRsaKey(KEY, 2048);
        azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
        return azure;
    }

    static LoopbackOptions options(String time, String https, String port) {
        try {
            return LoopbackOptions.builder()
                    .time(
                            switch (time) {
                                case "real" -> LoopbackTime.real();
                                case "step" -> LoopbackTime.stepPerRead();
                                default -> LoopbackTime.scaled(Double.parseDouble(time));
                            })
                    .https(Boolean.parseBoolean(https))
                    .port(Integer.parseInt(port))
                    .build();
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(
                    "cmk.time is '" + time + "', cmk.port is '" + port
                            + "'; legal are real, step or a factor such as 60, and a port number or 0",
                    malformed);
        }
    }

    void tell(FakeAzure azure, LoopbackFace face) throws IOException {
        out.println("Azure in memory at " + face.uri() + "; any bearer token that is the name of a caller: "
                + FakeAzure.OWNER);
        var bearer = "-H 'Authorization: Bearer " + FakeAzure.OWNER + "' ";
        var vault = "/keys/" + KEY + "?api-version=7.4'";
        if (face.tls().isPresent()) {
            var file = Files.createTempFile("loopback-", ".pem");
            Files.writeString(file, face.tls().get().certificatePem());
            var turned = "curl --cacert " + file + " --connect-to ::127.0.0.1:" + face.port() + " ";
            out.println(turned + bearer + "'https://management.azure.com" + group(azure));
            out.println(turned + bearer + "'https://" + VAULT + ".vault.azure.net" + vault);
        } else {
            out.println("curl -H 'Host: management.azure.com' " + bearer + "'" + face.uri() + group(azure));
            out.println("curl " + bearer + "'" + face.uriOf(VAULT + ".vault.azure.net") + vault);
        }
        out.println("curl " + (face.tls().isPresent() ? "-k " : "") + "-H '" + face.controlHeader() + ": "
                + face.controlSecret() + "' '" + face.uri() + "/~control/world'");
        out.println("End it with Ctrl-C.");
    }

    private static String group(FakeAzure azure) {
        return azure.groupId(FakeAzure.DEFAULT_GROUP) + "?api-version=2021-04-01'";
    }
}
