package io.github.hpccachecmk.core.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * What the body of a refusal says: {@code {error:{code,message,innererror,details}}}, or the same without {@code error}.
 *
 * @param code {@code error.code}; empty text without one
 * @param message {@code error.message} as sent, followed by those messages of {@code details} that it does not hold itself: Resource
 *     Graph gives the reason in {@code details} alone; empty text without any
 * @param innerCodes the codes of {@code innererror} and {@code details}, outermost first, each once
 */
public record ServiceError(String code, String message, List<String> innerCodes) {
    private static final int DEEPEST = 10;

    /** Copies the list. */
    public ServiceError {
        innerCodes = List.copyOf(innerCodes);
    }

    /**
     * Reads a refusal.
     *
     * @param body the answer's body
     * @return what it says
     */
    public static ServiceError of(JsonView body) {
        var error = body.names().stream().anyMatch("error"::equalsIgnoreCase) ? body.object("error") : body;
        var codes = new ArrayList<String>();
        collect(error, codes, 0);
        return new ServiceError(error.text("code").orElse(""), message(error), codes);
    }

    private static String message(JsonView error) {
        var told = error.text("message").orElse("");
        for (var detail : error.objects("details")) {
            var more = detail.text("message").orElse("");
            told = told.contains(more) ? told : (told + ' ' + more).strip();
        }
        return told;
    }

    /** Key Vault nests inner errors, Resource Manager lists details: both say what the outer code does not. */
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
}
