package io.github.hpccachecmk.testkit.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The regions that this Azure has, a selection of those with Microsoft.StorageCache: display names as providers list
 * them, and the mixed spelling in which recorded lists of SKUs give them.
 */
public final class Regions {
    private static final List<String> DISPLAY_NAMES = List.of(
            "East US",
            "East US 2",
            "West US 2",
            "West US 3",
            "South Central US",
            "North Central US",
            "Central US",
            "Canada Central",
            "North Europe",
            "West Europe",
            "UK South",
            "Sweden Central",
            "Southeast Asia",
            "Japan East",
            "Korea Central",
            "Australia East",
            "Central US EUAP",
            "East US 2 EUAP");

    /** Seen in recorded traffic of Azure/azure-powershell StorageCache tests, 2023. All others are in lower case there. */
    private static final Map<String, String> SKU_SPELLINGS =
            new TreeMap<>(Map.of("Canada Central", "CanadaCentral", "East US 2 EUAP", "EastUS2EUAP"));

    private Regions() {}

    /** The names that people read, as providers list them. */
    public static List<String> displayNames() {
        return DISPLAY_NAMES;
    }

    /** The names in the spelling of the list of SKUs. */
    public static List<String> skuSpellings() {
        return DISPLAY_NAMES.stream()
                .map(name -> SKU_SPELLINGS.getOrDefault(name, plain(name)))
                .toList();
    }

    /** Whether a region exists, in any spelling. */
    public static boolean has(String location) {
        return DISPLAY_NAMES.stream().anyMatch(name -> plain(name).equals(plain(location)));
    }

    /** A region's name for comparing and keeping: lower case, without blanks. */
    public static String plain(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
