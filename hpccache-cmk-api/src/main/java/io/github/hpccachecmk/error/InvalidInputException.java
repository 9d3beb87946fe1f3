package io.github.hpccachecmk.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A value given by the caller has not the legal form. Thrown by builders and parsers before any remote call. */
public final class InvalidInputException extends CmkException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_VALUE_SHOWN = 200;

    private InvalidInputException(String message) {
        super(CmkError.of(ErrorCode.INVALID_INPUT, message));
    }

    /**
     * An exception whose message names the value and its legal form.
     *
     * @param what what is wrong, for example {@code "vault name"}
     * @param actual the value as given; control characters are escaped and long values cut
     * @param legal the legal form
     * @return the exception, to be thrown
     */
    public static InvalidInputException of(String what, @Nullable Object actual, String legal) {
        return new InvalidInputException(what + " is " + shown(actual) + "; legal is: " + legal);
    }

    private static String shown(@Nullable Object actual) {
        if (actual == null) {
            return "missing";
        }
        var text = actual.toString();
        var shown = new StringBuilder("'");
        text.codePoints().limit(LONGEST_VALUE_SHOWN).forEach(c -> append(shown, c));
        return shown.append(text.codePointCount(0, text.length()) > LONGEST_VALUE_SHOWN ? "…'" : "'")
                .toString();
    }

    /** Control, format (bidi, zero width) and unpaired surrogate characters would let a value forge its own message. */
    private static void append(StringBuilder shown, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> shown.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
            default -> shown.appendCodePoint(codePoint);
        }
    }
}
