package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.testkit.journal.Journal;
import io.github.hpccachecmk.testkit.world.Timing;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Remote calls are the cost: each variant makes those of its walk and no other. */
class CallBudgetTest {
    private static final Duration LONG = Duration.ofHours(6);

    static Stream<Arguments> all() {
        return Stream.of(Variant.values())
                .flatMap(variant -> Stream.of(Face.values()).map(face -> Arguments.of(variant, face)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("all")
    void approvedJob_makesTheCallsOfItsWalk(Variant variant, Face face) throws InterruptedException {
        var azure = variant.world(1).timing(Timing.immediate());
        var keys = face.keys(azure);
        var request = variant.request(azure);
        var plan = keys.plan(request);
        assertThat(plan.blockers()).isEmpty();
        long before = azure.journal().last();

        keys.begin(request, OperationOptions.approved(plan)).await(LONG);

        var made = azure.journal().after(before);
        assertThat(counts(made)).as(made.timeline()).isEqualTo(named(variant.calls()));
        assertThat(plan.expectedCalls())
                .as("expected by the plan")
                .isEqualTo(made.entries().size() - extraLooks(variant));
        assertThat(made.writes()).hasSameSizeAs(plan.writes());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("all")
    void jobRunAgain_readsOnly(Variant variant, Face face) throws InterruptedException {
        var azure = variant.world(1);
        var request = variant.request(azure);
        face.keys(azure).begin(request).await(LONG);
        long before = azure.journal().last();

        var outcome = face.keys(azure).begin(request).await(LONG);

        var made = azure.journal().after(before);
        assertThat(counts(made)).as(made.timeline()).isEqualTo(named(variant.callsAgain()));
        assertThat(outcome.writes()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("all")
    void plan_sendsReadsOnly(Variant variant, Face face) {
        var azure = variant.world(1);
        var world = azure.world();
        var request = variant.request(azure);
        long before = azure.journal().last();

        face.keys(azure).plan(request);

        assertThat(azure.journal().after(before).writes()).isEmpty();
        assertThat(azure.world()).isEqualTo(world);
    }

    /** A settle window is a wait, and a plan counts no polls: every read that is made once more after it. */
    private static int extraLooks(Variant variant) {
        return variant.calls().getOrDefault(PortOperation.LIST_TARGETS, 0) > 1 ? (variant.isRbac() ? 6 : 5) : 0;
    }

    private static Map<String, Integer> counts(Journal journal) {
        return new TreeMap<>(journal.countByOperation());
    }

    private static Map<String, Integer> named(Map<PortOperation, Integer> calls) {
        var named = new TreeMap<String, Integer>();
        calls.forEach((operation, count) -> named.put(operation.name(), count));
        return named;
    }
}
