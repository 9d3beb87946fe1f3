package io.github.hpccachecmk.core.render;

import java.util.Locale;

/** The escapes of RFC 8259, with invisible characters escaped as well. */
final class JsonString {
    private JsonString() {}

    static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static void append(StringBuilder out, int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            out.append('\\').appendCodePoint(codePoint);
        } else if (PlainText.isHarmful(codePoint)) {
            for (char unit : Character.toChars(codePoint)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
        } else {
            out.appendCodePoint(codePoint);
        }
    }
}
