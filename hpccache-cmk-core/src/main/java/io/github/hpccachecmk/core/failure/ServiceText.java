package io.github.hpccachecmk.core.failure;

import java.util.Locale;

/** Texts of services, made fit to stand in a message: others can write into them (names, tags, policies). */
public final class ServiceText {
    private static final int LONGEST_SHOWN = 2000;

    private ServiceText() {}

    /** One line, without characters that steer a terminal or turn the direction of writing; long texts are cut. */
    public static String shown(String text) {
        var shown = new StringBuilder();
        text.strip().codePoints().limit(LONGEST_SHOWN).forEach(c -> append(shown, c));
        return text.strip().codePointCount(0, text.strip().length()) > LONGEST_SHOWN
                ? shown.append('…').toString()
                : shown.toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                // Services break lines inside of messages; a message is one line.
                boolean lineBreak = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
                shown.append(lineBreak ? " " : escaped(codePoint));
            }
            case Character.FORMAT, Character.SURROGATE -> shown.append(escaped(codePoint));
            default -> shown.appendCodePoint(codePoint);
        }
    }

    private static String escaped(int codePoint) {
        return String.format(Locale.ROOT, "\\u%04x", codePoint);
    }
}
