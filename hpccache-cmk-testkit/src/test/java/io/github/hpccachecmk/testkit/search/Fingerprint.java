package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.testkit.world.Pending;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes two states the same for a search: everything but generated ids, which count by where they first appear, and
 * times, which count by how long ago they were, in the steps of {@link #STEPS}. 128 bits. Mutable: builds one.
 */
final class Fingerprint {
    /** Seconds between which the flow's windows, limits and doubts lie. */
    static final List<Integer> STEPS = List.of(5, 60, 120, 300, 600, 1800, 5400, 9000);

    private static final Pattern VARIABLE = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}");
    private static final int MOST_REMEMBERED = 20_000;

    /** A text in pieces: what is fixed as a hash, what varies as it is. */
    private record Piece(long hash, String id, Instant time) {}

    /** The sum. */
    record Key(long first, long second) {}

    private final IdentityHashMap<Object, List<Piece>> known;
    private final Instant now;
    private final Map<String, Integer> ids = new HashMap<>();
    private long first = 17;
    private long second = 31;

    private Fingerprint(IdentityHashMap<Object, List<Piece>> known, Instant now) {
        this.known = known;
        this.now = now;
    }

    /** Makes fingerprints and remembers what parts of worlds look like. For one thread. */
    static final class Maker {
        private final IdentityHashMap<Object, List<Piece>> known = new IdentityHashMap<>();

        Fingerprint at(Instant now) {
            if (known.size() > MOST_REMEMBERED) {
                known.clear();
            }
            return new Fingerprint(known, now);
        }
    }

    Fingerprint add(World world) {
        world.below("").forEach(this::add);
        for (var pending : world.pending()) {
            add(pending);
        }
        return this;
    }

    private void add(Resource resource) {
        pieces(known.computeIfAbsent(resource, key -> split(resource.id() + resource.document() + resource.state())));
    }

    private void add(Pending pending) {
        pieces(known.computeIfAbsent(pending.transition(), key -> split(key.toString())));
        if (pending.isManual()) {
            mix(1);
        } else {
            mix(age(pending.due()));
        }
    }

    /** What was told does not matter to what is done. */
    Fingerprint add(Hint hint) {
        new TreeMap<>(hint.entries()).forEach((name, value) -> {
            if (!name.equals("told")) {
                pieces(split(name + '=' + value));
            }
        });
        return add(-1);
    }

    Fingerprint add(long value) {
        mix(value);
        return this;
    }

    Fingerprint add(Instant time) {
        mix(age(time));
        return this;
    }

    Key key() {
        return new Key(first, second);
    }

    private void pieces(List<Piece> pieces) {
        for (var piece : pieces) {
            mix(piece.hash());
            if (!piece.id().isEmpty()) {
                var number = ids.get(piece.id());
                if (number == null) {
                    number = ids.size();
                    ids.put(piece.id(), number);
                }
                mix(number);
            } else if (!piece.time().equals(Instant.MIN)) {
                mix(age(piece.time()));
            }
        }
    }

    private int age(Instant time) {
        long seconds = time.equals(Instant.MAX)
                ? Long.MAX_VALUE
                : Duration.between(time, now).toSeconds();
        long length = Math.abs(seconds);
        int step = 1;
        for (int limit : STEPS) {
            if (length <= limit) {
                break;
            }
            step++;
        }
        return seconds < -STEPS.get(0) ? -step : step;
    }

    private static List<Piece> split(String text) {
        var pieces = new ArrayList<Piece>();
        Matcher matcher = VARIABLE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            var found = matcher.group();
            boolean isTime = found.endsWith("Z");
            pieces.add(new Piece(
                    hash(text.substring(from, matcher.start())),
                    isTime ? "" : found,
                    isTime ? Instant.parse(found) : Instant.MIN));
            from = matcher.end();
        }
        pieces.add(new Piece(hash(text.substring(from)), "", Instant.MIN));
        return pieces;
    }

    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    private void mix(long value) {
        first = scramble(first * 0x9E3779B97F4A7C15L + value);
        second = scramble(second * 0xC2B2AE3D27D4EB4FL ^ value);
    }

    private static long scramble(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
