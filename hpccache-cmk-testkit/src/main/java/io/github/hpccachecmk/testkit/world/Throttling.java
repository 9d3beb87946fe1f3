package io.github.hpccachecmk.testkit.world;

import java.time.Instant;
import java.util.Optional;

/**
 * ARM's token buckets, one for each subscription, principal and kind of call: reads 250 refilled 25 a second, writes 200
 * refilled 10, deletes 200 refilled 10. Source: Microsoft's article "Understand how Azure Resource Manager throttles
 * requests". An immutable value beside the world, not in it: a read leaves the world as it is.
 *
 * @param buckets by subscription, principal and kind
 */
public record Throttling(Table<String, Bucket> buckets) {
    /** Nothing used yet. */
    public static Throttling fresh() {
        return new Throttling(Table.empty());
    }

    /**
     * What came of asking for a call.
     *
     * @param after the buckets after it
     * @param refusal the 429 for a call too many
     * @param header the header that tells what is left
     * @param left what is left
     */
    public record Taken(Throttling after, Optional<WireResponse> refusal, String header, long left) {
        /** The answer with the header; the gateway's own refusals carry none, as in recorded traffic. */
        public WireResponse tell(WireResponse response) {
            return response.header(ArmErrors.FAILURE_CAUSE).isPresent()
                    ? response
                    : response.withHeader(header, Long.toString(left));
        }
    }

    /** Takes a call of a row of the table. */
    public Taken take(Route route, WireRequest request, Instant now) {
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
            return new Taken(this, Optional.of(refusal(kind, subscription, request)), header, 0);
        }
        Bucket less = bucket.take();
        return new Taken(new Throttling(buckets.with(key, less)), Optional.empty(), header, less.tokens());
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
