package io.github.hpccachecmk.core.fact;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a listing to its end. */
final class Pages {
    private Pages() {}

    /** The items of all pages, in order; the answer's time is that of the first page, since the listing is as old as it. */
    static <T> Answer<List<T>> all(Function<Optional<String>, Answer<Page<T>>> read) {
        var first = read.apply(Optional.empty());
        var items = new ArrayList<>(first.value().items());
        var next = first.value().next();
        while (next.isPresent()) {
            var page = read.apply(next).value();
            items.addAll(page.items());
            // A service that hands the same token out twice would keep us here for good.
            next = page.next().equals(next) ? Optional.empty() : page.next();
        }
        return new Answer<>(List.copyOf(items), first.at());
    }
}
