package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new HPC cache is in a region of a list of old; everything else the provider is asked about. */
final class ProfiledRegionRule extends StandardRule {
    private final RegionProfile profile;
    private final TargetRegionRule reported = new TargetRegionRule();

    ProfiledRegionRule(RegionProfile profile) {
        super(
                "target.region",
                Tier.ADVISORY,
                "A new HPC cache is in a region of the profile's list. BLOCKING when it is not.",
                Articles.CACHE_KEYS);
        this.profile = profile;
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        return newCache(situation).isPresent() ? Set.of(targetKey(situation)) : reported.facts(situation);
    }

    @Override
    public List<Finding> judge(Situation situation) {
        return newCache(situation).map(create -> List.of(judge(create))).orElseGet(() -> reported.judge(situation));
    }

    private Finding judge(CreateRequest create) {
        var region = create.location();
        var list = Words.list(profile.regions().stream());
        return Regions.contains(profile.regions(), region)
                ? ok(create.target(), "Region '" + region + "' is in the list " + profile + ".")
                : blocking(
                        create.target(),
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "Region '" + region + "' is not in the list " + profile
                                + ", which the rules were told to hold on to: " + list + ".",
                        "Choose a region from the list, for the vault too, or let the provider's own list count"
                                + " (RegionProfile.AS_REPORTED).");
    }

    private static Optional<CreateRequest> newCache(Situation situation) {
        return situation.request() instanceof CreateRequest create
                        && create.target().kind() == TargetKind.HPC_CACHE
                        && situation.target().isEmpty()
                ? Optional.of(create)
                : Optional.empty();
    }
}
