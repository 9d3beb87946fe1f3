package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.SkuList;
import io.github.hpccachecmk.core.port.SkuOffer;
import io.github.hpccachecmk.request.CreateRequest;
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
    static List<SkuOffer> of(CreateRequest create, SkuList all) {
        return all.offers(type(create), create.sku(), create.location());
    }

    /** The offers of the request's kind in its region. */
    static Stream<SkuOffer> inRegion(CreateRequest create, SkuList all) {
        return all.inRegion(type(create), create.location());
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

    private static String type(CreateRequest create) {
        return KindTraits.of(create.target().kind()).sku();
    }
}
