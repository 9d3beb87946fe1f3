package io.github.hpccachecmk.model;

import io.github.hpccachecmk.implementation.Checks;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * When the weekly maintenance window of a Managed Lustre file system (30 minutes) begins; the service asks for it at creation.
 * Immutable.
 *
 * @param day the day of the week, in UTC
 * @param timeOfDayUtc the time in UTC, in whole minutes
 */
public record MaintenanceWindow(DayOfWeek day, LocalTime timeOfDayUtc) {
    /**
     * Refuses missing values and parts of a minute.
     *
     * @param day the day of the week, in UTC
     * @param timeOfDayUtc the time in UTC, in whole minutes
     */
    public MaintenanceWindow {
        Checks.present("day of the maintenance window", day, "a day of the week");
        Checks.present("time of the maintenance window", timeOfDayUtc, "a time in UTC such as 22:30");
        if (timeOfDayUtc.getSecond() != 0 || timeOfDayUtc.getNano() != 0) {
            throw Checks.refused(
                    "time of the maintenance window",
                    timeOfDayUtc.toString(),
                    "a time in UTC in whole minutes such as 22:30");
        }
    }
}
