package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The managed identity or identities that a resource is created with; it cannot be changed later. An identity named twice counts
 * once; equality does not depend on the order. Immutable; makes no call. Missing ids are refused with an
 * {@link InvalidInputException}.
 */
public final class ManagedIdentity {
    private final IdentityKind kind;
    private final Set<UserAssignedIdentityId> userAssigned;

    private ManagedIdentity(IdentityKind kind, Set<UserAssignedIdentityId> userAssigned) {
        this.kind = kind;
        this.userAssigned = userAssigned;
    }

    /** {@return the identity that lives and dies with the resource} */
    public static ManagedIdentity systemAssigned() {
        return new ManagedIdentity(IdentityKind.SYSTEM_ASSIGNED, Set.of());
    }

    /**
     * {@return identities that are resources of their own; each of them needs access to the key}
     *
     * @param first one identity
     * @param more further ones
     */
    public static ManagedIdentity userAssigned(UserAssignedIdentityId first, UserAssignedIdentityId... more) {
        return new ManagedIdentity(IdentityKind.USER_ASSIGNED, all(first, more));
    }

    /**
     * {@return both; each of them needs access to the key, because which one unwraps it is not established}
     *
     * @param first one identity
     * @param more further ones
     */
    public static ManagedIdentity systemAndUserAssigned(UserAssignedIdentityId first, UserAssignedIdentityId... more) {
        return new ManagedIdentity(IdentityKind.SYSTEM_AND_USER_ASSIGNED, all(first, more));
    }

    private static Set<UserAssignedIdentityId> all(UserAssignedIdentityId first, UserAssignedIdentityId... more) {
        String legal = "the id of a user-assigned identity";
        Set<UserAssignedIdentityId> ids = new LinkedHashSet<>();
        ids.add(Checks.present("user-assigned identity", first, legal));
        for (UserAssignedIdentityId id : more) {
            ids.add(Checks.present("user-assigned identity", id, legal));
        }
        return ids;
    }

    /** {@return which identities these are} */
    public IdentityKind kind() {
        return kind;
    }

    /** {@return the user-assigned identities in the order given; empty for a system-assigned identity alone} */
    public List<UserAssignedIdentityId> userAssigned() {
        return List.copyOf(userAssigned);
    }

    /** {@return whether there is a system-assigned identity} */
    public boolean hasSystemAssigned() {
        return kind != IdentityKind.USER_ASSIGNED;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ManagedIdentity same && kind == same.kind && userAssigned.equals(same.userAssigned);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + userAssigned.hashCode();
    }

    @Override
    public String toString() {
        return kind.wireName() + (userAssigned.isEmpty() ? "" : " " + userAssigned);
    }
}
