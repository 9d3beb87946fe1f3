package io.github.hpccachecmk.testkit.world;

import java.util.ArrayList;
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

    /** The segments of a path; empty ones do not count. */
    static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end > start) {
                segments.add(path.substring(start, end));
            }
            start = end + 1;
        }
        return List.copyOf(segments);
    }

    /** The parameters of a path that was split, as it is held against many templates; empty when it does not match. */
    Optional<Map<String, String>> match(List<String> actual) {
        int extra = actual.size() - segments.size();
        if (isScoped ? extra < 0 : extra != 0) {
            return Optional.empty();
        }
        for (int i = 0; i < segments.size(); i++) {
            String expected = segments.get(i);
            if (!isParameter(expected) && !expected.equalsIgnoreCase(actual.get(extra + i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters(actual, extra));
    }

    private Map<String, String> parameters(List<String> actual, int extra) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = segments.get(i);
            if (isParameter(expected)) {
                parameters.put(expected.substring(1, expected.length() - 1), actual.get(extra + i));
            }
        }
        if (isScoped) {
            parameters.put("scope", "/" + String.join("/", actual.subList(0, extra)));
        }
        return parameters;
    }

    private static boolean isParameter(String segment) {
        return segment.charAt(0) == '{';
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
                    isParameter(segment)
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
