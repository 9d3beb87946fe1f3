package io.github.hpccachecmk.model;

import io.github.hpccachecmk.implementation.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the path of an Azure Resource Manager id apart and refuses every trick that could make it another path. */
final class ArmPath {
    private ArmPath() {}

    /** The segments between the slashes; a single trailing slash is dropped. */
    static List<String> segments(String what, @Nullable String path, String legal) {
        String text = Checks.text(what, path, legal);
        refuse(text, '%', what + " (with percent-encoding)", legal);
        refuse(text, '?', what + " (with a query)", legal);
        refuse(text, '#', what + " (with a fragment)", legal);
        refuse(text, '\\', what + " (with a backslash)", legal);
        if (text.charAt(0) != '/') {
            throw Checks.refused(what + " (without a slash at its beginning)", text, legal);
        }
        String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (trimmed.isEmpty()) {
            throw Checks.refused(what + " (without segments)", text, legal);
        }
        List<String> segments = List.of(trimmed.substring(1).split("/", -1));
        for (String segment : segments) {
            if (segment.isEmpty()) {
                throw Checks.refused(what + " (with an empty segment, //)", text, legal);
            }
            if (segment.equals(".") || segment.equals("..")) {
                throw Checks.refused(what + " (with the dot segment " + segment + ")", text, legal);
            }
        }
        return segments;
    }

    static String join(List<String> segments) {
        return "/" + String.join("/", segments);
    }

    private static void refuse(String text, char character, String what, String legal) {
        if (text.indexOf(character) >= 0) {
            throw Checks.refused(what, text, legal);
        }
    }
}
