package io.github.hpccachecmk.testkit.transport;

import io.github.hpccachecmk.testkit.world.WireResponse;
import java.io.IOException;
import java.util.Map;

/** A body that is no JSON: the one thing that the kernel cannot refuse, since it has no form for it. */
public final class MalformedBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedBodyException(IOException cause) {
        super("The request's body is no JSON", cause);
    }

    /** What Resource Manager answers to it. */
    public WireResponse answer() {
        var error = Map.of(
                "code", "InvalidRequestContent",
                "message", "The request content was invalid and could not be deserialized.");
        return WireResponse.of(400, Map.of("error", error));
    }
}
