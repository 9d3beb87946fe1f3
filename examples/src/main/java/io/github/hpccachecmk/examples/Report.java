package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.core.render.PlainText;
import io.github.hpccachecmk.core.render.PlanText;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Plan;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what a person wants to see of a job. Text that others wrote is made harmless first. */
final class Report {
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void heading(Options options) {
        var kind = options.target();
        title("New " + kind.displayName() + " under a customer-managed key");
        if (options.isReal()) {
            row("Azure", "the real one, cloud " + RealRequest.cloud(options) + ", signed in by DefaultAzureCredential");
        } else {
            row("Azure", "in memory: the Azure SDK's own clients over FakeAzure's HTTP transport, in virtual time");
            row(
                    "vault",
                    "access model " + options.access() + ", purge protection still off, consent to switch it on given");
        }
        if (options.isReal()) {
            row("consent", consent(options));
        }
        row("identity", options.userAssigned() ? "user-assigned" : "system-assigned");
        if (kind == TargetKind.HPC_CACHE) {
            retirement(options);
        }
        out.println();
    }

    private static String consent(Options options) {
        return options.get(Option.PURGE_PROTECTION_CONSENT)
                .map(vault -> "purge protection, which cannot be undone, may be switched on in " + vault)
                .orElse(
                        "none, so purge protection has to be on already; to allow switching it on, which cannot be undone,"
                                + " name the vault: -D" + Option.PURGE_PROTECTION_CONSENT.property() + "={vault id}");
    }

    private void retirement(Options options) {
        if (options.isReal()) {
            row("NOTE", "Azure HPC Cache was retired on 2025-09-30. Azure refuses new caches since 2025-03-21.");
            row("", "Its successor is Azure Managed Lustre: -D" + Option.TARGET.property() + "=filesystem");
        } else {
            row("note", "The Azure in memory still offers the retired HPC Cache; the real one refuses new ones.");
        }
    }

    void plan(Plan plan) {
        title("Plan");
        out.print(PlanText.of(plan));
        out.println();
    }

    void progressTitle(boolean virtual) {
        title("Progress (" + (virtual ? "virtual" : "real") + " time, elapsed, time left to authorize)");
    }

    void progress(String line) {
        out.println("  " + line);
    }

    void resource(EncryptedResource resource) {
        out.println();
        title("Encrypted " + resource.kind().displayName());
        row("id", resource.target().toString());
        row("key", resource.key().withoutVersion().toString());
        row("version", resource.key().version().orElse("(none)"));
        row("vault", resource.vault().toString());
        row(
                "principals",
                resource.principals().stream().map(PrincipalId::toString).collect(Collectors.joining(", ")));
        row("health", resource.health() + ", provisioning " + resource.provisioningState());
        row("rotation", resource.autoRotation() ? "follows new key versions" : "stays on this key version");
        row("writes", resource.writes().toString());
        out.println();
    }

    void calls(Map<String, Integer> ofPlan, Map<String, Integer> all) {
        title("Remote calls by operation");
        out.printf("  %-28s %6s %6s%n", "", "plan", "flow");
        int planned = 0;
        int total = 0;
        for (var entry : new TreeMap<>(all).entrySet()) {
            int before = ofPlan.getOrDefault(entry.getKey(), 0);
            out.printf("  %-28s %6d %6d%n", PlainText.shown(entry.getKey()), before, entry.getValue() - before);
            planned += before;
            total += entry.getValue();
        }
        out.printf("  %-28s %6d %6d%n%n", "together", planned, total - planned);
    }

    void times(Duration inWorld, Duration wall, boolean virtual) {
        if (virtual) {
            row("virtual time", Clocks.of(inWorld));
        }
        row("wall time", "%d.%03d s".formatted(wall.toSeconds(), wall.toMillisPart()));
    }

    void stoppedAfterPlan(boolean blocked) {
        out.println(
                blocked
                        ? "Stopped: the plan is blocked; nothing was written."
                        : "Stopped after the plan, as asked; nothing was written.");
    }

    void failed(CmkError error) {
        out.println();
        out.println(PlainText.of("FAILED  " + error));
    }

    void refused(List<String> problems) {
        out.println("This cannot run yet; no call was made:");
        problems.forEach(problem -> out.println("  " + PlainText.of(problem)));
        out.println();
        out.println("Options, each as -Dname=value:");
        Arrays.stream(Option.values()).forEach(option -> out.printf("  %-28s %s%n", option.property(), option.form()));
    }

    private void title(String text) {
        out.println(text);
        out.println("-".repeat(text.length()));
    }

    private void row(String name, String value) {
        out.printf("  %-12s %s%n", name, PlainText.of(value));
    }
}
