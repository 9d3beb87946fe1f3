package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The object id of a principal (an identity, a user) in its directory: a GUID, kept in lower case. Immutable; makes no call.
 */
public final class PrincipalId {
    private final String guid;

    private PrincipalId(String guid) {
        this.guid = Checks.lower(guid);
    }

    /**
     * Makes one of a GUID in any case.
     *
     * @param guid the GUID
     * @return the value
     * @throws InvalidInputException when it is no GUID
     */
    public static PrincipalId of(@Nullable String guid) {
        return new PrincipalId(Checks.guid("principal id", guid));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PrincipalId same && guid.equals(same.guid);
    }

    @Override
    public int hashCode() {
        return guid.hashCode();
    }

    /** The GUID in lower case. */
    @Override
    public String toString() {
        return guid;
    }
}
