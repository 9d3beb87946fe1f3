package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.Usage;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.List;

/** The region has room for one more under the subscription's quota. */
final class TargetQuotaRule extends OfferRule<List<Usage>> {
    TargetQuotaRule() {
        super(
                "target.quota",
                "The subscription's quota in the region has room for one more. BLOCKING when it is used up.",
                Articles.QUOTAS);
    }

    @Override
    FactKey<List<Usage>> key(CreateRequest create) {
        return new FactKey.Usages(create.target().subscription(), create.location());
    }

    @Override
    Finding judge(CreateRequest create, List<Usage> usages) {
        var name = KindTraits.of(create.target().kind()).usageName();
        for (int i = 0; i < usages.size(); i++) {
            if (usages.get(i).name().equalsIgnoreCase(name)) {
                return judge(create, usages.get(i));
            }
        }
        return unknown(
                create.target(),
                "The region's usages do not tell the quota '" + name + "'; there must be room for one more.",
                "Check the quota by hand.");
    }

    private Finding judge(CreateRequest create, Usage usage) {
        var kind = create.target().kind().displayName();
        var text = usage.current() + " of " + usage.limit() + " " + kind + "s are used in region '" + create.location()
                + "'";
        return usage.current() < usage.limit()
                ? ok(create.target(), text + ".")
                : blocking(
                        create.target(),
                        ErrorCode.LIMIT_REACHED,
                        text + "; there must be room for one more.",
                        "Delete one that is not needed, ask Azure support for a higher quota, or choose another region.");
    }
}
