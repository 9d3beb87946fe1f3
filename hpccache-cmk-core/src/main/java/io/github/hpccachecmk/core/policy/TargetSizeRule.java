package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.SkuList;
import io.github.hpccachecmk.core.port.SkuOffer;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.request.CreateRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The SKU comes in the size asked for: a cache in one of a few sizes, a file system in steps. */
final class TargetSizeRule extends OfferRule<SkuList> {
    private static final String SIZES = "cache sizes";
    private static final String INCREMENT = "capacity increment";
    private static final int LONGEST_NUMBER = 12;

    TargetSizeRule() {
        super(
                "target.size",
                "The SKU comes in the size asked for, by the region's SKU list. A cache of another size is BLOCKING; a file"
                        + " system whose capacity is not a multiple of the SKU's step is WARNING, since the service rounds"
                        + " up.",
                Articles.CACHE_CREATE);
    }

    @Override
    FactKey<SkuList> key(CreateRequest create) {
        return SkuOffers.key(create);
    }

    @Override
    Finding judge(CreateRequest create, SkuList all) {
        var offers = SkuOffers.of(create, all);
        if (create instanceof CreateEncryptedCache cache) {
            return cache(cache, offers);
        }
        if (create instanceof CreateEncryptedFileSystem fileSystem) {
            return fileSystem(fileSystem, offers);
        }
        return notTold(create, "sizes");
    }

    private Finding cache(CreateEncryptedCache cache, List<SkuOffer> offers) {
        var size = Integer.toString(cache.cacheSizeGb());
        var sizes = new TreeSet<Integer>();
        for (var offer : offers) {
            var list = SkuOffers.capability(offer, SIZES).orElse("");
            for (var item : list.split(",", -1)) {
                if (item.strip().equals(size)) {
                    return ok(cache.target(), "The SKU comes in this size.");
                }
                wholeNumber(item).ifPresent(sizes::add);
            }
        }
        return sizes.isEmpty()
                ? notTold(cache, "sizes")
                : blocking(
                        cache.target(),
                        ErrorCode.PREFLIGHT_BLOCKED,
                        "The cache size is " + size + " GB; SKU " + quoted(cache.sku()) + " comes in "
                                + String.join(
                                        ", ",
                                        sizes.stream().map(String::valueOf).toList()) + " GB.",
                        "Choose one of these sizes, or another SKU.");
    }

    private Finding fileSystem(CreateEncryptedFileSystem fileSystem, List<SkuOffer> offers) {
        for (var offer : offers) {
            var step = SkuOffers.capability(offer, INCREMENT).flatMap(TargetSizeRule::positive);
            if (step.isPresent()) {
                var capacity = BigDecimal.valueOf(fileSystem.storageCapacityTib());
                return capacity.remainder(step.get()).signum() == 0
                        ? ok(fileSystem.target(), "The capacity is a multiple of the SKU's step.")
                        : warning(
                                fileSystem.target(),
                                "The capacity is "
                                        + capacity.stripTrailingZeros().toPlainString() + " TiB; SKU "
                                        + quoted(fileSystem.sku()) + " comes in steps of "
                                        + step.get().stripTrailingZeros().toPlainString()
                                        + " TiB, and the service may round up.",
                                "Choose a multiple of the step.");
            }
        }
        return notTold(fileSystem, "steps");
    }

    private Finding notTold(CreateRequest create, String what) {
        return unknown(
                create.target(),
                "The SKU list does not tell the " + what + " of SKU " + quoted(create.sku()) + " in region '"
                        + create.location() + "'.",
                "Check the size by hand.");
    }

    private static Optional<Integer> wholeNumber(String text) {
        var digits = text.strip();
        return !digits.isEmpty() && digits.length() < 10 && isDigits(digits)
                ? Optional.of(Integer.valueOf(digits))
                : Optional.empty();
    }

    private static Optional<BigDecimal> positive(String text) {
        var digits = text.strip();
        int dot = digits.indexOf('.');
        boolean number = digits.length() <= LONGEST_NUMBER
                && (dot < 0
                        ? isDigits(digits)
                        : isDigits(digits.substring(0, dot)) && isDigits(digits.substring(dot + 1)));
        return number ? Optional.of(new BigDecimal(digits)).filter(value -> value.signum() > 0) : Optional.empty();
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
