package io.github.hpccachecmk.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Time, waiting, threads and chance are handed in; only the loopback server of the test kit may start threads itself. */
class PurityRulesTest {
    private static final Map<String, Set<String>> IMPURE = Map.ofEntries(
            Map.entry("java.lang.System", Set.of("nanoTime", "currentTimeMillis")),
            Map.entry("java.lang.Thread", Set.of("sleep", "<init>", "startVirtualThread")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.Random", Set.of("<init>")),
            Map.entry("java.security.SecureRandom", Set.of("<init>")),
            Map.entry("java.util.SplittableRandom", Set.of("<init>")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep")),
            Map.entry("java.util.Date", Set.of("<init>")),
            Map.entry(
                    "java.time.Clock",
                    Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes")));

    private static final Set<String> CLOCK_READERS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime");

    @Test
    void apiAndCore_takeTimeThreadsAndChanceFromOutside() {
        noClasses()
                .that(Rooms.inApi().or(resideInAPackage(Rooms.CORE)))
                .should()
                .accessTargetWhere(impure())
                .allowEmptyShould(true)
                .check(Rooms.mainClasses());
    }

    @Test
    void testkit_takesTimeThreadsAndChanceFromOutside() {
        noClasses()
                .that(resideInAPackage(Rooms.TESTKIT).and(loopback().negate()))
                .should()
                .accessTargetWhere(impure())
                .allowEmptyShould(true)
                .check(Rooms.mainClasses());
    }

    @Test
    void staticFields_neverChange() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .check(Rooms.mainClasses());
    }

    private static DescribedPredicate<JavaClass> loopback() {
        return DescribedPredicate.describe(
                "the loopback server", type -> type.getName().startsWith(Rooms.ROOT + ".testkit.loopback."));
    }

    private static DescribedPredicate<JavaAccess<?>> impure() {
        return DescribedPredicate.describe("a clock, sleep, thread or source of chance of its own", access -> {
            AccessTarget target = access.getTarget();
            String owner = target.getOwner().getName();
            return (IMPURE.getOrDefault(owner, Set.of()).contains(target.getName()) && !isSeeded(owner, access))
                    || readsTheSystemClock(owner, access);
        });
    }

    /** With a seed handed in, the numbers are a function of it. */
    private static boolean isSeeded(String owner, JavaAccess<?> access) {
        return owner.equals("java.util.Random")
                && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget call
                && !call.getRawParameterTypes().isEmpty();
    }

    /** {@code Instant.now()} reads the system's clock, {@code Instant.now(clock)} the one handed in. */
    private static boolean readsTheSystemClock(String owner, JavaAccess<?> access) {
        return CLOCK_READERS.contains(owner)
                && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getName().equals("now")
                && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
    }
}
