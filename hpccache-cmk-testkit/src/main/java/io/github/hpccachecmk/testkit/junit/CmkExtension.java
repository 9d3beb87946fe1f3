package io.github.hpccachecmk.testkit.junit;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.VirtualPacing;
import io.github.hpccachecmk.testkit.fault.Faults;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** What {@link CmkTest} does; keeps nothing itself. Thread-safe. */
public final class CmkExtension implements ParameterResolver, AfterEachCallback, InvocationInterceptor {
    private static final Map<Class<?>, Function<TestWorld, Object>> PARAMETERS = Map.of(
            FakeAzure.class,
            TestWorld::azure,
            CustomerManagedKeys.class,
            TestWorld::keys,
            VirtualPacing.class,
            world -> world.azure().pacing(),
            Faults.class,
            world -> world.azure().faults());

    /** For JUnit. */
    public CmkExtension() {}

    /** A constructor is called for one test, and its parameters are of that test's world. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestWorld world = TestWorld.of(context);
        return Optional.ofNullable(PARAMETERS.get(parameter.getParameter().getType()))
                .map(part -> part.apply(world))
                .orElseThrow(() -> new ParameterResolutionException("No part of a world: " + parameter));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(failure -> report(context, failure));
    }

    /** A factory has ended well when one of its tests fails. */
    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            report(context, failure);
            throw failure;
        }
    }

    private static void report(ExtensionContext context, Throwable failure) {
        if (failure instanceof TestAbortedException) {
            return;
        }
        TestWorld.ifMade(context).ifPresent(world -> {
            Map<String, String> entries = new LinkedHashMap<>();
            entries.put(CmkTest.SEED_PROPERTY, String.valueOf(world.seed()));
            entries.put("cmk.replay", replay(context, world));
            entries.put("cmk.transcript", world.azure().transcript());
            context.publishReportEntry(entries);
            failure.addSuppressed(
                    new WorldReport("The world of this test had the seed " + world.seed() + "; again with it: "
                            + replay(context, world) + "\n\n" + world.azure().transcript()));
        });
    }

    private static String replay(ExtensionContext context, TestWorld world) {
        String type = context.getRequiredTestClass().getName();
        String test = context.getTestMethod().map(Method::getName).orElse("");
        return "-D" + CmkTest.SEED_PROPERTY + "=" + world.seed() + " -Dtest=" + type + "#" + test;
    }
}
