package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.core.wire.ServiceError;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the body of a refusal, and takes out of its message what must not leave. */
final class ErrorBody {
    private ErrorBody() {}

    /** What the service said; its message is never empty. */
    static ServiceError of(HttpResponse response) {
        var status = "HTTP " + response.getStatusCode();
        var text = text(response);
        try {
            var error = ServiceError.of(new JsonView(JsonCodec.read(BinaryData.fromString(text))));
            var message = error.message().isEmpty() ? status : Redactor.clean(error.message());
            return new ServiceError(error.code(), message, error.innerCodes());
        } catch (UncheckedIOException notJson) {
            // A gateway's page of HTML, or half a body: shown as it is.
            return new ServiceError("", Redactor.clean(status + " " + text), List.of());
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
