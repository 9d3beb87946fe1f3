package io.github.hpccachecmk.core.render;

/**
 * A cell of RFC 4180, always quoted. Spreadsheets take a cell that begins like a formula for one, quoted or not: an apostrophe in front keeps
 * it text, as OWASP's page on CSV injection advises.
 */
final class CsvCell {
    private static final String FORMULA = "=+-@";

    private CsvCell() {}

    static String encoded(String text) {
        var plain = PlainText.of(text);
        var guard = isFormula(plain) ? "'" : "";
        return '"' + guard + plain.replace("\"", "\"\"") + '"';
    }

    /** Some spreadsheets take no notice of blanks, and take full-width signs for the usual ones. */
    private static boolean isFormula(String text) {
        var begun = text.strip();
        return !begun.isEmpty() && FORMULA.indexOf(narrow(begun.charAt(0))) >= 0;
    }

    private static char narrow(char c) {
        return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
    }
}
