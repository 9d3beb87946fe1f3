package io.github.hpccachecmk.azure.implementation;

import java.util.regex.Pattern;

/** Takes out of a text what must not leave: queries of URLs (signatures), bearer tokens, passwords of echoed JSON. */
final class Redactor {
    private static final int LONGEST = 4_000;
    private static final String GONE = "…";
    private static final Pattern QUERY =
            Pattern.compile("(https?://[^\\s\"'<>?]+)\\?[^\\s\"'<>]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNATURE =
            Pattern.compile("\\b(sig|signature|t|c|s|h)=[A-Za-z0-9%+/_.~-]{8,}=*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEARER =
            Pattern.compile("\\bBearer\\s+[A-Za-z0-9+/_.~=-]{8,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern JWT = Pattern.compile("\\beyJ[A-Za-z0-9_-]{5,}(\\.[A-Za-z0-9_-]*)*");
    private static final Pattern SECRET_MEMBER = Pattern.compile(
            "(\"[a-z_]*(?:password|secret|token|credential)[a-z_]*\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"",
            Pattern.CASE_INSENSITIVE);

    private Redactor() {}

    /**
     * The text without secrets, cut to a length that fits a log line.
     *
     * @param text what a service or transport said
     * @return the same text where it held no secret
     */
    static String clean(String text) {
        var clean = text.length() > LONGEST ? text.substring(0, LONGEST) + GONE : text;
        clean = QUERY.matcher(clean).replaceAll("$1?" + GONE);
        clean = SIGNATURE.matcher(clean).replaceAll("$1=" + GONE);
        clean = BEARER.matcher(clean).replaceAll("Bearer " + GONE);
        clean = JWT.matcher(clean).replaceAll(GONE);
        return SECRET_MEMBER.matcher(clean).replaceAll("$1\"" + GONE + "\"");
    }
}
