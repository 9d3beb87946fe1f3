package io.github.hpccachecmk.core.policy;

import java.util.List;
import java.util.Locale;

/** Names of regions: "East US", "eastus" and "EastUS" are the same. */
public final class Regions {
    private Regions() {}

    /** Whether both name the same region; allocates nothing. */
    public static boolean same(String one, String other) {
        int i = 0;
        int j = 0;
        while (true) {
            i = skipBlanks(one, i);
            j = skipBlanks(other, j);
            if (i == one.length() || j == other.length()) {
                return i == one.length() && j == other.length();
            }
            if (Character.toLowerCase(one.charAt(i++)) != Character.toLowerCase(other.charAt(j++))) {
                return false;
            }
        }
    }

    static boolean contains(List<String> regions, String region) {
        for (int i = 0; i < regions.size(); i++) {
            if (same(regions.get(i), region)) {
                return true;
            }
        }
        return false;
    }

    /** The form without blanks and capitals. */
    static String name(String region) {
        return region.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
