package io.github.hpccachecmk.testkit.world;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with parameters: {@code /subscriptions/{subscription}/resourceGroups/{group}}. A first segment
 * {@code {+scope}} stands for any number of segments, none included. Literals match without case; parameters keep the
 * caller's spelling.
 */
public final class PathTemplate {
    private final String text;
    private final boolean isScoped;
    private final List<String> segments;

    private PathTemplate(String text) {
        this.text = text;
        List<String> all = split(text);
        this.isScoped = !all.isEmpty() && all.get(0).equals("{+scope}");
        this.segments = isScoped ? all.subList(1, all.size()) : all;
    }

    /** A template from its text. */
    public static PathTemplate of(String text) {
        return new PathTemplate(text);
    }

    private static List<String> split(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** The parameters of a path, or empty when it does not match. */
    public Optional<Map<String, String>> match(String path) {
        List<String> actual = split(path);
        int extra = actual.size() - segments.size();
        if (isScoped ? extra < 0 : extra != 0) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = segments.get(i);
            String found = actual.get(extra + i);
            if (expected.startsWith("{")) {
                parameters.put(expected.substring(1, expected.length() - 1), found);
            } else if (!expected.equalsIgnoreCase(found)) {
                return Optional.empty();
            }
        }
        if (isScoped) {
            parameters.put("scope", "/" + String.join("/", actual.subList(0, extra)));
        }
        return Optional.of(parameters);
    }

    /** The path with the parameters filled in, literals in the spelling of the template. */
    public String fill(Map<String, String> parameters) {
        StringBuilder path = new StringBuilder();
        if (isScoped) {
            String scope = parameters.getOrDefault("scope", "/");
            path.append(scope.equals("/") ? "" : scope);
        }
        for (String segment : segments) {
            path.append('/');
            path.append(
                    segment.startsWith("{")
                            ? parameters.getOrDefault(segment.substring(1, segment.length() - 1), "")
                            : segment);
        }
        return path.toString();
    }

    /**
     * Where a right for a call of this template is asked for, as a template: an action's resource, a list's parent, else
     * the resource itself.
     */
    public PathTemplate rightsScope() {
        int provider = text.lastIndexOf("/providers/");
        if (provider < 0) {
            return this;
        }
        List<String> tail = split(text.substring(provider + "/providers/".length()));
        if (tail.size() % 2 == 1) {
            return this;
        }
        String shorter = text.substring(0, text.lastIndexOf('/'));
        return new PathTemplate(tail.size() == 2 ? text.substring(0, provider) : shorter);
    }

    @Override
    public String toString() {
        return text;
    }
}
