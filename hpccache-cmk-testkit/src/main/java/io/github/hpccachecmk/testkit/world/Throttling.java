package io.github.hpccachecmk.testkit.world;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * ARM's token buckets, one for each subscription, principal and kind of call: reads 250 refilled 25 a second, writes 200
 * refilled 10, deletes 200 refilled 10. Source: Microsoft's article "Understand how Azure Resource Manager throttles
 * requests". And Resource Graph's own: 15 queries in each 5 seconds of a principal. Source: Microsoft's article "Guidance for
 * throttled requests in Azure Resource Graph". An immutable value beside the world, not in it: a read leaves the world as it is.
 *
 * @param buckets by subscription, principal and kind
 * @param quotas by principal
 */
public record Throttling(Table<String, Bucket> buckets, Table<String, Quota> quotas) {
    /** Nothing used yet. */
    public static Throttling fresh() {
        return new Throttling(Table.empty(), Table.empty());
    }

    /**
     * What came of asking for a call.
     *
     * @param after the buckets after it
     * @param refusal the 429 for a call too many
     * @param headers tell what is left
     */
    public record Taken(Throttling after, Optional<WireResponse> refusal, Map<String, String> headers) {
        /** The answer with the headers; the gateway's own refusals carry none, as in recorded traffic. */
        public WireResponse tell(WireResponse response) {
            if (response.header(ArmErrors.FAILURE_CAUSE).isPresent()) {
                return response;
            }
            WireResponse told = response;
            for (Map.Entry<String, String> header : headers.entrySet()) {
                told = told.withHeader(header.getKey(), header.getValue());
            }
            return told;
        }
    }

    /** Takes a call of a row of the table. */
    public Taken take(Route route, WireRequest request, Instant now) {
        return route.path().toString().startsWith(Quota.PATH)
                ? takeQuota(request, now)
                : takeToken(route, request, now);
    }

    private Taken takeQuota(WireRequest request, Instant now) {
        Quota quota = quotas.get(request.principal()).orElse(Quota.fresh(now)).at(now);
        if (quota.isUsedUp()) {
            return new Taken(this, Optional.of(quota.refusal(now)), Map.of());
        }
        Quota less = quota.take();
        return new Taken(
                new Throttling(buckets, quotas.with(request.principal(), less)), Optional.empty(), less.headers(now));
    }

    private Taken takeToken(Route route, WireRequest request, Instant now) {
        String kind = switch (route.effect()) {
            case READ -> "reads";
            case WRITE -> "writes";
            case DELETE -> "deletes";
        };
        String subscription = subscription(request.path());
        String key = subscription + ' ' + request.principal() + ' ' + kind;
        Bucket bucket = buckets.get(key).map(used -> used.at(now)).orElseGet(() -> full(kind, now));
        String header = "x-ms-ratelimit-remaining-subscription-" + kind;
        if (!bucket.hasToken()) {
            return new Taken(this, Optional.of(refusal(kind, subscription, request)), Map.of());
        }
        Bucket less = bucket.take();
        return new Taken(
                new Throttling(buckets.with(key, less), quotas),
                Optional.empty(),
                Map.of(header, Long.toString(less.tokens())));
    }

    private static Bucket full(String kind, Instant now) {
        return kind.equals("reads") ? Bucket.full(250, 25, now) : Bucket.full(200, 10, now);
    }

    private static WireResponse refusal(String kind, String subscription, WireRequest request) {
        return ArmErrors.gateway(
                        429,
                        "SubscriptionRequestsThrottled",
                        "Number of '" + kind + "' requests for subscription '" + subscription + "' actor '"
                                + request.principal() + "' exceeded. Please try again after '1' seconds after"
                                + " additional tokens are available. Refer to https://aka.ms/arm-throttling for"
                                + " additional information.")
                .withHeader("Retry-After", "1");
    }

    private static String subscription(String path) {
        String[] segments = path.split("/", -1);
        return segments.length > 2 && segments[1].equalsIgnoreCase("subscriptions") ? Doc.lower(segments[2]) : "";
    }
}
