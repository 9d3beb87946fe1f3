package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.model.MaintenanceWindow;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;

/** Reads a maintenance window written as {@code SUNDAY@22:30}. */
final class Maintenance {
    private Maintenance() {}

    static MaintenanceWindow parse(String text) {
        var parts = text.split("@", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a day and a time with @ between them");
        }
        return new MaintenanceWindow(DayOfWeek.valueOf(parts[0].toUpperCase(Locale.ROOT)), LocalTime.parse(parts[1]));
    }
}
