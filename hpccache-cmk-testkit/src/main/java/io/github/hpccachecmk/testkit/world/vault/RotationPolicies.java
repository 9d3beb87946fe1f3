package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** Rotation policies: what they may say. Limits from Microsoft's article "Configure cryptographic key auto-rotation". */
final class RotationPolicies {
    private static final int SHORTEST_EXPIRY_DAYS = 28;
    private static final List<String> ACTIONS = List.of("rotate", "notify");
    private static final List<String> PERIODS =
            List.of("attributes.expiryTime", "trigger.timeAfterCreate", "trigger.timeBeforeExpiry");

    private RotationPolicies() {}

    static Optional<WireResponse> refuse(Doc policy) {
        Optional<WireResponse> badPeriod = refusePeriods(policy);
        if (badPeriod.isPresent()) {
            return badPeriod;
        }
        for (Doc action : policy.objects("lifetimeActions")) {
            if (!ACTIONS.contains(Doc.lower(action.text("action.type").orElse("")))) {
                return Optional.of(DataErrors.badParameter("The action type '"
                        + action.text("action.type").orElse("") + "' is not supported; use Rotate or Notify."));
            }
            badPeriod = refusePeriods(action);
            if (badPeriod.isPresent()) {
                return badPeriod;
            }
        }
        boolean isTooShort = policy.text("attributes.expiryTime")
                .map(Period::parse)
                .filter(period -> period.toTotalMonths() == 0 && period.getDays() < SHORTEST_EXPIRY_DAYS)
                .isPresent();
        return isTooShort
                ? Optional.of(
                        DataErrors.badParameter("The expiryTime must be at least " + SHORTEST_EXPIRY_DAYS + " days."))
                : Optional.empty();
    }

    /** The policy to keep, with its own dates. */
    static Doc stored(Doc before, Doc policy, Instant now) {
        long created =
                before.number("attributes.created").map(Number::longValue).orElse(now.getEpochSecond());
        return Doc.of("lifetimeActions", policy.list("lifetimeActions"))
                .with(
                        "attributes",
                        policy.object("attributes").with("created", created).with("updated", now.getEpochSecond()));
    }

    private static Optional<WireResponse> refusePeriods(Doc document) {
        return PERIODS.stream()
                .flatMap(path -> document.text(path).stream())
                .filter(text -> !isPeriod(text))
                .findFirst()
                .map(text ->
                        DataErrors.badParameter("'" + text + "' is not an ISO 8601 period of days, months or years."));
    }

    private static boolean isPeriod(String text) {
        try {
            return !Period.parse(text).isNegative();
        } catch (DateTimeException malformed) {
            // What cannot be parsed is no period; the refusal quotes it.
            return false;
        }
    }
}
