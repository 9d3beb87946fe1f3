package io.github.hpccachecmk.testkit.junit;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * The world of one test.
 *
 * @param seed what it was made from
 * @param azure the world
 * @param keys the SDK over it
 */
record TestWorld(long seed, FakeAzure azure, CustomerManagedKeys keys) {
    private static final Namespace NAMESPACE = Namespace.create(TestWorld.class);

    /** The world of the test that is running; made when first asked for. */
    static TestWorld of(ExtensionContext context) {
        ExtensionContext test = test(context)
                .orElseThrow(() -> new ParameterResolutionException("A world belongs to one test and "
                        + context.getDisplayName() + " is shared by several; legal are parameters of test methods, of"
                        + " @BeforeEach and @AfterEach methods, and of constructors of classes with one instance a test."
                        + " Take the parameter there"));
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestWorld.class, type -> made(Seeds.of(test)), TestWorld.class);
    }

    /** The world of a test that has ended, if it had asked for one. */
    static Optional<TestWorld> ifMade(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(TestWorld.class, TestWorld.class));
    }

    private static TestWorld made(long seed) {
        FakeAzure azure = FakeAzure.create(seed);
        return new TestWorld(seed, azure, azure.customerManagedKeys());
    }

    /** The context of the test method: a world kept in one around it would be shared. */
    private static Optional<ExtensionContext> test(ExtensionContext context) {
        return Optional.of(context)
                .filter(candidate -> candidate.getTestMethod().isPresent());
    }
}
