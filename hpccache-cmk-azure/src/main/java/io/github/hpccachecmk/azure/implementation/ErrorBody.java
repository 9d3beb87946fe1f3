package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import io.github.hpccachecmk.core.wire.JsonView;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the body of a refusal says: {@code {error:{code,message,innererror,details}}}, or the same without {@code error}.
 *
 * @param code {@code error.code}; empty text without one
 * @param message {@code error.message} without secrets
 * @param innerCodes the codes of {@code innererror} and {@code details}, outermost first
 */
record ErrorBody(String code, String message, List<String> innerCodes) {
    private static final int DEEPEST = 10;

    static ErrorBody of(HttpResponse response) {
        var text = text(response);
        try {
            return of(JsonCodec.read(BinaryData.fromString(text)), "HTTP " + response.getStatusCode());
        } catch (UncheckedIOException notJson) {
            // A gateway's page of HTML, or half a body: shown as it is.
            return new ErrorBody("", Redactor.clean("HTTP " + response.getStatusCode() + " " + text), List.of());
        }
    }

    private static ErrorBody of(java.util.Map<String, Object> body, String fallback) {
        var root = new JsonView(body);
        var error = root.names().stream().anyMatch("error"::equalsIgnoreCase) ? root.object("error") : root;
        var inner = new ArrayList<String>();
        collect(error, inner, 0);
        return new ErrorBody(
                error.text("code").orElse(""),
                Redactor.clean(
                        error.text("message").filter(text -> !text.isEmpty()).orElse(fallback)),
                List.copyOf(inner));
    }

    private static void collect(JsonView error, List<String> codes, int depth) {
        if (depth >= DEEPEST) {
            return;
        }
        var below = new ArrayList<JsonView>();
        below.add(error.object("innererror"));
        below.addAll(error.objects("details"));
        for (var view : below) {
            view.text("code").filter(code -> !codes.contains(code)).ifPresent(codes::add);
            collect(view, codes, depth + 1);
        }
    }

    private static String text(HttpResponse response) {
        try {
            return response.getBodyAsBinaryData().toString();
        } catch (RuntimeException lost) {
            // The status and headers have arrived and say enough.
            return "";
        }
    }
}
