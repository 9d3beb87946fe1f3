package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.world.storagecache.Targets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Locale;

/** A path as a timeline for people: every move is made again, with the calls that it made. */
final class Story {
    private final Start start;
    private final Stepping stepping;

    Story(Start start, Stepping stepping) {
        this.start = start;
        this.stepping = stepping;
    }

    String of(Search.Found found) {
        var path = new ArrayDeque<Move>();
        for (var node = found.node();
                node.move().isPresent();
                node = node.parent().orElseThrow()) {
            path.addFirst(node.move().get());
        }
        var text = new StringBuilder(start.sketch() + "\n" + found.breaches() + "\n");
        var node = Node.first(start);
        for (var move : path) {
            var step = stepping.make(node, move);
            node = step.node();
            text.append(line(Duration.between(start.now(), node.now()), move));
            step.calls()
                    .forEach(call -> text.append("                  ")
                            .append(call.operation())
                            .append(" -> ")
                            .append(call.told())
                            .append('\n'));
            step.result()
                    .ifPresent(result -> text.append("               => ")
                            .append(result.state())
                            .append(' ')
                            .append(result.status().phase())
                            .append(": ")
                            .append(result.status().message())
                            .append(result.error()
                                    .map(error -> " [" + error.code() + "]")
                                    .orElse(""))
                            .append('\n'));
            text.append("               resource ")
                    .append(new Truth(node.world(), start)
                            .target()
                            .map(state -> state.phase().toString())
                            .orElse("absent"))
                    .append(' ')
                    .append(Targets.shown(node.world(), start.target())
                            .text("properties.health.state")
                            .orElse(""))
                    .append('\n');
        }
        return text.toString();
    }

    private static String line(Duration since, Move move) {
        return String.format(
                Locale.ROOT,
                "+%d:%02d:%02d  %s%n",
                since.toHours(),
                since.toMinutesPart(),
                since.toSecondsPart(),
                move);
    }
}
