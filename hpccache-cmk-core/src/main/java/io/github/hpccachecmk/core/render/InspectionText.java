package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.inspection.IdentityAccess;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.inspection.Problem;
import java.util.Optional;

/**
 * An inspection as text for a terminal: state, key, access, what comes next, and each problem with its remedy. Pure; lines end with a line
 * feed. What others wrote is encoded.
 */
public final class InspectionText {
    private final StringBuilder out = new StringBuilder(2048);

    private InspectionText() {}

    /** The whole inspection; findings that are as needed are only counted. */
    public static String of(Inspection inspection) {
        return new InspectionText().text(inspection);
    }

    private String text(Inspection seen) {
        line(seen.target().kind().displayName() + " " + seen.target());
        line("  encryption     " + seen.encryption());
        line("  state          " + told(seen.provisioningState()) + ", " + told(seen.health()));
        seen.healthTexts().forEach(text -> line("                 " + text));
        line("  key            " + told(seen.key()));
        line("  newest         " + told(seen.newestKey()));
        line("  enabled        " + told(seen.keyEnabled()) + ", expires "
                + seen.keyExpires()
                        .map(at -> at + " (" + seen.daysToExpiry().orElse(0L) + " days)")
                        .orElse("never, as far as known"));
        line("  auto rotation  " + seen.autoRotation().map(Object::toString).orElse("not told"));
        seen.access().forEach(this::access);
        seen.deadline().ifPresent(at -> line("  deadline       " + at));
        line("  next           " + seen.outlook());
        line("Problems: " + (seen.isSound() ? "none" : seen.problems().size()) + ", unknown: "
                + seen.unknowns().size() + ", as needed: " + seen.passed().size());
        seen.problems().forEach(this::problem);
        seen.unknowns().forEach(finding -> line("  UNKNOWN " + finding.rule() + ": " + finding.message()));
        line("Seen at " + seen.observedAt());
        return out.toString();
    }

    private void access(IdentityAccess access) {
        line("  access         " + access.state() + " " + access.identity() + " (principal " + access.principal() + ")"
                + access.since().map(at -> " since " + at + " at the latest").orElse(""));
    }

    private void problem(Problem problem) {
        var finding = problem.finding();
        line("  " + finding.severity() + " " + finding.rule() + ": " + finding.message());
        if (!finding.remedy().isEmpty()) {
            line("    -> " + finding.remedy());
        }
        problem.cure()
                .ifPresent(cure -> line("    -> ready to run: " + cure.kind().wireName() + " of " + cure.subject()));
    }

    private static String told(Optional<?> value) {
        return value.map(Object::toString).orElse("not known");
    }

    /** The only place where text gets out. */
    private void line(String text) {
        out.append(Encoder.TERMINAL.encode(text)).append('\n');
    }
}
