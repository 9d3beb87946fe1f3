package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.SkuList;
import io.github.hpccachecmk.core.port.SkuOffer;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.List;

/** The region offers the SKU to this subscription; one unrestricted offer is enough, since a region can come several times. */
final class TargetSkuRule extends OfferRule<SkuList> {
    TargetSkuRule() {
        super(
                "target.sku",
                "The region offers the SKU to the subscription. BLOCKING when it is not offered or every offer is"
                        + " restricted.",
                Articles.CACHE_CREATE);
    }

    @Override
    FactKey<SkuList> key(CreateRequest create) {
        return SkuOffers.key(create);
    }

    @Override
    Finding judge(CreateRequest create, SkuList all) {
        if (all.isEmpty()) {
            return unknown(
                    create.target(),
                    "The SKU list is empty; SKU " + quoted(create.sku()) + " must be in it.",
                    "Check the SKU by hand.");
        }
        var offers = SkuOffers.of(create, all);
        for (int i = 0; i < offers.size(); i++) {
            if (offers.get(i).restrictions().isEmpty()) {
                return ok(create.target(), "The region offers the SKU.");
            }
        }
        return offers.isEmpty() ? notOffered(create, all) : restricted(create, offers);
    }

    private Finding notOffered(CreateRequest create, SkuList all) {
        var offered = Words.list(SkuOffers.inRegion(create, all).map(SkuOffer::name));
        return blocking(
                create.target(),
                ErrorCode.PREFLIGHT_BLOCKED,
                "Region '" + create.location() + "' does not offer SKU " + quoted(create.sku()) + "; it offers "
                        + (offered.isEmpty() ? "none" : offered) + ".",
                offered.isEmpty() ? "Choose another region." : "Choose a SKU that the region offers.");
    }

    private Finding restricted(CreateRequest create, List<SkuOffer> offers) {
        return blocking(
                create.target(),
                ErrorCode.PREFLIGHT_BLOCKED,
                "SKU " + quoted(create.sku()) + " in region '" + create.location() + "' is restricted ("
                        + Words.list(offers.stream().flatMap(offer -> offer.restrictions().stream()))
                        + "); it must be offered without restriction.",
                "Choose another SKU or region, or ask Azure support to lift the restriction.");
    }
}
