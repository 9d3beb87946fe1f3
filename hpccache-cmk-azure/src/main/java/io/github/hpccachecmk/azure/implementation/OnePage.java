package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.FluxUtil;
import java.util.Optional;

/** One page of a listing of the Azure SDK: its synchronous PagedIterable fetches ahead, and asked for one page sends two requests. */
final class OnePage {
    private OnePage() {}

    static <T> PagedResponse<T> of(PagedFlux<T> all, Call call, Optional<String> page) {
        var one = page.map(all::byPage).orElseGet(all::byPage).next();
        var response =
                one.contextWrite(FluxUtil.toReactorContext(call.context())).block();
        if (response == null) {
            throw new IllegalStateException("no page in the answer");
        }
        return response;
    }
}
