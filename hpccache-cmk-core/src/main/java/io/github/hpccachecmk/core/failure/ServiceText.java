package io.github.hpccachecmk.core.failure;

import io.github.hpccachecmk.core.render.PlainText;
import java.util.regex.Pattern;

/** Texts of services, made fit to stand in a message: others can write into them (names, tags, policies). */
public final class ServiceText {
    private static final int LONGEST_SHOWN = 2000;
    /** Services break lines inside of messages; a message is one line. */
    private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r\\t]");

    private ServiceText() {}

    /** One line, without characters that steer a terminal or turn the direction of writing; long texts are cut. */
    public static String shown(String text) {
        var whole = text.strip();
        boolean isLong = whole.codePointCount(0, whole.length()) > LONGEST_SHOWN;
        var cut = isLong ? whole.substring(0, whole.offsetByCodePoints(0, LONGEST_SHOWN)) : whole;
        return PlainText.of(LINE_BREAK.matcher(cut).replaceAll(" ")) + (isLong ? "…" : "");
    }
}
