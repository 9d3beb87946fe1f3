package io.github.hpccachecmk.examples.openapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The deviations that are known, each with its reason: a resource of lines {@code key : reason}, in whose
 * key an asterisk stands for anything. It may only shrink. */
final class DeviationList {
    private static final String SEPARATOR = " : ";
    private final String resource;
    private final Map<String, String> reasons = new TreeMap<>();

    private DeviationList(String resource) {
        this.resource = resource;
    }

    static DeviationList of(String resource) throws IOException {
        DeviationList list = new DeviationList(resource);
        try (var stream = DeviationList.class.getResourceAsStream("/openapi/" + resource)) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(list::add);
        }
        return list;
    }

    private void add(String line) {
        int at = line.indexOf(SEPARATOR);
        if (at < 0 || line.substring(at + SEPARATOR.length()).isBlank()) {
            throw new IllegalArgumentException(resource + ": '" + line + "' gives no reason; write 'key : reason'");
        }
        if (reasons.put(line.substring(0, at).strip(), line.substring(at + SEPARATOR.length())) != null) {
            throw new IllegalArgumentException(resource + ": '" + line + "' is there twice");
        }
    }

    int size() {
        return reasons.size();
    }

    /** Whether a deviation is listed. */
    boolean knows(Deviation deviation) {
        return reasons.keySet().stream().anyMatch(entry -> fits(entry, deviation));
    }

    /** What is wrong with the list: a deviation that it lacks and, of a whole run, an entry that no longer occurs. */
    List<String> complaints(Collection<Deviation> found, boolean isWhole) {
        Map<String, Deviation> byKey = new TreeMap<>();
        found.forEach(deviation -> byKey.putIfAbsent(deviation.key(), deviation));
        List<String> complaints = new ArrayList<>();
        byKey.values().stream()
                .filter(deviation -> !knows(deviation))
                .forEach(one ->
                        complaints.add("not listed in " + resource + ": " + one.key() + "\n    " + one.detail()));
        if (isWhole) {
            reasons.keySet().stream()
                    .filter(entry -> byKey.values().stream().noneMatch(deviation -> fits(entry, deviation)))
                    .forEach(entry -> complaints.add("occurs no longer, take it out of " + resource + ": " + entry));
        }
        return complaints;
    }

    private static boolean fits(String entry, Deviation deviation) {
        return Pattern.matches("\\Q" + entry.replace("*", "\\E.*\\Q") + "\\E", deviation.key());
    }
}
