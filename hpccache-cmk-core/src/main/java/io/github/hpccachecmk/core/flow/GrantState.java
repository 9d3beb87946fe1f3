package io.github.hpccachecmk.core.flow;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of somebody's access to the key.
 *
 * @param presence whether there is a grant
 * @param since when it was written at the latest, where known
 */
record GrantState(Presence presence, Optional<Instant> since) {
    enum Presence {
        /** There is one; whether it is effective already nobody but the service can see. */
        PRESENT,
        /** There is none that counts for sure. */
        ABSENT,
        /** Nobody looked. */
        UNREAD
    }

    static GrantState absent() {
        return new GrantState(Presence.ABSENT, Optional.empty());
    }

    static GrantState unread() {
        return new GrantState(Presence.UNREAD, Optional.empty());
    }

    static GrantState present(Optional<Instant> since) {
        return new GrantState(Presence.PRESENT, since);
    }

    boolean isPresent() {
        return presence == Presence.PRESENT;
    }

    boolean isUnread() {
        return presence == Presence.UNREAD;
    }
}
