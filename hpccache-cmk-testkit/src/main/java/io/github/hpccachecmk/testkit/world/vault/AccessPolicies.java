package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Doc;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The access policies of a vault as a list of documents, and what the three sub-operations make of them. */
final class AccessPolicies {
    /** Most entries of one call of the sub-operations. */
    static final int MOST_PER_CALL = 16;

    /** Most entries of a vault. */
    static final int MOST_PER_VAULT = 1024;

    private static final List<String> KINDS = List.of("keys", "secrets", "certificates", "storage");
    private static final Set<String> KEY_PERMISSIONS = Set.of(
            "all",
            "encrypt",
            "decrypt",
            "wrapkey",
            "unwrapkey",
            "sign",
            "verify",
            "get",
            "list",
            "create",
            "update",
            "import",
            "delete",
            "backup",
            "restore",
            "recover",
            "purge",
            "release",
            "rotate",
            "getrotationpolicy",
            "setrotationpolicy");

    private AccessPolicies() {}

    /** Unites the permissions of each principal, as {@code add} does. */
    static List<Doc> add(List<Doc> existing, List<Doc> more) {
        List<Doc> merged = new ArrayList<>(existing);
        for (Doc entry : more) {
            int at = find(merged, entry);
            if (at < 0) {
                merged.add(entry);
            } else {
                merged.set(at, unite(merged.get(at), entry));
            }
        }
        return merged;
    }

    /** Sets the permissions of each principal named and leaves the others alone, as {@code replace} does. */
    static List<Doc> replace(List<Doc> existing, List<Doc> others) {
        List<Doc> changed = new ArrayList<>(existing);
        for (Doc entry : others) {
            int at = find(changed, entry);
            if (at < 0) {
                changed.add(entry);
            } else {
                changed.set(at, entry);
            }
        }
        return changed;
    }

    /** Takes the permissions named from each principal named; an entry left without any goes. */
    static List<Doc> remove(List<Doc> existing, List<Doc> unwanted) {
        List<Doc> fewer = new ArrayList<>(existing);
        for (Doc entry : unwanted) {
            int at = find(fewer, entry);
            if (at >= 0) {
                Doc rest = subtract(fewer.get(at), entry);
                if (KINDS.stream()
                        .allMatch(kind -> rest.list("permissions." + kind).isEmpty())) {
                    fewer.remove(at);
                } else {
                    fewer.set(at, rest);
                }
            }
        }
        return fewer;
    }

    /** What is wrong with a list; empty when nothing is. */
    static Optional<String> complaint(List<?> entries) {
        for (Object each : entries) {
            if (!(each instanceof Doc entry)
                    || !isGuid(entry.text("tenantId"))
                    || !isGuid(entry.text("objectId"))
                    || !(entry.member("permissions") instanceof Doc)
                    || !entry.texts("permissions.keys").stream()
                            .allMatch(permission -> KEY_PERMISSIONS.contains(Doc.lower(permission)))) {
                return Optional.of("An invalid value was provided for 'accessPolicies'.");
            }
        }
        return Optional.empty();
    }

    /** The key permissions of a list, as {@link VaultState#grantKey}; {@code all} stays {@code all}. */
    static Set<String> grants(List<Doc> entries) {
        Set<String> grants = new TreeSet<>();
        for (Doc entry : entries) {
            String objectId = entry.text("objectId").orElse("");
            entry.texts("permissions.keys")
                    .forEach(permission -> grants.add(VaultState.grantKey(objectId, permission)));
        }
        return grants;
    }

    private static boolean isGuid(Optional<String> text) {
        return text.filter(id -> id.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"))
                .isPresent();
    }

    private static int find(List<Doc> entries, Doc wanted) {
        for (int i = 0; i < entries.size(); i++) {
            if (who(entries.get(i)).equals(who(wanted))) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> who(Doc entry) {
        return List.of(
                Doc.lower(entry.text("tenantId").orElse("")),
                Doc.lower(entry.text("objectId").orElse("")),
                Doc.lower(entry.text("applicationId").orElse("")));
    }

    private static Doc unite(Doc one, Doc other) {
        Doc result = one;
        for (String kind : KINDS) {
            String path = "permissions." + kind;
            if (other.has(path)) {
                Set<String> seen = new LinkedHashSet<>();
                List<String> all = new ArrayList<>();
                one.texts(path).forEach(permission -> addNew(permission, seen, all));
                other.texts(path).forEach(permission -> addNew(permission, seen, all));
                result = result.withAt(path, all);
            }
        }
        return result;
    }

    private static void addNew(String permission, Set<String> seen, List<String> all) {
        if (seen.add(Doc.lower(permission))) {
            all.add(permission);
        }
    }

    private static Doc subtract(Doc from, Doc what) {
        Doc result = from;
        for (String kind : KINDS) {
            String path = "permissions." + kind;
            Set<String> gone = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            gone.addAll(what.texts(path));
            if (from.has(path)) {
                result = result.withAt(
                        path,
                        from.texts(path).stream()
                                .filter(permission -> !gone.contains(permission))
                                .toList());
            }
        }
        return result;
    }
}
