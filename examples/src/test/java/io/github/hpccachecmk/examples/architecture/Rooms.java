package io.github.hpccachecmk.examples.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;

/** Names the packages of each module and reads their main classes from the test class path. */
final class Rooms {
    static final String ROOT = "io.github.hpccachecmk";
    static final String CORE = ROOT + ".core..";
    static final String AZURE = ROOT + ".azure..";
    static final String TESTKIT = ROOT + ".testkit..";
    static final String EXAMPLES = ROOT + ".examples..";

    private static final Pattern API = Pattern.compile(
            Pattern.quote(ROOT) + "(\\.(model|request|report|error|inspection|audit|implementation)(\\..*)?)?");

    private Rooms() {}

    static JavaClasses mainClasses() {
        return Holder.CLASSES;
    }

    static DescribedPredicate<JavaClass> inApi() {
        return DescribedPredicate.describe(
                "in the api",
                type -> API.matcher(type.getBaseComponentType().getPackageName())
                        .matches());
    }

    /** Reading the class files takes seconds: once for all rules. */
    private static final class Holder {
        private static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }
}
