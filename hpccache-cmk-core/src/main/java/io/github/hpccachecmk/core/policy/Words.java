package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.render.PlainText;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists in sentences. */
final class Words {
    private static final int LONGEST = 40;

    private Words() {}

    /** Distinct, sorted, made harmless, cut with an ellipsis when there are too many to read. */
    static String list(Stream<String> items) {
        var sorted = items.map(PlainText::shown).distinct().sorted().toList();
        var text = sorted.stream().limit(LONGEST).collect(Collectors.joining(", "));
        return sorted.size() > LONGEST ? text + ", …" : text;
    }
}
