package io.github.hpccachecmk.core.render;

/**
 * Makes text that others wrote (names, tags, service messages) harmless: control, format (bidi, zero width), separator and
 * unpaired surrogate characters, which could forge lines or reorder what a person reads, are shown as escapes. Pure; text
 * without any of them is returned as it is.
 */
public final class PlainText {
    private static final int LONGEST = 300;
    private static final int LAST_ASCII_CONTROL = 0x1f;
    private static final int DELETE = 0x7f;

    private PlainText() {}

    /** The whole text with every harmful character escaped as Java writes it: a backslash, a u and its hexadecimal number. */
    public static String of(String text) {
        return isPlain(text) ? text : escaped(text);
    }

    /** The text for use inside a sentence: escaped, and cut with an ellipsis after 300 characters. */
    public static String shown(String text) {
        return text.length() <= LONGEST || text.codePointCount(0, text.length()) <= LONGEST
                ? of(text)
                : of(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "…";
    }

    /** ASCII is decided without a look at the character's type. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= LAST_ASCII_CONTROL || c >= DELETE) {
                return text.codePoints().noneMatch(PlainText::isHarmful);
            }
        }
        return true;
    }

    private static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isHarmful(c)) {
                escape(out, c);
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static void escape(StringBuilder out, int codePoint) {
        var digits = Integer.toHexString(codePoint);
        out.append("\\u").append("0".repeat(Math.max(0, 4 - digits.length()))).append(digits);
    }

    static boolean isHarmful(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
