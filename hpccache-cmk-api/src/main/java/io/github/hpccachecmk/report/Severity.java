package io.github.hpccachecmk.report;

/** How much a finding matters, most severe first: the natural order is the order of a report. */
public enum Severity {
    /** Nothing is written while it stands. */
    BLOCKING,
    /** Could not be read, so nothing is claimed. */
    UNKNOWN,
    /** Works, but somebody should look. */
    WARNING,
    /** Not as needed yet; a planned write sets it right. */
    WILL_FIX,
    /** As needed. */
    OK
}
