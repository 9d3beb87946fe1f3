package io.github.hpccachecmk.core.render;

/** Makes any text harmless for one kind of output. Pure and total. */
@FunctionalInterface
public interface Encoder {
    /** A terminal: no control, bidi or other invisible character passes. */
    Encoder TERMINAL = PlainText::of;

    /** Between the quotation marks of a JSON string: whatever a terminal or editor would act on is an escape, too. */
    Encoder JSON = JsonString::escaped;

    /** Inside a line of Markdown: shows as itself, and is no markup, link, mention or HTML. */
    Encoder MARKDOWN = MarkdownText::escaped;

    /** A whole cell of CSV, with its quotation marks: one line, and no formula. */
    Encoder CSV = CsvCell::encoded;

    /** The text in the form that the output shows as itself. */
    String encode(String text);
}
