package io.github.hpccachecmk.testkit.journal;

import io.github.hpccachecmk.core.render.Encoder;

/**
 * Text inside a Mermaid diagram: letters and digits and little else pass; all that could end a line, a message or a fence, or
 * that a browser could take for markup, becomes an entity code such as {@code #59;}, which Mermaid shows as the character.
 */
final class MermaidText implements Encoder {
    private static final String HARMLESS = " ./_()+,";

    @Override
    public String encode(String text) {
        String plain = Encoder.TERMINAL.encode(text);
        StringBuilder out = new StringBuilder(plain.length() + 16);
        int[] points = plain.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (isHarmless(points, i)) {
                out.appendCodePoint(points[i]);
            } else {
                out.append('#').append(points[i]).append(';');
            }
        }
        return out.toString();
    }

    private static boolean isHarmless(int[] points, int at) {
        return Character.isLetterOrDigit(points[at])
                || HARMLESS.indexOf(points[at]) >= 0
                || (points[at] == '-' && isInsideWord(points, at));
    }

    /** A dash inside of a name is no part of an arrow. */
    private static boolean isInsideWord(int[] points, int at) {
        return at > 0
                && at + 1 < points.length
                && Character.isLetterOrDigit(points[at - 1])
                && Character.isLetterOrDigit(points[at + 1]);
    }
}
