package io.github.hpccachecmk.azure.implementation;

import java.util.stream.Stream;

/** The chain of causes of an exception. */
final class Causes {
    private static final int LONGEST = 20;

    private Causes() {}

    /** The exception and its causes, outermost first; of a ring no more than the first round. */
    static Stream<Throwable> of(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(LONGEST);
    }

    /** Where it began. */
    static Throwable root(Throwable thrown) {
        return of(thrown).reduce((outer, inner) -> inner).orElse(thrown);
    }

    /** Type and message. */
    static String words(Throwable thrown) {
        var message = thrown.getMessage();
        return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /** Whether the exception or one of its causes is of a type. */
    static boolean contain(Throwable thrown, Class<? extends Throwable> type) {
        return of(thrown).anyMatch(type::isInstance);
    }
}
