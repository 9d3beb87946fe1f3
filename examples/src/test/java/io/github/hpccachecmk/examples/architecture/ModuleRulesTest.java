package io.github.hpccachecmk.examples.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom: modules point one way, and optional libraries stay in the packages made for them. */
class ModuleRulesTest {
    private static final DescribedPredicate<JavaClass> ABOVE_API =
            resideInAnyPackage(Rooms.CORE, Rooms.AZURE, Rooms.TESTKIT, Rooms.EXAMPLES);

    @Test
    void api_knowsNothingButTheJdk() {
        check(classes()
                .that(Rooms.inApi())
                .should()
                .onlyDependOnClassesThat(Rooms.inApi()
                        .or(resideInAnyPackage("java..", "org.jspecify.annotations..", "org.immutables.value.."))));
    }

    @Test
    void api_isAtTheBottom() {
        check(noClasses().that(Rooms.inApi()).should().dependOnClassesThat(ABOVE_API));
    }

    @Test
    void core_knowsApiOnly() {
        check(classes()
                .that()
                .resideInAPackage(Rooms.CORE)
                .should()
                .onlyDependOnClassesThat(Rooms.inApi()
                        .or(resideInAnyPackage(
                                Rooms.CORE, "java..", "org.jspecify.annotations..", "org.immutables.value.."))));
    }

    @Test
    void azure_knowsNeitherTestkitNorExamples() {
        check(noClasses()
                .that()
                .resideInAPackage(Rooms.AZURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Rooms.TESTKIT, Rooms.EXAMPLES));
    }

    @Test
    void testkit_knowsNeitherAzureBindingNorExamples() {
        check(noClasses()
                .that()
                .resideInAPackage(Rooms.TESTKIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Rooms.AZURE, Rooms.EXAMPLES));
    }

    @ParameterizedTest
    @CsvSource({
        "com.azure.., io.github.hpccachecmk.testkit.http..,",
        "reactor.., io.github.hpccachecmk.testkit.http..,",
        "org.junit.., io.github.hpccachecmk.testkit.junit.., io.github.hpccachecmk.testkit.contract..",
        "org.assertj.., io.github.hpccachecmk.testkit.assertj.., io.github.hpccachecmk.testkit.contract..",
    })
    void optionalLibrary_onlyInItsPackages(String library, String room, String otherRoom) {
        check(noClasses()
                .that()
                .resideInAPackage(Rooms.TESTKIT)
                .and()
                .resideOutsideOfPackages(room, otherRoom == null ? room : otherRoom)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    @ParameterizedTest
    @ValueSource(strings = {Rooms.CORE, Rooms.AZURE, Rooms.TESTKIT})
    void packagesOfAModule_haveNoCycles(String module) {
        String root = module.substring(0, module.length() - "..".length());
        check(SlicesRuleDefinition.slices().matching(root + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void packagesOfTheApi_haveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(Rooms.ROOT + ".(*)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(Rooms.mainClasses().that(Rooms.inApi()));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(Rooms.mainClasses());
    }
}
