package io.github.hpccachecmk.implementation;

import java.util.List;

/** What generated builders throw when required members were not set; {@link Checks#complete} turns it into what users see. */
public final class MissingMembersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> names;

    /**
     * Takes the names of the members that are missing.
     *
     * @param names their names
     */
    public MissingMembersException(String... names) {
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }
}
