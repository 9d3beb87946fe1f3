package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.audit.AuditVerdict;
import io.github.hpccachecmk.core.port.PortOperation;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An audit of 10,000 caches and file systems and 500 vaults: what it finds, and what it takes. */
class AuditScaleTest {
    private static final int TARGETS = Integer.getInteger("cmk.estate.targets", 10_000);
    private static final int VAULTS = TARGETS / 20;

    @ParameterizedTest
    @EnumSource(Face.class)
    void tenThousandResources_areJudgedInAThousandCalls(Face face) {
        long start = System.nanoTime();
        var azure = Estate.of(TARGETS, VAULTS);
        double built = (System.nanoTime() - start) / 1e9;
        var query = AuditQuery.of(AuditScope.subscription(azure.subscription()));
        var rows = new int[1];
        long before = azure.journal().last();
        long heap = heapOfTheWorld();
        var virtual = azure.now();
        start = System.nanoTime();

        var unknown = new TreeSet<String>();
        var summary = face.keys(azure).audit(query, row -> {
            rows[0]++;
            row.inspection()
                    .unknowns()
                    .forEach(finding ->
                            unknown.add(row.target().name() + " " + finding.rule() + ": " + finding.message()));
        });

        double seconds = (System.nanoTime() - start) / 1e9;
        var calls = new TreeMap<>(azure.journal().after(before).countByOperation());
        int all = calls.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "Audit, %s: %d resources, %d vaults (made in %.1f s): %d calls %s, %.1f s, %d s of the service's time,"
                        + " peak heap %d MB beyond the %d MB of the world; %s %s%n",
                face,
                rows[0],
                VAULTS,
                built,
                all,
                calls,
                seconds,
                Duration.between(virtual, azure.now()).toSeconds(),
                (peakHeap() - heap) >> 20,
                heap >> 20,
                summary.verdict(),
                summary.problemsByRule());
        int each = TARGETS / 100;
        assertThat(rows[0]).isEqualTo(TARGETS);
        assertThat(summary.resources()).isEqualTo(TARGETS);
        assertThat(summary.encrypted()).isEqualTo(TARGETS - 2 * each);
        assertThat(summary.waiting()).isEqualTo(each);
        assertThat(summary.readAgain()).isEqualTo(2 * each);
        assertThat(summary.verdict()).isEqualTo(AuditVerdict.PROBLEMS);
        assertThat(summary.problemsByRule())
                .containsEntry("resource.encryption", 2 * each)
                .containsEntry("resource.waiting", each)
                .containsEntry("access.grant", 2 * each)
                .containsEntry("key.enabled", 2 * each)
                .containsEntry("key.expiry", 2 * each)
                .containsEntry("key.version", each)
                .containsEntry("vault.purge-protection", each);
        assertThat(summary.gaps()).isEmpty();
        assertThat(unknown).isEmpty();
        assertThat(calls.get(PortOperation.GET_KEY.name())).isEqualTo(VAULTS);
        // A query a thousand rows, a read a key and one a resource that looks like trouble, and what decides about
        // those.
        assertThat(all).isLessThan(TARGETS / 10);
    }

    private static long heapOfTheWorld() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        return heap().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }

    private static long peakHeap() {
        return heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
