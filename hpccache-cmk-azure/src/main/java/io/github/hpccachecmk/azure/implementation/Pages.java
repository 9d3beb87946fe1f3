package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.rest.Response;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.wire.JsonView;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads and fetches the pages of ARM lists; a page's token is the next link, followed to the letter. */
final class Pages {
    private final ArmRest rest;

    Pages(ArmRest rest) {
        this.rest = rest;
    }

    /** The first page when there is no token, else the page of the token. */
    Response<Map<String, Object>> fetch(Call call, String path, String apiVersion, Optional<String> page) {
        return page.isPresent() ? rest.follow(call, page.get()) : rest.get(call, path, apiVersion);
    }

    /** The items of a page and the token of the next. */
    static <T> Page<T> read(Response<Map<String, Object>> response, Function<JsonView, T> item) {
        var list = new JsonView(response.getValue());
        return new Page<>(list.objects("value").stream().map(item).toList(), token(list.text("nextLink")));
    }

    /** Some services send an empty next link on the last page. */
    static Optional<String> token(Optional<String> nextLink) {
        return nextLink.filter(link -> !link.isBlank());
    }
}
