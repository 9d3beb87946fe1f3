package io.github.hpccachecmk.core.fact;

import io.github.hpccachecmk.core.port.SkuOffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The SKUs that a subscription is offered, to be looked up by kind, name and region, without case and blanks: the list has
 * hundreds of elements, and rules ask it in every pass. Immutable.
 */
public final class SkuList {
    private final List<SkuOffer> all;
    private final Map<Place, List<SkuOffer>> byPlace;

    private record Place(String type, String name, String region) {}

    private SkuList(List<SkuOffer> all, Map<Place, List<SkuOffer>> byPlace) {
        this.all = all;
        this.byPlace = byPlace;
    }

    /** The list as answered. */
    public static SkuList of(List<SkuOffer> all) {
        var byPlace = new HashMap<Place, List<SkuOffer>>();
        for (var offer : all) {
            offer.locations().stream()
                    .map(region -> place(offer.resourceType(), offer.name(), region))
                    .distinct()
                    .forEach(place -> byPlace.computeIfAbsent(place, key -> new ArrayList<>(3))
                            .add(offer));
        }
        return new SkuList(List.copyOf(all), Map.copyOf(byPlace));
    }

    /** Whether nothing is offered at all. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The offers of a SKU in a region, in the list's order. */
    public List<SkuOffer> offers(String type, String name, String region) {
        return byPlace.getOrDefault(place(type, name, region), List.of());
    }

    /** All offers of a kind in a region, in the list's order. */
    public Stream<SkuOffer> inRegion(String type, String region) {
        return all.stream().filter(offer -> offers(type, offer.name(), region).contains(offer));
    }

    private static Place place(String type, String name, String region) {
        return new Place(plain(type), plain(name), plain(region));
    }

    private static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.indexOf(' ') < 0 ? lower : lower.replace(" ", "");
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
