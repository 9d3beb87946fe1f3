package io.github.hpccachecmk.testkit.junit;

import static io.github.hpccachecmk.testkit.junit.CmkTest.ANY_SEED;
import static io.github.hpccachecmk.testkit.junit.CmkTest.RUN_PROPERTY;
import static io.github.hpccachecmk.testkit.junit.CmkTest.SEED_PROPERTY;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the seed of a test's world. */
final class Seeds {
    private static final long LARGEST = 999_999_999_999L;
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    static long of(ExtensionContext test) {
        return annotated(test).orElseGet(() -> configured(test).orElseGet(() -> any(test)));
    }

    private static OptionalLong annotated(ExtensionContext test) {
        return places(test).stream()
                .flatMap(place -> AnnotationSupport.findAnnotation(place, CmkTest.class).stream())
                .mapToLong(CmkTest::seed)
                .filter(seed -> seed != ANY_SEED)
                .findFirst();
    }

    /** The method, its class, and the classes around that, the nearest first. */
    private static List<AnnotatedElement> places(ExtensionContext test) {
        List<AnnotatedElement> places = new ArrayList<>();
        test.getTestMethod().ifPresent(places::add);
        test.getTestClass().ifPresent(places::add);
        List<Class<?>> enclosing = test.getEnclosingTestClasses();
        for (int i = enclosing.size() - 1; i >= 0; i--) {
            places.add(enclosing.get(i));
        }
        return places;
    }

    private static OptionalLong configured(ExtensionContext test) {
        return test.getConfigurationParameter(SEED_PROPERTY).map(Seeds::parsed).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private static long parsed(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    SEED_PROPERTY + " is '" + text + "'; legal is a whole number, as a failed test prints it", e);
        }
    }

    /** From what names the run and the test's own id: tests differ, their order does not matter, and no chance is drawn. */
    private static long any(ExtensionContext test) {
        String run = test.getConfigurationParameter(RUN_PROPERTY).orElse("");
        long mixed = (run.hashCode() * 31L + test.getUniqueId().hashCode()) * GOLDEN_RATIO;
        return 1 + Math.floorMod(mixed ^ (mixed >>> 32), LARGEST);
    }
}
