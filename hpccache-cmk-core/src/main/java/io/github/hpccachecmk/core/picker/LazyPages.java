package io.github.hpccachecmk.core.picker;

import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.error.CmkException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A listing as a stream that fetches a page when it comes to it. Holds one page at most; for one thread. */
final class LazyPages<T> implements Iterator<T> {
    private final Function<Optional<String>, Answer<Page<T>>> read;
    private final String correlationId;
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private Optional<String> next = Optional.empty();
    private boolean begun;

    private LazyPages(Function<Optional<String>, Answer<Page<T>>> read, String correlationId) {
        this.read = read;
        this.correlationId = correlationId;
    }

    /** The items of all pages. */
    static <T> Stream<T> stream(Function<Optional<String>, Answer<Page<T>>> read, String correlationId) {
        var pages = new LazyPages<>(read, correlationId);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** The answer of a call, its failure told as this library's own. */
    static <T> Answer<T> told(Supplier<Answer<T>> call, String correlationId) {
        try {
            return call.get();
        } catch (RemoteException failed) {
            throw new CmkException(FailureClassifier.classify(failed.failure()).toError(correlationId));
        }
    }

    @Override
    public boolean hasNext() {
        while (items.isEmpty() && (!begun || next.isPresent())) {
            var asked = next;
            var page = told(() -> read.apply(asked), correlationId).value();
            // A service that hands the same token out twice would keep us here for good.
            next = begun && page.next().equals(asked) ? Optional.empty() : page.next();
            begun = true;
            items.addAll(page.items());
        }
        return !items.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the listing has ended");
        }
        return items.remove();
    }
}
