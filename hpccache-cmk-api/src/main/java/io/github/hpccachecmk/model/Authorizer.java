package io.github.hpccachecmk.model;

import io.github.hpccachecmk.implementation.Checks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who gives the identity access to the key: the caller of this library (the default), or somebody else, whom the flow then waits
 * for instead of writing the grant itself. Immutable; makes no call.
 */
public final class Authorizer {
    private final @Nullable String other;

    private Authorizer(@Nullable String other) {
        this.other = other;
    }

    /** {@return the caller writes the grant} */
    public static Authorizer thisCaller() {
        return new Authorizer(null);
    }

    /**
     * {@return somebody else writes the grant}
     *
     * @param who a name for reports, such as a team
     */
    public static Authorizer someoneElse(String who) {
        return new Authorizer(Checks.text("name of who authorizes", who, "a name for reports, such as a team"));
    }

    /** {@return who else, if it is somebody else} */
    public Optional<String> other() {
        return Optional.ofNullable(other);
    }

    @Override
    public boolean equals(@Nullable Object that) {
        return that instanceof Authorizer same && other().equals(same.other());
    }

    @Override
    public int hashCode() {
        return other().hashCode();
    }

    @Override
    public String toString() {
        return other == null ? "this caller" : other;
    }
}
