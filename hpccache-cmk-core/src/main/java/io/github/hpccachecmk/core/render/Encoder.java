package io.github.hpccachecmk.core.render;

/** Makes any text harmless for one kind of output. Pure and total. */
@FunctionalInterface
public interface Encoder {
    /** A terminal: no control, bidi or other invisible character passes. */
    Encoder TERMINAL = PlainText::of;

    /** The text in the form that the output shows as itself. */
    String encode(String text);
}
