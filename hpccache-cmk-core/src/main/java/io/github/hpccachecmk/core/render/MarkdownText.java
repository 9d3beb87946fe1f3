package io.github.hpccachecmk.core.render;

import java.util.stream.Collectors;

/**
 * Text and code spans of CommonMark with GitHub's extensions. Mentions and references of issues are recognised after Markdown
 * has been read, where a backslash no longer helps, but not inside of code.
 */
final class MarkdownText {
    private static final String MARKUP = "\\`*_{}[]<>()+-.!|~&:/=\"'^$";
    private static final String REFERENCES = "@#";

    private MarkdownText() {}

    static String escaped(String text) {
        return PlainText.of(text).codePoints().mapToObj(MarkdownText::escaped).collect(Collectors.joining());
    }

    private static String escaped(int codePoint) {
        var character = Character.toString(codePoint);
        if (REFERENCES.contains(character)) {
            return "`" + character + "`";
        }
        return MARKUP.contains(character) ? "\\" + character : character;
    }

    /** A code span: any text as it is, in a fence longer than any run of backticks in it. */
    static String code(String text) {
        var plain = PlainText.of(text);
        if (plain.isBlank()) {
            return "` `";
        }
        var fence = "`".repeat(longestRun(plain) + 1);
        var pad = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
        return fence + pad + plain + pad + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
