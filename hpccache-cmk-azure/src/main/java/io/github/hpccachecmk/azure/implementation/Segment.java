package io.github.hpccachecmk.azure.implementation;

import io.github.hpccachecmk.error.InvalidInputException;
import java.util.regex.Pattern;

/** Checks a text that becomes one segment of a path and has no id type of its own. */
final class Segment {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private Segment() {}

    static String of(String what, String value) {
        if (!LEGAL.matcher(value).matches()) {
            throw InvalidInputException.of(what, value, "letters, digits, '.', '_' and '-'");
        }
        return value;
    }
}
