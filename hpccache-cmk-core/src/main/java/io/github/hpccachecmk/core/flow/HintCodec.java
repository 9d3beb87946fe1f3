package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.report.FlowEvent;
import io.github.hpccachecmk.report.Phase;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Between {@link Memory} and the texts of a {@link Hint}. An entry that cannot be read counts as lost, which is safe. */
final class HintCodec {
    private static final String GRANT = "grant.";
    private static final String SEPARATOR = ",";

    private HintCodec() {}

    static Hint write(Memory memory) {
        var entries = new HashMap<String, String>();
        put(entries, "targetSeenAt", memory.targetSeenAt());
        put(entries, "createSentAt", memory.createSentAt());
        put(entries, "versionSentAt", memory.versionSentAt());
        put(entries, "madeVersion", memory.madeVersion());
        put(entries, "newerSeenAt", memory.newerSeenAt());
        put(entries, "absentSince", memory.absentSince());
        put(entries, "systemPrincipal", memory.systemPrincipal());
        memory.grants()
                .forEach((grant, at) -> entries.put(GRANT + grant.model() + "." + grant.principal(), at.toString()));
        if (memory.lookAtGrants()) {
            entries.put("lookAtGrants", "true");
        }
        // Three tries end this flow; the next one, which somebody begins on purpose, has its own.
        if (memory.rotationTries() > 0 && memory.rotationTries() < ProveRows.MOST_ROTATION_TRIES) {
            entries.put("rotationTries", Integer.toString(memory.rotationTries()));
        }
        if (memory.rotationSeenOn()) {
            entries.put("rotationSeenOn", "true");
        }
        if (memory.resends() > 0) {
            entries.put("resends", Integer.toString(memory.resends()));
        }
        if (memory.phase() != Phase.STARTING) {
            entries.put("phase", memory.phase().name());
            put(entries, "phaseSince", memory.phaseSince());
        }
        if (!memory.told().isEmpty()) {
            var names = new TreeSet<String>();
            memory.told().forEach(event -> names.add(event.name()));
            entries.put("told", String.join(SEPARATOR, names));
        }
        return Hint.of(entries);
    }

    static Memory read(Hint hint) {
        var entries = hint.entries();
        var memory = ImmutableMemory.builder()
                .targetSeenAt(value(entries, "targetSeenAt", Instant::parse))
                .createSentAt(value(entries, "createSentAt", Instant::parse))
                .versionSentAt(value(entries, "versionSentAt", Instant::parse))
                .madeVersion(value(entries, "madeVersion", Function.identity()))
                .newerSeenAt(value(entries, "newerSeenAt", Instant::parse))
                .absentSince(value(entries, "absentSince", Instant::parse))
                .systemPrincipal(value(entries, "systemPrincipal", PrincipalId::of))
                .lookAtGrants(entries.containsKey("lookAtGrants"))
                .rotationSeenOn(entries.containsKey("rotationSeenOn"))
                .rotationTries(value(entries, "rotationTries", Integer::valueOf).orElse(0))
                .resends(value(entries, "resends", Integer::valueOf).orElse(0));
        value(entries, "phase", Phase::valueOf)
                .ifPresent(phase -> memory.phase(phase).phaseSince(value(entries, "phaseSince", Instant::parse)));
        for (var name : entries.keySet()) {
            if (name.startsWith(GRANT)) {
                value(entries, name, Instant::parse)
                        .ifPresent(at -> grant(name).ifPresent(grant -> memory.putGrants(grant, at)));
            }
        }
        for (var name : entries.getOrDefault("told", "").split(SEPARATOR, -1)) {
            value(Map.of("told", name), "told", FlowEvent::valueOf).ifPresent(memory::addTold);
        }
        return memory.build();
    }

    private static Optional<Memory.GrantKey> grant(String name) {
        return value(Map.of(GRANT, name.substring(GRANT.length())), GRANT, text -> {
            int dot = text.indexOf('.');
            return new Memory.GrantKey(
                    AccessModel.valueOf(text.substring(0, Math.max(dot, 0))), PrincipalId.of(text.substring(dot + 1)));
        });
    }

    private static void put(Map<String, String> entries, String name, Optional<?> value) {
        value.ifPresent(present -> entries.put(name, present.toString()));
    }

    private static <T> Optional<T> value(Map<String, String> entries, String name, Function<String, T> parse) {
        var text = entries.get(name);
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeException | CmkException unreadable) {
            // A hint of a newer library, or a damaged one: losing the entry costs time, never safety.
            return Optional.empty();
        }
    }
}
