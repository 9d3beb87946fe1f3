package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.AsyncOperation;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Regions;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Long-running operations: their URLs, signed as seen in recorded traffic since May 2025 (t of 18 digits, c of about
 * 2,600 characters, s of about 340, h of 43), and their status bodies as seen since 2023.
 */
final class OperationUrls {
    /** In every signature, so that a test can look for what must never be shown. */
    static final String CANARY = "fa4eSIGNATUREdoNotShow";

    private static final DateTimeFormatter STATUS_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String CERTIFICATE = (CANARY + "C").repeat(113);
    private static final String SIGNATURE = (CANARY + "S").repeat(15);

    private OperationUrls() {}

    /** The answer with the header that every create carries. */
    static WireResponse withAsyncHeader(WireResponse response, Call call, String location, String operation) {
        return response.withHeader("Azure-AsyncOperation", url(call, location, operation, ""));
    }

    /** The answer with the two headers of an action or delete. */
    static WireResponse withBothHeaders(WireResponse response, Call call, String location, String operation) {
        return withAsyncHeader(response, call, location, operation)
                .withHeader("Location", url(call, location, operation, "monitor=true&"));
    }

    private static String url(Call call, String location, String operation, String before) {
        return "https://" + WireRequest.ARM_HOST + "/subscriptions/" + call.param("subscription")
                + "/providers/Microsoft.StorageCache/locations/" + Regions.plain(location) + "/ascOperations/"
                + operation
                + "?" + before + "api-version=" + call.apiVersion() + "&t=" + ticks(operation) + "&c=" + CERTIFICATE
                + "&s="
                + SIGNATURE + "&h=" + hash(operation);
    }

    private static String ticks(String operation) {
        return "6391" + String.format("%014d", Integer.toUnsignedLong(operation.hashCode()));
    }

    private static String hash(String operation) {
        return (CANARY + operation.replace("-", "")).substring(0, 43);
    }

    static Step status(World world, Call call) {
        String id = call.param("operation");
        Optional<AsyncOperation> found = world.operation(id);
        if (found.isEmpty()) {
            return Step.of(
                    world, ArmErrors.of(404, "OperationNotFound", "The operation '" + id + "' could not be found."));
        }
        boolean isSigned = call.request()
                        .parameter("h")
                        .filter(hash(found.get().id())::equals)
                        .isPresent()
                && call.request().parameter("s").filter(SIGNATURE::equals).isPresent();
        if (!isSigned && call.on(world, Behaviour.OPERATION_URL_IS_SIGNED)) {
            return Step.of(
                    world,
                    ArmErrors.of(
                            403,
                            "InvalidSignature",
                            "The URL of the operation is not signed; follow the header's URL as it is."));
        }
        AsyncOperation operation = found.get();
        if (call.request().parameter("monitor").isPresent()) {
            return Step.of(world, WireResponse.empty(operation.isRunning() ? 202 : 200));
        }
        Doc body = Doc.of("startTime", STATUS_TIME.format(operation.started()));
        if (operation.ended().isPresent()) {
            body = body.with("endTime", STATUS_TIME.format(operation.ended().get()));
        }
        body = body.with("status", operation.status())
                .withAll(operation.result())
                .with("name", operation.id());
        return Step.of(world, WireResponse.of(200, body));
    }
}
