package io.github.hpccachecmk.testkit.transport;

import io.github.hpccachecmk.testkit.world.JsonNull;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One reading of a JSON text as RFC 8259 has it; of two members with the same name the last counts. Not thread-safe. */
final class JsonReading {
    /** Deeper than any document of the services, and not deep enough to exhaust a stack. */
    private static final int DEEPEST = 100;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    /** Stands for the end of the text; no JSON holds it. */
    private static final char END = '\0';

    private final String text;
    private int at;

    JsonReading(String text) {
        this.text = text;
    }

    Object document() throws IOException {
        var value = value(0);
        if (next() != END || at < text.length()) {
            throw unexpected();
        }
        return value;
    }

    private Object value(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("JSON is nested more than " + DEEPEST + " deep");
        }
        return switch (next()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", JsonNull.NULL);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        at++;
        if (isTaken('}')) {
            return members;
        }
        do {
            if (next() != '"') {
                throw unexpected();
            }
            var name = string();
            take(':');
            members.put(name, value(depth + 1));
        } while (isTaken(','));
        take('}');
        return members;
    }

    private List<Object> array(int depth) throws IOException {
        var elements = new ArrayList<>();
        at++;
        if (isTaken(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (isTaken(','));
        take(']');
        return elements;
    }

    private String string() throws IOException {
        var value = new StringBuilder();
        for (at++; ; at++) {
            char c = current();
            if (c == '"') {
                at++;
                return value.toString();
            }
            if (c < ' ') {
                throw unexpected();
            }
            value.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws IOException {
        at++;
        return switch (current()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw unexpected();
        };
    }

    private char unicode() throws IOException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = Character.digit(current(), 16);
            if (digit < 0) {
                throw unexpected();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Object word(String word, Object value) throws IOException {
        if (!text.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return value;
    }

    /** The narrowest type that holds it, so that a number read equals the same number written in a test. */
    private Object number() throws IOException {
        var number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw unexpected();
        }
        at = number.end();
        try {
            long whole = Long.parseLong(number.group());
            if (whole == (int) whole) {
                return (int) whole;
            }
            return whole;
        } catch (NumberFormatException fraction) {
            return Double.valueOf(number.group());
        }
    }

    /** The next sign that is no white space; stays before it. */
    private char next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private boolean isTaken(char sign) {
        if (next() != sign) {
            return false;
        }
        at++;
        return true;
    }

    private void take(char sign) throws IOException {
        if (!isTaken(sign)) {
            throw unexpected();
        }
    }

    private IOException unexpected() {
        return new IOException(at < text.length() ? "Unexpected sign at " + at : "The JSON ends too early");
    }
}
