package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.audit.AuditReport;
import io.github.hpccachecmk.audit.AuditSummary;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.report.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An audit as CSV (RFC 4180): one line for each problem and each unknown, with the resource repeated, and one for a resource without any. Lines can
 * be written while an audit still runs. Pure; lines end with carriage return and line feed. No cell is a formula.
 */
public final class AuditCsv {
    /** The columns, in their order; their names never change, and new ones are added at the end. */
    private static final List<Column> COLUMNS = List.of(
            new Column("resource", line -> line.row().map(AuditedResource::target)),
            new Column("kind", line -> line.row().map(row -> row.target().kind().displayName())),
            new Column("location", line -> line.row().flatMap(AuditedResource::location)),
            new Column("encryption", line -> line.seen().map(Inspection::encryption)),
            new Column("provisioningState", line -> line.seen().flatMap(Inspection::provisioningState)),
            new Column("health", line -> line.seen().flatMap(Inspection::health)),
            new Column("key", line -> line.seen().flatMap(Inspection::key)),
            new Column("vault", line -> line.seen().flatMap(Inspection::vault)),
            new Column("newestKey", line -> line.seen().flatMap(Inspection::newestKey)),
            new Column("keyEnabled", line -> line.seen().flatMap(Inspection::keyEnabled)),
            new Column("keyExpires", line -> line.seen().flatMap(Inspection::keyExpires)),
            new Column("daysToExpiry", line -> line.seen().flatMap(Inspection::daysToExpiry)),
            new Column("autoRotation", line -> line.seen().flatMap(Inspection::autoRotation)),
            new Column("minutesLeft", line -> line.row().flatMap(AuditedResource::minutesLeft)),
            new Column(
                    "control", line -> line.row().map(row -> row.target().kind().complianceControl())),
            new Column("isCompliant", line -> line.row().flatMap(AuditedResource::isCompliant)),
            new Column("observedAt", line -> line.seen().map(Inspection::observedAt)),
            new Column("source", line -> line.row().map(AuditedResource::source)),
            new Column("severity", line -> line.finding().map(Finding::severity).map(Enum::name)),
            new Column("rule", line -> line.finding().map(Finding::rule)),
            new Column("subject", line -> line.finding().map(Finding::subject)),
            new Column("message", line -> line.finding().map(Finding::message)),
            new Column("remedy", line -> line.finding().map(Finding::remedy)),
            new Column("code", line -> line.finding().flatMap(Finding::code)),
            new Column(
                    "request",
                    line -> line.problem()
                            .flatMap(Problem::cure)
                            .map(cure -> cure.kind().wireName())));

    private AuditCsv() {}

    /** A line before it is cells. */
    private record Line(Optional<AuditedResource> row, Optional<Finding> finding, Optional<Problem> problem) {
        static Line of(AuditedResource row) {
            return new Line(Optional.of(row), Optional.empty(), Optional.empty());
        }

        static Line of(Optional<AuditedResource> row, Finding finding) {
            return new Line(row, Optional.of(finding), Optional.empty());
        }

        static Line of(Optional<AuditedResource> row, Problem problem) {
            return new Line(row, Optional.of(problem.finding()), Optional.of(problem));
        }

        Optional<Inspection> seen() {
            return row.map(AuditedResource::inspection);
        }
    }

    private record Column(String head, Function<Line, Optional<?>> value) {
        /** A number is never a formula, and stays one in a spreadsheet. */
        String cell(Line line) {
            return value.apply(line)
                    .map(told -> told instanceof Number ? told.toString() : Encoder.CSV.encode(told.toString()))
                    .orElse("");
        }
    }

    /** The whole report, what concerns no single resource last. */
    public static String of(AuditReport report) {
        return header()
                + report.resources().stream().map(AuditCsv::lines).collect(Collectors.joining())
                + lines(report.summary());
    }

    /** The line with the names of the columns. */
    public static String header() {
        return joined(COLUMNS.stream().map(Column::head));
    }

    /** The lines of one resource. */
    public static String lines(AuditedResource row) {
        var seen = row.inspection();
        var resource = Optional.of(row);
        var lines = Stream.concat(
                        seen.problems().stream().map(problem -> Line.of(resource, problem)),
                        seen.unknowns().stream().map(finding -> Line.of(resource, finding)))
                .toList();
        return written(lines.isEmpty() ? List.of(Line.of(row)) : lines);
    }

    /** The lines of what concerns no single resource, and of what could not be seen. */
    public static String lines(AuditSummary summary) {
        return written(Stream.concat(
                        summary.elsewhere().stream().map(problem -> Line.of(Optional.empty(), problem)),
                        summary.gaps().stream().map(finding -> Line.of(Optional.empty(), finding)))
                .toList());
    }

    private static String written(List<Line> lines) {
        return lines.stream()
                .map(line -> joined(COLUMNS.stream().map(column -> column.cell(line))))
                .collect(Collectors.joining());
    }

    private static String joined(Stream<String> cells) {
        return cells.collect(Collectors.joining(",", "", "\r\n"));
    }
}
