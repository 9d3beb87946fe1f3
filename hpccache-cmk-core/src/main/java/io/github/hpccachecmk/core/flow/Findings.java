package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.failure.Diagnosis;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.util.Optional;

/** Blocking findings that the flow itself makes, beside those of the rules. */
final class Findings {
    private Findings() {}

    static Finding blocking(String row, String subject, ErrorCode code, String message, String remedy) {
        return new Finding(
                "flow." + row, Severity.BLOCKING, subject, message, remedy, Optional.of(code), Optional.empty());
    }

    static Finding blocking(String row, String subject, ErrorCode code, String message) {
        return blocking(row, subject, code, message, code.remedy());
    }

    /** What a failed call means, as something to act on. */
    static Finding of(String row, Diagnosis diagnosis) {
        return blocking(row, diagnosis.failure().scope(), diagnosis.code(), diagnosis.message(), diagnosis.remedy());
    }
}
