package io.github.hpccachecmk.testkit.journal;

import io.github.hpccachecmk.core.render.PlainText;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became different in the world, oldest first: of each resource the members that matter for encryption, and that there
 * was any other change. Holds no secret: other members are not shown. Immutable.
 *
 * @param changes the changes
 */
public record WorldChanges(List<WorldChange> changes) {
    private static final String PROVIDERS = "/providers/";

    /** Copies the list. */
    public WorldChanges {
        changes = List.copyOf(changes);
    }

    /** What differs between two worlds. Pure. */
    public static WorldChanges between(World before, World after, Instant at, String cause) {
        Map<String, Resource> old = resources(before);
        Map<String, Resource> present = resources(after);
        Set<String> ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(present.keySet());
        List<WorldChange> changes = new ArrayList<>();
        for (String id : ids) {
            Resource one = old.get(id);
            Resource other = present.get(id);
            if (one == null && other != null) {
                changes.add(new WorldChange(at, cause, other.id(), "resource", "", "made"));
                compare(changes, at, cause, other.id(), Map.of(), Facets.of(after, other));
            } else if (other == null && one != null) {
                changes.add(new WorldChange(at, cause, one.id(), "resource", "", "removed"));
            } else if (one != null && other != null && !one.equals(other)) {
                changed(changes, at, cause, Facets.of(before, one), Facets.of(after, other), other.id());
            }
        }
        return new WorldChanges(changes);
    }

    /** These changes and later ones. */
    public WorldChanges and(WorldChanges later) {
        List<WorldChange> all = new ArrayList<>(changes);
        all.addAll(later.changes());
        return new WorldChanges(all);
    }

    /** The changes of a resource, its id in any spelling. */
    public WorldChanges of(String id) {
        String canonical = World.canonical(id);
        return new WorldChanges(changes.stream()
                .filter(change -> World.canonical(change.id()).equals(canonical))
                .toList());
    }

    /** One line a change, times from a start on; for people. No text in it can begin a line of its own. */
    public String table(Instant start) {
        if (changes.isEmpty()) {
            return "no changes\n";
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"time", "cause", "resource", "what", "change"});
        for (WorldChange change : changes) {
            rows.add(new String[] {
                Journal.elapsed(Duration.between(start, change.at())),
                change.cause(),
                name(change.id()),
                change.what(),
                change.before().isEmpty() ? change.after() : change.before() + " -> " + ended(change.after())
            });
        }
        return aligned(rows);
    }

    private static void changed(
            List<WorldChange> changes,
            Instant at,
            String cause,
            Map<String, String> before,
            Map<String, String> after,
            String id) {
        int count = changes.size();
        compare(changes, at, cause, id, before, after);
        if (changes.size() == count) {
            changes.add(new WorldChange(at, cause, id, "other members", "", "changed"));
        }
    }

    private static void compare(
            List<WorldChange> changes,
            Instant at,
            String cause,
            String id,
            Map<String, String> before,
            Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String one = before.getOrDefault(name, "");
            String other = after.getOrDefault(name, "");
            if (!one.equals(other)) {
                changes.add(new WorldChange(at, cause, id, name, one, other));
            }
        }
    }

    private static Map<String, Resource> resources(World world) {
        Map<String, Resource> resources = new LinkedHashMap<>();
        world.below("").forEach(resource -> resources.put(World.canonical(resource.id()), resource));
        return resources;
    }

    private static String ended(String value) {
        return value.isEmpty() ? "none" : value;
    }

    /** What comes after the provider: {@code vaults/contoso-cmk/keys/scratch}. */
    private static String name(String id) {
        int provider = id.lastIndexOf(PROVIDERS);
        int type = provider < 0 ? -1 : id.indexOf('/', provider + PROVIDERS.length());
        return type < 0 ? id : id.substring(type + 1);
    }

    private static String aligned(List<String[]> rows) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = PlainText.shown(row[i]);
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
