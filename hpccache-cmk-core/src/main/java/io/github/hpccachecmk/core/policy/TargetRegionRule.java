package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.ProviderSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.List;
import java.util.Locale;

/** The provider itself offers the resource type in the region. */
final class TargetRegionRule extends OfferRule<ProviderSnapshot> {
    TargetRegionRule() {
        super(
                "target.region",
                "The provider offers the resource type in the region. BLOCKING when it does not.",
                Articles.CACHE_PREREQUISITES);
    }

    @Override
    FactKey<ProviderSnapshot> key(CreateRequest create) {
        return ProviderRegisteredRule.providerKey(create);
    }

    @Override
    Finding judge(CreateRequest create, ProviderSnapshot provider) {
        var type = create.target().kind().resourceType();
        var member = type.substring(type.indexOf('/') + 1).toLowerCase(Locale.ROOT);
        List<String> locations = provider.locations().getOrDefault(member, List.of());
        var region = create.location();
        if (locations.isEmpty()) {
            return unknown(
                    create.target(),
                    "The provider does not tell the regions of " + type + "; region '" + region
                            + "' must be among them.",
                    "Check the region by hand.");
        }
        return Regions.contains(locations, region)
                ? ok(create.target(), "Region '" + region + "' has " + type + ".")
                : blocking(
                        create.target(),
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "Region '" + region + "' does not have " + type + "; these do: "
                                + Words.list(locations.stream().map(Regions::name)) + ".",
                        "Choose a region from the list, for the vault too.");
    }
}
