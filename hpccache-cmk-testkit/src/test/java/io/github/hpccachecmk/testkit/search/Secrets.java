package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.journal.Journal;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import io.github.hpccachecmk.testkit.search.Safety.Breach;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks through the whole journal of a life for what must be told nowhere. */
final class Secrets {
    /** A signature of a URL, a header with a token, a private key as PEM or the private part of a JSON web key. */
    private static final Pattern SECRET = Pattern.compile(Watch.SIGNATURE.toLowerCase(Locale.ROOT)
            + "|bearer |authorization:|[?&](?:sig|s)=|private key|\"(?:d|p|q|dp|dq|qi|k)\":");

    private Secrets() {}

    /** The first call of the journal that tells a secret. */
    static Optional<Breach> in(Journal journal) {
        return journal.entries().stream()
                .filter(entry -> isSecret(text(entry)))
                .map(entry -> new Breach(Safety.NO_SECRET_TOLD, "in the journal, call " + entry.sequence()))
                .findFirst();
    }

    static boolean isSecret(String text) {
        return SECRET.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private static String text(JournalEntry entry) {
        return String.join(
                "\n",
                entry.operation(),
                entry.principal(),
                entry.host(),
                entry.path(),
                entry.outcome(),
                entry.correlationId(),
                entry.decidedBy().toString(),
                entry.shown().toString());
    }
}
