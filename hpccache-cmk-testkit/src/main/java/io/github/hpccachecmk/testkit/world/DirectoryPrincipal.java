package io.github.hpccachecmk.testkit.world;

import java.util.List;
import java.util.Locale;

/**
 * A principal in the directory.
 *
 * @param objectId its id
 * @param type {@code ServicePrincipal}, {@code User} or {@code Group}
 * @param isReplicated whether all parts of the directory know it
 * @param members of a group, object ids in lower case; empty for anything else
 */
public record DirectoryPrincipal(String objectId, String type, boolean isReplicated, List<String> members) {
    /** Copies the list. */
    public DirectoryPrincipal {
        members =
                members.stream().map(member -> member.toLowerCase(Locale.ROOT)).toList();
    }

    /** A principal without members. */
    public DirectoryPrincipal(String objectId, String type, boolean isReplicated) {
        this(objectId, type, isReplicated, List.of());
    }

    /** A group that everybody knows. */
    public static DirectoryPrincipal group(String objectId, List<String> members) {
        return new DirectoryPrincipal(objectId, "Group", true, members);
    }

    /** This principal, known everywhere. */
    public DirectoryPrincipal replicated() {
        return new DirectoryPrincipal(objectId, type, true, members);
    }
}
