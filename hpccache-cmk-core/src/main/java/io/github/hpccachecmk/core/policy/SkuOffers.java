package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.SkuOffer;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The elements of the SKU list that concern a create; the list is long and in mixed spelling. */
final class SkuOffers {
    private SkuOffers() {}

    static FactKey.Skus key(CreateRequest create) {
        return new FactKey.Skus(create.target().subscription());
    }

    /** The offers of the request's SKU in its region. */
    static List<SkuOffer> of(CreateRequest create, List<SkuOffer> all) {
        var found = new ArrayList<SkuOffer>(3);
        for (int i = 0; i < all.size(); i++) {
            var offer = all.get(i);
            if (offer.name().equalsIgnoreCase(create.sku()) && concerns(create, offer)) {
                found.add(offer);
            }
        }
        return found;
    }

    /** The offers of the request's kind in its region. */
    static Stream<SkuOffer> inRegion(CreateRequest create, List<SkuOffer> all) {
        return all.stream().filter(offer -> concerns(create, offer));
    }

    /** The value of the first capability whose name begins so. */
    static Optional<String> capability(SkuOffer offer, String name) {
        for (var capability : offer.capabilities().entrySet()) {
            if (capability.getKey().regionMatches(true, 0, name, 0, name.length())) {
                return Optional.of(capability.getValue());
            }
        }
        return Optional.empty();
    }

    private static boolean concerns(CreateRequest create, SkuOffer offer) {
        return offer.resourceType()
                        .equalsIgnoreCase(KindTraits.of(create.target().kind()).sku())
                && Regions.contains(offer.locations(), create.location());
    }
}
