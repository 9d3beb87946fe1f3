package io.github.hpccachecmk.testkit.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** {@code systemData}: who made and who changed a resource, and when. */
public final class SystemData {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SystemData() {}

    /** Of a resource that a call makes. */
    public static Doc created(Call call) {
        return Doc.of(
                        "createdBy", call.caller().name(),
                        "createdByType", "Application",
                        "createdAt", time(call.now()))
                .withAll(modification(call));
    }

    /** Of a resource that a call changes. */
    public static Doc modified(Doc before, Call call) {
        return before.withAll(modification(call));
    }

    /** A time with milliseconds and {@code Z}. */
    public static String time(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    private static Doc modification(Call call) {
        return Doc.of(
                "lastModifiedBy", call.caller().name(),
                "lastModifiedByType", "Application",
                "lastModifiedAt", time(call.now()));
    }
}
