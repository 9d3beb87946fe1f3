package io.github.hpccachecmk.testkit.loopback;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import io.github.hpccachecmk.testkit.transport.JsonText;
import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.WireAddress;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** The routes below {@value #PREFIX}, with which a test in another language moves time and looks into the world. */
final class Control {
    static final String PREFIX = "/~control/";
    static final String SECRET_HEADER = "x-loopback-secret";

    private final FakeAzure azure;
    private final byte[] secret;
    private final World start;

    Control(FakeAzure azure, String secret) {
        this.azure = azure;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.start = azure.world();
    }

    /** An answer with a status: JSON, or the timeline's plain text. */
    record Answer(int status, String type, String text) {
        static Answer of(WireResponse response) {
            return json(response.status(), response.document());
        }

        static Answer json(int status, Doc document) {
            return new Answer(status, "application/json; charset=utf-8", JsonText.write(document));
        }
    }

    Answer serve(String method, WireAddress address, Optional<String> shown) {
        if (!MessageDigest.isEqual(secret, shown.orElse("").getBytes(StandardCharsets.UTF_8))) {
            return refusal(
                    403,
                    "WrongSecret",
                    "Control routes want the header " + SECRET_HEADER
                            + " with the secret that this run was started with.");
        }
        return switch (method + " " + address.path().substring(PREFIX.length())) {
            case "GET time" -> time();
            case "GET world" -> Answer.json(200, world());
            case "GET journal" -> journal(address.query().getOrDefault("format", "text"));
            case "POST advance" -> advance(address.query().getOrDefault("by", ""));
            case "POST happen" -> happen(address.query().getOrDefault("change", ""));
            case "POST reset" -> {
                azure.thirdParty(world -> start);
                yield time();
            }
            default ->
                refusal(
                        404,
                        "NoSuchControlRoute",
                        "There is no " + method + " " + address.path() + "; legal are GET time, GET world, GET journal"
                                + "[?format=json], POST advance?by=PT10M, POST happen?change=KEY_FIRST_TRIED, POST reset.");
        };
    }

    private Answer time() {
        return Answer.json(200, Doc.of("now", azure.now().toString()));
    }

    private Answer advance(String by) {
        try {
            azure.advance(Duration.parse(by));
            return time();
        } catch (DateTimeException | IllegalArgumentException illegal) {
            return refusal(
                    400,
                    "BadDuration",
                    "Time cannot pass by '" + by + "'; give an ISO 8601 duration forward: ?by=PT10M");
        }
    }

    private Answer happen(String change) {
        for (Change known : Change.values()) {
            if (known.name().equals(change)) {
                azure.happen(known);
                return time();
            }
        }
        return refusal(400, "BadChange", "There is no change '" + change + "'; GET world shows those to come.");
    }

    private Answer journal(String format) {
        if (!format.equals("json")) {
            return new Answer(200, "text/plain; charset=utf-8", azure.journal().timeline());
        }
        return Answer.json(
                200,
                Doc.of(
                        "calls",
                        azure.journal().entries().stream().map(Control::entry).toList()));
    }

    private static Doc entry(JournalEntry entry) {
        return Doc.of(
                "sequence", entry.sequence(),
                "operation", entry.operation(),
                "principal", entry.principal(),
                "method", entry.method(),
                "host", entry.host(),
                "path", entry.path(),
                "at", entry.at().toString(),
                "changed", entry.hasChanged(),
                "outcome", entry.outcome(),
                "inferred", entry.decidedBy().stream().sorted().toList());
    }

    private Doc world() {
        World world = azure.world();
        var resources = world.below("")
                .sorted(Comparator.comparing(Resource::id))
                .map(resource -> Doc.of("id", resource.id(), "document", resource.document()))
                .toList();
        var pending = world.pending().stream()
                .map(next -> Doc.of(
                        "change", next.transition().change().name(),
                        "subject", next.transition().subject(),
                        "due", next.isManual() ? "manual" : next.due().toString()))
                .toList();
        return Doc.of("now", azure.now().toString(), "resources", resources, "toCome", pending);
    }

    private static Answer refusal(int status, String code, String message) {
        return Answer.of(ArmErrors.of(status, code, message));
    }
}
