package io.github.hpccachecmk.testkit.journal;

import io.github.hpccachecmk.core.render.Encoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** A journal as a Mermaid sequence diagram. Names in it are made up here or encoded, so no text can break out of its place. */
final class SequenceDiagram {
    private final Encoder text = new MermaidText();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final StringBuilder participants = new StringBuilder("sequenceDiagram\n");
    private final StringBuilder messages = new StringBuilder();
    private final Journal journal;

    private SequenceDiagram(Journal journal) {
        this.journal = journal;
    }

    static String of(Journal journal) {
        return new SequenceDiagram(journal).drawn();
    }

    private String drawn() {
        journal.entries().forEach(this::call);
        return participants.append(messages).toString();
    }

    private void call(JournalEntry entry) {
        String caller =
                alias("caller " + entry.principal(), entry.principal().isEmpty() ? "nobody" : entry.principal());
        String service = alias("service " + entry.host(), entry.host());
        message(caller + "->>" + service, journal.elapsed(entry) + " " + entry.operation() + " " + name(entry));
        message(service + "-->>" + caller, entry.told());
    }

    private void message(String arrow, String words) {
        messages.append("    ")
                .append(arrow)
                .append(": ")
                .append(text.encode(words))
                .append('\n');
    }

    private String alias(String key, String name) {
        return aliases.computeIfAbsent(key, unseen -> {
            String alias = "p" + aliases.size();
            participants
                    .append("    participant ")
                    .append(alias)
                    .append(" as ")
                    .append(text.encode(name))
                    .append('\n');
            return alias;
        });
    }

    private static String name(JournalEntry entry) {
        return entry.path().substring(entry.path().lastIndexOf('/') + 1);
    }
}
