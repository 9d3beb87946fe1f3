package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.core.render.PlainText;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.TargetKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the user asked for, checked. Immutable. */
final class Options {
    /** Properties of the build that share the prefix. */
    private static final Set<String> OF_THE_BUILD =
            Set.of("cmk.main", "cmk.test.jvm", "cmk.spec.dir", "cmk.build.directory", "cmk.lint", "cmk.doclint");

    private static final String PREFIX = "cmk.";

    private final Map<Option, String> values;

    private Options(Map<Option, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads options given as system properties ({@code -Dcmk.target=cache}) and as arguments ({@code --cmk.target=cache}),
     * which win.
     *
     * @throws UsageException when an option is unknown, has not its form, or means nothing where it is given
     */
    static Options read(Map<String, String> properties, Collection<String> arguments) {
        var problems = new ArrayList<String>();
        var given = new TreeMap<String, String>();
        properties.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !OF_THE_BUILD.contains(name)) {
                given.put(name, value);
            }
        });
        for (var argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                problems.add("'" + PlainText.shown(argument) + "' is no option; options look like --cmk.target=cache");
            } else {
                given.put(argument.substring(2, equals), argument.substring(equals + 1));
            }
        }
        var values = new EnumMap<Option, String>(Option.class);
        given.forEach((name, value) -> Option.ofProperty(name)
                .ifPresentOrElse(
                        option -> values.put(option, value),
                        () -> problems.add("there is no option " + PlainText.shown(name) + "; see the list below")));
        var options = new Options(values);
        options.check(problems);
        return options;
    }

    private void check(List<String> problems) {
        new TreeMap<>(values).forEach((option, value) -> {
            try {
                option.check(value);
            } catch (RuntimeException malformed) {
                problems.add(option.property() + " is '" + PlainText.shown(value) + "'; legal is: " + option.form()
                        + because(malformed));
            }
            if (option.scope() == Option.Scope.REAL && !isReal()) {
                problems.add(option.property() + " means something only with -D" + Option.AZURE.property() + "=real");
            }
            if (option.scope() == Option.Scope.FAKE && isReal()) {
                problems.add(option.property() + " means something only without a real Azure, which has its own");
            }
        });
        if (target() == TargetKind.MANAGED_LUSTRE && is(Option.IDENTITY, "system")) {
            problems.add(Option.IDENTITY.property() + " is 'system'; a " + target().displayName() + " has only user");
        }
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
    }

    private static String because(RuntimeException malformed) {
        var message = malformed.getMessage();
        return message == null ? "" : " (" + PlainText.shown(message) + ")";
    }

    Optional<String> get(Option option) {
        return Optional.ofNullable(values.get(option));
    }

    /**
     * The value of an option that was checked to be there.
     *
     * @throws UsageException when it is missing after all
     */
    String required(Option option) {
        return get(option).orElseThrow(() -> new UsageException(List.of(missing(option))));
    }

    /** How a missing option is named to people. */
    static String missing(Option option) {
        return String.format(Locale.ROOT, "missing: %-22s %s", "-D" + option.property() + "=", option.form());
    }

    boolean isReal() {
        return is(Option.AZURE, "real");
    }

    boolean planOnly() {
        return is(Option.PLAN_ONLY, "true");
    }

    TargetKind target() {
        return is(Option.TARGET, "filesystem") ? TargetKind.MANAGED_LUSTRE : TargetKind.HPC_CACHE;
    }

    boolean userAssigned() {
        return target() == TargetKind.MANAGED_LUSTRE || is(Option.IDENTITY, "user");
    }

    AccessModel access() {
        return is(Option.ACCESS, "rbac") ? AccessModel.RBAC : AccessModel.ACCESS_POLICY;
    }

    boolean is(Option option, String value) {
        return value.equals(values.get(option));
    }
}
