package io.github.hpccachecmk.inspection;

import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.model.PrincipalId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Whether one identity of a resource has access to the key, as far as it can be seen from outside. Immutable.
 *
 * @param principal who
 * @param identity which of the resource's identities, in words
 * @param state whether there is a grant
 * @param since when it was written at the latest; an entry in access policies carries no time, so that of the vault's last change
 */
public record IdentityAccess(PrincipalId principal, String identity, State state, Optional<Instant> since) {
    /** {@return the portable form for output; nothing reads it back} */
    public Map<String, Object> toMap() {
        return new FormWriter()
                .text("principal", principal)
                .plain("identity", identity)
                .plain("state", state.name())
                .textIfPresent("since", since)
                .done();
    }

    /** Whether there is a grant. New constants may appear. */
    public enum State {
        /** There is one, and the resource works under the key. */
        PROVEN,
        /** There is one; whether it has taken effect only the service can see. */
        WRITTEN,
        /** There is none that is known to suffice. */
        ABSENT,
        /** It could not be looked at, or what is there has a condition or a role whose rights are not known. */
        UNKNOWN
    }
}
