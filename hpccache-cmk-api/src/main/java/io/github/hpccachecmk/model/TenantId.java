package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The id of a directory tenant: a GUID, kept in lower case. Immutable; makes no call.
 */
public final class TenantId {
    private final String guid;

    private TenantId(String guid) {
        this.guid = Checks.lower(guid);
    }

    /**
     * Makes one of a GUID in any case.
     *
     * @param guid the GUID
     * @return the value
     * @throws InvalidInputException when it is no GUID
     */
    public static TenantId of(@Nullable String guid) {
        return new TenantId(Checks.guid("tenant id", guid));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TenantId same && guid.equals(same.guid);
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
