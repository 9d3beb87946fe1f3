package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Groups of the directory: what is given to a group is given to its members, and to those of groups in it. */
public final class Groups {
    private Groups() {}

    /** The object ids that count for a principal, lower case: its own and those of the groups that it is in. */
    public static Set<String> of(World world, String objectId) {
        Set<String> all = new HashSet<>();
        all.add(objectId.toLowerCase(Locale.ROOT));
        for (boolean hasGrown = true; hasGrown; ) {
            List<String> more = world.groups().stream()
                    .filter(group -> group.members().stream().anyMatch(all::contains))
                    .map(group -> group.objectId().toLowerCase(Locale.ROOT))
                    .toList();
            hasGrown = all.addAll(more);
        }
        return all;
    }
}
