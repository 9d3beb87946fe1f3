package io.github.hpccachecmk.testkit.world.services;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.Fidelity;
import io.github.hpccachecmk.testkit.world.HostKind;
import io.github.hpccachecmk.testkit.world.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes docs/FIDELITY.md from the route table and from the enums of behaviours and changes, with their javadoc. */
final class FidelityDocument {
    private static final String NOT_SERVED = """

            Not served: storage targets, priming jobs and space allocation of caches; import and export jobs of file systems;
            new firmware (an upgrade finds none waiting); secrets, certificates, Managed HSM; backup, restore, release, sign and
            verify of keys; federated credentials; deny assignments; the generic list of resources. They are answered 404 or 405.
            """;

    private static final Path SOURCES =
            Path.of("src", "main", "java", "io", "github", "hpccachecmk", "testkit", "world");
    private static final Pattern CONSTANT = Pattern.compile("/\\*\\*((?:[^*]|\\*(?!/))+)\\*/\\s+([A-Z][A-Z0-9_]+)\\(");
    private static final Pattern LINK = Pattern.compile("\\{@\\w+ ([^}]*)}");

    private FidelityDocument() {}

    static String text() throws IOException {
        List<Route> routes = Services.kernel().routes().rows();
        return """
                # How faithful FakeAzure is

                Everything that FakeAzure does is known from somewhere:

                | mark | means |
                |---|---|
                | documented | Microsoft's articles say so |
                | specified | the REST specification says so |
                | observed | seen in recorded traffic that Microsoft publishes with its SDKs and command line tools |
                | inferred | concluded from the above; may be wrong |

                Every inferred behaviour has a switch: `azure.behaviour(READ_ONLY_MEMBERS_REFUSED, false)`. The journal names the
                inferred ones that decided what a call was answered (`JournalEntry.decidedBy`). A switch that is off by default
                stands for a suspicion that a test can ask for.

                """
                + "## Behaviours\n\n" + count(behaviourMarks(), Behaviour.values().length, "behaviours") + "\n\n"
                + behaviours()
                + "\n## Delays\n\nWhat the services do by themselves, and how long it takes unless a test says otherwise"
                + " (`azure.timing(ROLE_EFFECTIVE, Delay.after(...))`).\n\n" + changes()
                + "\n## Operations\n\n" + operationsText(routes) + "\n\n" + operations(routes)
                + NOT_SERVED + "\nThis page is made from the code itself; a test fails when it differs.\n";
    }

    private static Map<Fidelity, Long> behaviourMarks() {
        return Arrays.stream(Behaviour.values()).collect(counting(Behaviour::fidelity));
    }

    private static <T> java.util.stream.Collector<T, ?, Map<Fidelity, Long>> counting(Function<T, Fidelity> mark) {
        return Collectors.groupingBy(mark, TreeMap::new, Collectors.counting());
    }

    private static String operationsText(List<Route> routes) {
        long names = routes.stream().map(Route::operation).distinct().count();
        return count(
                        routes.stream()
                                .collect(counting(route -> route.provenance().fidelity())),
                        routes.size(),
                        "operations (method and path)")
                + " They have " + names
                + " names in journals and faults. Several api-versions are served; an unknown one is"
                + " refused as Resource Manager does.";
    }

    private static String count(Map<Fidelity, Long> marks, int all, String what) {
        return all + " " + what + ": "
                + marks.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + mark(entry.getKey()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String behaviours() throws IOException {
        Map<String, String> meanings = meanings("Behaviour.java");
        StringBuilder table = new StringBuilder(
                "| switch | what it is when on | mark | by default | source |\n|---|---|---|---|---|\n");
        for (Behaviour behaviour : Behaviour.values()) {
            row(
                    table,
                    "`" + behaviour + "`",
                    meanings.getOrDefault(behaviour.name(), ""),
                    mark(behaviour.fidelity()),
                    behaviour.onByDefault() ? "on" : "off",
                    behaviour.source());
        }
        return table.toString();
    }

    private static String changes() throws IOException {
        Map<String, String> meanings = meanings("Change.java");
        StringBuilder table =
                new StringBuilder("| change | what happens | after | mark | source |\n|---|---|---|---|---|\n");
        for (Change change : Change.values()) {
            row(
                    table,
                    "`" + change + "`",
                    meanings.getOrDefault(change.name(), ""),
                    after(change.usual()),
                    mark(change.fidelity()),
                    change.source());
        }
        return table.toString();
    }

    private static String after(Delay delay) {
        return delay.isManual()
                ? "never by itself"
                : delay.length().isZero() ? "at once" : delay.length().toString();
    }

    private static String operations(List<Route> routes) {
        StringBuilder table = new StringBuilder("| operation | request | mark | source |\n|---|---|---|---|\n");
        for (Route route : routes) {
            String host = route.host() == HostKind.VAULT ? "vault: " : "";
            row(
                    table,
                    "`" + route.operation() + "`",
                    host + "`" + route.method() + " " + route.path() + "`",
                    mark(route.provenance().fidelity()),
                    route.provenance().source());
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ")
                .append(Arrays.stream(cells)
                        .map(cell -> cell.replace("|", "\\|"))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    private static String mark(Fidelity fidelity) {
        return fidelity.name().toLowerCase(Locale.ROOT);
    }

    /** The javadoc of the constants of an enum: the one place that says what they mean. */
    private static Map<String, String> meanings(String file) throws IOException {
        Map<String, String> meanings = new LinkedHashMap<>();
        Matcher constants = CONSTANT.matcher(Files.readString(SOURCES.resolve(file)));
        while (constants.find()) {
            String javadoc =
                    constants.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip();
            meanings.put(constants.group(2), LINK.matcher(javadoc).replaceAll("`$1`"));
        }
        return meanings;
    }
}
