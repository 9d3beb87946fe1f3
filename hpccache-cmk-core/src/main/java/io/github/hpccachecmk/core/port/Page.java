package io.github.hpccachecmk.core.port;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param items what is on it
 * @param next opaque token of the next page, to be given to the same method; empty on the last page
 * @param <T> the kind of item
 */
public record Page<T>(List<T> items, Optional<String> next) {
    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }
}
