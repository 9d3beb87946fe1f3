package io.github.hpccachecmk.implementation;

import io.github.hpccachecmk.error.InvalidInputException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks on input that several types share; each refuses with the actual value and the legal form. */
public final class Checks {
    /** Longer than any id or URL the services know; it also keeps regular expressions off endless input. */
    private static final int LONGEST_TEXT = 2048;

    private static final int LONGEST_LABEL = 80;

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Checks() {}

    /**
     * {@return text that is there, has no control characters, and does not begin or end with white space}
     *
     * @param what what the value is, for the message
     * @param value the value as the service spells it
     * @param legal the legal form, for the message
     */
    public static String text(String what, @Nullable String value, String legal) {
        if (value == null) {
            throw missing(what, legal);
        }
        if (value.isBlank()) {
            throw refused(what + " (blank)", value, legal);
        }
        if (value.length() > LONGEST_TEXT) {
            throw refused(what + " (longer than " + LONGEST_TEXT + " characters)", value, legal);
        }
        noControls(what, value, legal);
        if (!value.equals(value.strip())) {
            throw refused(what + " (white space around it)", value, legal);
        }
        return value;
    }

    /**
     * {@return text that matches the whole pattern}
     *
     * @param what what the value is, for the message
     * @param value the value as the service spells it
     * @param pattern what the whole text has to match
     * @param legal the legal form, for the message
     */
    public static String matching(String what, @Nullable String value, Pattern pattern, String legal) {
        String text = text(what, value, legal);
        if (!pattern.matcher(text).matches()) {
            throw refused(what, text, legal);
        }
        return text;
    }

    /**
     * {@return a GUID with hyphens, in the spelling it came in}
     *
     * @param what what the value is, for the message
     * @param value the value as the service spells it
     */
    public static String guid(String what, @Nullable String value) {
        return matching(what, value, GUID, "a GUID such as 00000000-0000-0000-0000-000000000000");
    }

    /**
     * Refuses control characters; empty text passes.
     *
     * @param what what the value is, for the message
     * @param value the value as the service spells it
     * @param legal the legal form, for the message
     * @return the value
     */
    public static String noControls(String what, String value, String legal) {
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(what + " (with control characters)", value, legal);
        }
        return value;
    }

    /**
     * {@return a value that is there}
     *
     * @param <T> the type of the value
     * @param what what the value is, for the message
     * @param value the value as the service spells it
     * @param legal the legal form, for the message
     */
    public static <T> T present(String what, @Nullable T value, String legal) {
        if (value == null) {
            throw missing(what, legal);
        }
        return value;
    }

    /**
     * {@return a duration from zero to a longest one}
     *
     * @param what what the value is, for the message
     * @param value the value as the service spells it
     * @param longest the longest legal duration
     */
    public static Duration within(String what, Duration value, Duration longest) {
        if (value.isNegative() || value.compareTo(longest) > 0) {
            throw refused(what, value.toString(), "a duration from PT0S to " + longest);
        }
        return value;
    }

    /**
     * Builds, and says by their names which required members were not set.
     *
     * @param <T> the type of the value
     * @param what what the value is, for the message
     * @param build builds the value
     * @return the value
     */
    public static <T> T complete(String what, Supplier<T> build) {
        try {
            return build.get();
        } catch (MissingMembersException e) {
            throw missing(what + " member " + String.join(", ", e.names()), "every required member set before build()");
        }
    }

    /**
     * {@return lower case that does not depend on the machine's language}
     *
     * @param text the text
     */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the exception for a value that is not there}
     *
     * @param what what the value is, for the message
     * @param legal the legal form, for the message
     */
    public static InvalidInputException missing(String what, String legal) {
        return InvalidInputException.of(what, null, legal);
    }

    /**
     * {@return the exception for a bad value} What could be a secret is left out of the message: people paste signed URLs (query) and URLs
     * with a password (before the at sign).
     *
     * @param what what the value is, for the message
     * @param actual the value as given
     * @param legal the legal form, for the message
     */
    public static InvalidInputException refused(String what, String actual, String legal) {
        return InvalidInputException.of(what, withoutSecrets(actual), legal);
    }

    /**
     * Names a member that somebody else named, inside the text of a message: what could forge the message is replaced, and a
     * long name is cut.
     *
     * @param name the name
     * @return the name in a form that is safe to print
     */
    public static String label(String name) {
        StringBuilder label = new StringBuilder();
        name.codePoints().limit(LONGEST_LABEL).map(Checks::printable).forEach(label::appendCodePoint);
        return label.toString();
    }

    private static int printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '?';
            default -> codePoint;
        };
    }

    private static String withoutSecrets(String value) {
        if (value.indexOf('@') >= 0) {
            int host = value.indexOf("//");
            return (host < 0 || host > 8 ? "" : value.substring(0, host + 2)) + "\u2026";
        }
        int tail = firstOf(value, '?', '#');
        return tail < 0 ? value : value.substring(0, tail + 1) + "\u2026";
    }

    private static int firstOf(String value, char one, char other) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == one || value.charAt(i) == other) {
                return i;
            }
        }
        return -1;
    }
}
