package io.github.hpccachecmk.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.SmallFlow;
import io.github.hpccachecmk.testkit.VirtualPacing;
import io.github.hpccachecmk.testkit.fault.Faults;
import io.github.hpccachecmk.testkit.http.HttpFace;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes in a JUnit of their own and looks at what it reports. */
class CmkTestTest {
    @Test
    void everyKindOfTest_hasAWorldOfItsOwnAllOfOnePiece() {
        var run = Run.of(EveryKind.class, Map.of());

        assertThat(run.failures).isEmpty();
        // 1 plain, 2 of parameters, 3 repeated, 1 nested, 2 dynamic of one factory
        assertThat(run.passed).hasSize(9);
        assertThat(run.subscriptions()).hasSize(8);
        assertThat(new HashSet<>(run.subscriptions())).hasSize(8);
    }

    @Test
    void testsInParallel_shareNothing() {
        var run = Run.of(
                EveryKind.class,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent"));

        assertThat(run.failures).isEmpty();
        assertThat(new HashSet<>(run.subscriptions())).hasSize(8);
    }

    @Test
    void failure_carriesSeedReplayCallsChangesAndDiagram() {
        var run = Run.of(Failing.class, Map.of());

        assertThat(run.failures).containsOnlyKeys("onPurpose");
        assertThat(run.failures.get("onPurpose"))
                .hasMessage("on purpose")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(report -> {
                            assertThat(report).isInstanceOf(WorldReport.class);
                            assertThat(report.getMessage())
                                    .contains("-Dcmk.seed=4711 -Dtest=" + Failing.class.getName() + "#onPurpose")
                                    .contains("CREATE_TARGET")
                                    .contains("caches/render-cache")
                                    .contains("sequenceDiagram");
                        }));
        assertThat(run.entries)
                .anySatisfy(entry -> assertThat(entry)
                        .containsEntry("cmk.seed", "4711")
                        .containsKeys("cmk.replay", "cmk.transcript"));
    }

    @Test
    void failureInADynamicTest_carriesTheReportToo() {
        var run = Run.of(FailingFactory.class, Map.of());

        assertThat(run.failures.get("dynamic").getSuppressed()).hasOnlyElementsOfType(WorldReport.class);
    }

    @Test
    void abortedTestAndTestWithoutAWorld_areNotReported() {
        var run = Run.of(NothingToTell.class, Map.of());

        assertThat(run.failures.get("withoutWorld").getSuppressed()).isEmpty();
        assertThat(run.entries).isEmpty();
    }

    @Test
    void seedThatWasPrinted_givesTheSameWorldAgain() {
        var first = Run.of(AnySeed.class, Map.of());
        String seed = first.entries.get(0).get("seed");
        var again = Run.of(AnySeed.class, Map.of(CmkTest.SEED_PROPERTY, seed));

        assertThat(again.subscriptions()).isEqualTo(first.subscriptions());
    }

    @Test
    void runWithoutSeed_hasTheWorldsOfTheRunBeforeUnlessItIsNamedOtherwise() {
        var first = Run.of(AnySeed.class, Map.of());
        var second = Run.of(AnySeed.class, Map.of());
        var named = Run.of(AnySeed.class, Map.of(CmkTest.RUN_PROPERTY, "build 17"));

        assertThat(second.subscriptions()).isEqualTo(first.subscriptions());
        assertThat(named.subscriptions()).isNotEqualTo(first.subscriptions());
    }

    @Test
    void seedOfTheNearestAnnotation_winsOverTheProperty() {
        var run = Run.of(Annotated.class, Map.of(CmkTest.SEED_PROPERTY, "5"));

        assertThat(run.failures).isEmpty();
        assertThat(run.passed).hasSize(3);
    }

    @Test
    void seedThatIsNoNumber_isRefusedWithWhatIsLegal() {
        var run = Run.of(AnySeed.class, Map.of(CmkTest.SEED_PROPERTY, "many"));

        assertThat(run.failures.values())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasStackTraceContaining("cmk.seed is 'many'; legal is a whole number"));
    }

    @Test
    void worldForAllTestsOfAClass_isRefusedWithWhatToDo() {
        var run = Run.of(Shared.class, Map.of());

        assertThat(run.failures.values())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining("A world belongs to one test"));
    }

    private record Run(List<String> passed, Map<String, Throwable> failures, List<Map<String, String>> entries)
            implements TestExecutionListener {
        static Run of(Class<?> tests, Map<String, String> configuration) {
            var run = new Run(
                    java.util.Collections.synchronizedList(new ArrayList<>()),
                    new ConcurrentHashMap<>(),
                    java.util.Collections.synchronizedList(new ArrayList<>()));
            var request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(tests))
                    .configurationParameters(configuration)
                    .build();
            LauncherFactory.create().execute(request, run);
            return run;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failures.put(
                        test.getDisplayName().replaceFirst("\\(.*", ""),
                        result.getThrowable().orElseThrow());
            } else if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                passed.add(test.getUniqueId());
            }
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            entries.add(entry.getKeyValuePairs());
        }

        List<String> subscriptions() {
            return entries.stream()
                    .filter(entry -> entry.containsKey("subscription"))
                    .map(entry -> entry.get("subscription"))
                    .toList();
        }
    }

    @CmkTest
    static class EveryKind {
        private final FakeAzure azure;
        private boolean isChecked;

        EveryKind(FakeAzure azure) {
            this.azure = azure;
        }

        @BeforeEach
        void setUp(FakeAzure same, TestReporter reporter) {
            assertThat(same).isSameAs(azure);
            assertThat(azure.journal().entries()).isEmpty();
            reporter.publishEntry("subscription", azure.subscription());
        }

        @AfterEach
        void tearDown() {
            assertThat(isChecked).isTrue();
        }

        @Test
        void plain(FakeAzure same, CustomerManagedKeys keys, VirtualPacing pacing, Faults faults, HttpFace http)
                throws InterruptedException {
            assertThat(same).isSameAs(azure);
            assertThat(pacing).isSameAs(azure.pacing());
            assertThat(faults).isSameAs(azure.faults());
            SmallFlow.run(azure, keys);
            assertThat(azure.cache(SmallFlow.CACHE).isHealthy()).isTrue();
            assertThat(http.client()).isNotNull();
            isChecked = true;
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void withParameters(String name, FakeAzure same) {
            assertThat(same).isSameAs(azure);
            same.vault("contoso-" + name);
            isChecked = true;
        }

        @RepeatedTest(3)
        void repeated(FakeAzure same) {
            assertThat(same).isSameAs(azure);
            isChecked = true;
        }

        @TestFactory
        Stream<DynamicTest> factory(FakeAzure same) {
            isChecked = true;
            return Stream.of("one", "two")
                    .map(name ->
                            DynamicTest.dynamicTest(name, () -> assertThat(same).isSameAs(azure)));
        }

        @Nested
        class Inner {
            @Test
            void nested(FakeAzure same) {
                assertThat(same).isSameAs(azure);
                isChecked = true;
            }
        }
    }

    static class Failing {
        @Test
        @CmkTest(seed = 4711)
        void onPurpose(FakeAzure azure, CustomerManagedKeys keys) throws InterruptedException {
            SmallFlow.run(azure, keys);
            throw new AssertionError("on purpose");
        }
    }

    static class FailingFactory {
        @TestFactory
        @CmkTest
        Stream<DynamicTest> factory(FakeAzure azure) {
            return Stream.of(DynamicTest.dynamicTest(
                    "dynamic", () -> assertThat(azure.cache("x").exists()).isTrue()));
        }
    }

    @CmkTest
    static class NothingToTell {
        @Test
        void aborted(FakeAzure azure) {
            Assumptions.assumeTrue(azure.cache("x").exists());
        }

        @Test
        void withoutWorld() {
            throw new AssertionError("nothing to do with a world");
        }
    }

    @CmkTest
    static class AnySeed {
        @Test
        void tells(FakeAzure azure, TestReporter reporter) {
            reporter.publishEntry(Map.of(
                    "subscription",
                    azure.subscription(),
                    "seed",
                    String.valueOf(azure.world().settings().seed())));
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @CmkTest(seed = 23)
    @interface OfOurOwn {}

    @CmkTest(seed = 42)
    static class Annotated {
        @Test
        void ofTheClass(FakeAzure azure) {
            assertThat(azure.world().settings().seed()).isEqualTo(42);
        }

        @Test
        @OfOurOwn
        void ofTheMethod(FakeAzure azure) {
            assertThat(azure.world().settings().seed()).isEqualTo(23);
        }

        @Nested
        class Inner {
            @Test
            void ofTheClassAround(FakeAzure azure) {
                assertThat(azure.world().settings().seed()).isEqualTo(42);
            }
        }
    }

    @CmkTest
    static class Shared {
        @BeforeAll
        static void before(FakeAzure azure) {
            assertThat(azure).as("is not to be reached").isNull();
        }

        @Test
        void never() {}
    }
}
