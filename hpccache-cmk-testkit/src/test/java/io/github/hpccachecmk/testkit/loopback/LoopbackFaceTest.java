package io.github.hpccachecmk.testkit.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.transport.FakeToken;
import io.github.hpccachecmk.testkit.world.Change;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackFaceTest {
    private static final String ARM = "management.azure.com";
    private static final Instant WALL = Instant.parse("2026-03-01T10:00:00Z");

    private final FakeAzure azure = FakeAzure.create();
    private final AtomicReference<Instant> wall = new AtomicReference<>(WALL);
    private final HttpClient client = HttpClient.newHttpClient();
    private LoopbackFace face = LoopbackFace.serve(azure, options(LoopbackTime.standing()));

    private LoopbackOptions options(LoopbackTime time) {
        return LoopbackOptions.builder().time(time).clock(wall::get).build();
    }

    private void serve(LoopbackTime time) {
        face.close();
        face = LoopbackFace.serve(azure, options(time));
    }

    @AfterEach
    void close() {
        face.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder at(String host, String rest) {
        return HttpRequest.newBuilder(URI.create(face.uriOf(host) + rest));
    }

    private HttpRequest.Builder arm(String path, String version) {
        return at(ARM, path + "?api-version=" + version).header("Authorization", "Bearer owner");
    }

    private HttpRequest.Builder control(String route) {
        return HttpRequest.newBuilder(face.uri().resolve("/~control/" + route))
                .header(face.controlHeader(), face.controlSecret());
    }

    private HttpResponse<String> createCache() throws IOException, InterruptedException {
        String body = """
                {"location": "eastus", "sku": {"name": "Standard_2G"},
                 "properties": {"cacheSizeGB": 3072, "subnet": "%s"}}""".formatted(azure.subnet());
        return send(arm(azure.cache("c1").id(), "2026-01-01")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void hostHeader_decidesWhichServiceAnswers() throws IOException {
        azure.vault("contoso-cmk");

        assertThat(raw("GET /keys?api-version=7.4 HTTP/1.1\r\nHost: contoso-cmk.vault.azure.net\r\n"))
                .startsWith("HTTP/1.1 401")
                .containsIgnoringCase("WWW-Authenticate: Bearer authorization=");
        assertThat(
                        raw(
                                "GET " + azure.groupId(FakeAzure.DEFAULT_GROUP)
                                        + "?api-version=2021-04-01 HTTP/1.1\r\nHost: MANAGEMENT.azure.com:443\r\nAuthorization: Bearer owner\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("\"name\": \"" + FakeAzure.DEFAULT_GROUP + "\"");
    }

    private String raw(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), face.port())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void create_answersWithOperationUrlOnThePublicHost() throws Exception {
        var created = createCache();

        assertThat(created.statusCode()).isEqualTo(201);
        var operation = created.headers().firstValue("Azure-AsyncOperation").orElseThrow();
        assertThat(operation).startsWith("https://management.azure.com/subscriptions/");
        assertThat(send(at(ARM, operation.substring("https://management.azure.com".length()))
                                .header("Authorization", "Bearer owner"))
                        .body())
                .contains("\"status\": \"InProgress\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-05-01, 404, ResourceNotFound",
        "2023-11-01-preview, 404, ResourceNotFound",
        "2024-03-01, 404, ResourceNotFound",
        "2024-07-01, 404, ResourceNotFound",
        "2025-07-01, 404, ResourceNotFound",
        "2026-01-01, 404, ResourceNotFound",
        "2099-01-01, 400, 2099-01-01",
    })
    void apiVersion_knownOnesServedOthersRefused(String version, int status, String told) throws Exception {
        var answer = send(arm(azure.cache("absent").id(), version));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-07-01", "2023-07-01", "2024-11-01", "2026-02-01"})
    void apiVersionOfVaults_served(String version) throws Exception {
        assertThat(send(arm(azure.vault("contoso-cmk").id(), version)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void hostOfNoService_refusedWithTheLegalOnes() throws Exception {
        var answer = send(at("example.com", "/"));

        assertThat(answer.statusCode()).isEqualTo(421);
        assertThat(answer.body()).contains("example.com", ARM, "{vault}.vault.azure.net");
        assertThat(azure.journal().entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin", "Sec-Fetch-Site", "sec-fetch-mode", "Sec-Fetch-Dest"})
    void browser_refusedEverywhere(String header) throws Exception {
        for (var request : List.of(arm(azure.cache("c1").id(), "2026-01-01"), control("world"))) {
            assertThat(send(request.header(header, "null")).statusCode()).isEqualTo(403);
        }
        assertThat(azure.journal().entries()).isEmpty();
    }

    @Test
    void controlRouteWithoutSecret_refused() throws Exception {
        var uri = face.uri().resolve("/~control/advance?by=PT1H");
        var post = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody());
        var before = azure.now();

        assertThat(send(post).statusCode()).isEqualTo(403);
        assertThat(send(post.header(face.controlHeader(), "guess")).statusCode())
                .isEqualTo(403);
        assertThat(azure.now()).isEqualTo(before);
        assertThat(face.toString()).doesNotContain(face.controlSecret());
    }

    @Test
    void controlRoutes_moveTimeAndShowTheWorld() throws Exception {
        var before = azure.now();
        createCache();
        var none = HttpRequest.BodyPublishers.noBody();

        assertThat(send(control("world")).body()).contains("/caches/c1", "\"change\": \"CACHE_ALLOCATED\"");
        assertThat(send(control("advance?by=PT20M").POST(none)).body())
                .contains(before.plus(Duration.ofMinutes(20)).toString());
        assertThat(azure.cache("c1").document().text("properties.health.state")).contains("Healthy");
        assertThat(send(control("advance?by=-PT1S").POST(none)).statusCode()).isEqualTo(400);
        assertThat(send(control("happen?change=NO_SUCH").POST(none)).statusCode())
                .isEqualTo(400);
        assertThat(send(control("journal")).body()).contains("PUT", "/caches/c1 -> 201");
        assertThat(send(control("journal?format=json")).body()).contains("\"outcome\": \"201\"");
        assertThat(send(control("reset").POST(none)).statusCode()).isEqualTo(200);
        assertThat(azure.world().exists(azure.cache("c1").id())).isFalse();
        assertThat(send(control("nothing")).statusCode()).isEqualTo(404);
    }

    @Test
    void token_toldByNameOrOidOrOfTheHttpFace() throws Exception {
        azure.principal("alice");
        var claims = "{\"oid\":\"" + azure.principal("alice").objectId()
                + "\",\"aud\":\"https://management.azure.com/\",\"exp\":1}";
        var encoded = Base64.getUrlEncoder().withoutPadding();
        var tokens = List.of(
                "alice",
                encoded.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                        + encoded.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".",
                new FakeToken(
                                "alice",
                                "https://management.azure.com",
                                azure.now().plusSeconds(60))
                        .text());

        for (String token : tokens) {
            var answer = send(at(ARM, azure.cache("c1").id() + "?api-version=2026-01-01")
                    .header("Authorization", "Bearer " + token));
            assertThat(answer.body()).contains("AuthorizationFailed");
        }
        assertThat(azure.journal().entries())
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.principal()).isEqualTo("alice"));
        var seen = send(control("journal?format=json")).body()
                + send(control("journal")).body()
                + send(control("world")).body();
        assertThat(seen).doesNotContain(FakeToken.CANARY).doesNotContain(tokens.get(1));
    }

    @Test
    void tokenOfNobodyOrForAnother_refused() throws Exception {
        var expired = new FakeToken(
                        "owner", "https://management.azure.com", azure.now().minusSeconds(1))
                .text();
        var misdirected =
                new FakeToken("owner", "https://vault.azure.net", azure.now().plusSeconds(60)).text();

        for (String token : List.of("nobody", "a.b.c", expired, misdirected)) {
            var answer = send(at(ARM, azure.cache("c1").id() + "?api-version=2026-01-01")
                    .header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
        }
    }

    @Test
    void lostAnswer_closesTheConnectionAfterTheEffect() {
        azure.faults().on("PUT_GROUP").loseAnswerAfterEffect();
        var put = arm(azure.groupId("lost-rg"), "2021-04-01")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"location\":\"eastus\"}"));

        assertThatThrownBy(() -> send(put)).isInstanceOf(IOException.class);
        assertThat(azure.world().exists(azure.groupId("lost-rg"))).isTrue();
    }

    @Test
    void bodyThatIsNoJson_refused() throws Exception {
        var answer = send(arm(azure.groupId("g"), "2021-04-01").PUT(HttpRequest.BodyPublishers.ofString("{")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("InvalidRequestContent");
    }

    @Test
    void scaledTime_followsTheClockTimesTheFactor() throws Exception {
        serve(LoopbackTime.scaled(60));
        var before = azure.now();
        wall.set(WALL.plusSeconds(10));
        send(arm(azure.cache("c1").id(), "2026-01-01"));
        wall.set(WALL.plusSeconds(5));
        send(arm(azure.cache("c1").id(), "2026-01-01"));

        assertThat(Duration.between(before, azure.now())).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void realTime_followsTheClock() throws Exception {
        serve(LoopbackTime.real());
        var before = azure.now();
        wall.set(WALL.plusSeconds(10));
        send(arm(azure.cache("c1").id(), "2026-01-01"));

        assertThat(Duration.between(before, azure.now())).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void stepPerRead_eachReadShowsTheNextChange() throws Exception {
        serve(LoopbackTime.stepPerRead());
        createCache();
        var first = azure.pending().get(0);

        send(arm(azure.cache("c1").id(), "2026-01-01"));

        assertThat(first.transition().change()).isEqualTo(Change.CACHE_ALLOCATED);
        assertThat(azure.now()).isEqualTo(first.due());
        for (int i = 0; i < 10 && !isHealthy(); i++) {
            send(arm(azure.cache("c1").id(), "2026-01-01"));
        }
        assertThat(isHealthy()).isTrue();
    }

    private boolean isHealthy() {
        return azure.cache("c1").document().text("properties.health.state").equals(java.util.Optional.of("Healthy"));
    }

    @Test
    void manyThreads_everyCallServedAndEntered() {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            var put = arm(azure.groupId("group-" + i), "2021-04-01")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"location\":\"eastus\"}"));
            azure.throttling(false);
            answers.add(client.sendAsync(put.build(), HttpResponse.BodyHandlers.ofString()));
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(201));
        assertThat(azure.journal().calls("PUT_GROUP")).hasSize(200);
    }

    @Test
    void closed_listensNoMoreAndLeavesNoOtherThreadButDaemons() {
        var uri = face.uri();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("HTTP-Dispatcher")
                        || thread.getName().startsWith("hpccache-cmk-loopback"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
        face.close();
        face.close();

        assertThatThrownBy(() -> send(HttpRequest.newBuilder(uri))).isInstanceOf(IOException.class);
    }

    @Test
    void portTaken_saysWhichAndWhatToDo() {
        var taken = LoopbackOptions.builder().port(face.port()).build();

        assertThatThrownBy(() -> LoopbackFace.serve(azure, taken))
                .hasMessageContaining(String.valueOf(face.port()))
                .hasMessageContaining("give 0");
    }
}
