package io.github.hpccachecmk.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test an Azure in memory of its own. On a class it counts for all of its tests, nested classes included; on a
 * method for this one; it can be put on annotations of your own.
 *
 * <p>Test methods, {@code @BeforeEach} and {@code @AfterEach} methods, and constructors of test classes with one instance a
 * test, can have parameters of the types {@link io.github.hpccachecmk.testkit.FakeAzure}, {@link
 * io.github.hpccachecmk.CustomerManagedKeys} (the SDK over that Azure, as its owner), {@link
 * io.github.hpccachecmk.testkit.VirtualPacing}, {@link io.github.hpccachecmk.testkit.fault.Faults} and, with azure-core on the
 * class path, {@link io.github.hpccachecmk.testkit.http.HttpFace}. All of one test are of the same world; each invocation of a
 * parameterized or repeated test is a test of its own; the dynamic tests of one factory share its world. No world outlives its
 * test, so {@code @BeforeAll} cannot have one. Tests may run in parallel.
 *
 * <p>The ids of a world come from its seed: that of the nearest annotation, else of the property or JUnit configuration
 * parameter {@value #SEED_PROPERTY}, else one made of the test's own id, so that it differs from test to test and is the same in
 * each run; whoever wants other worlds in each run gives each a name of its own with {@value #RUN_PROPERTY}, say the number of
 * the build. When a test fails, its failure carries a
 * suppressed {@link WorldReport} with the seed, how to run the test again with it, the calls, what became different, and a
 * Mermaid diagram; the same is published as report entries.
 *
 * <p>Works with JUnit 5.14 and 6. Needs junit-jupiter-api.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith({CmkExtension.class, HttpFaceExtension.class})
public @interface CmkTest {
    /** The system property or JUnit configuration parameter with the seed of all worlds whose annotation names none. */
    String SEED_PROPERTY = "cmk.seed";

    /** The system property or JUnit configuration parameter with the name of a run: any text, empty unless set. */
    String RUN_PROPERTY = "cmk.run";

    /** Stands for a seed that differs from test to test. */
    long ANY_SEED = Long.MIN_VALUE;

    /** The seed of the world. */
    long seed() default ANY_SEED;
}
