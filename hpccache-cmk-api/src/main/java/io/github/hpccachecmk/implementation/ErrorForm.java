package io.github.hpccachecmk.implementation;

import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import java.util.Map;

/** The portable form of an error, as part of the forms of results. Kept beside the error, whose package knows no forms. */
public final class ErrorForm {
    private ErrorForm() {}

    /**
     * Writes an error.
     *
     * @param error the error
     * @return text members only, absent ones left out
     */
    public static Map<String, Object> write(CmkError error) {
        return new FormWriter()
                .plain("code", error.code().name())
                .plain("message", error.message())
                .plain("remedy", error.remedy())
                .textIfPresent("serviceCode", error.serviceCode())
                .textIfPresent("requestId", error.requestId())
                .textIfPresent("correlationId", error.correlationId())
                .done();
    }

    /**
     * Reads an error.
     *
     * @param form what {@link #write} gave
     * @return an equal error
     * @throws io.github.hpccachecmk.error.InvalidInputException when a member is missing, malformed or unknown
     */
    public static CmkError read(Map<String, ?> form) {
        var in = new FormReader("error", form);
        var error = new CmkError(
                in.constant("code", ErrorCode.class),
                in.text("message"),
                in.text("remedy"),
                in.optionalText("serviceCode"),
                in.optionalText("requestId"),
                in.optionalText("correlationId"));
        in.end();
        return error;
    }
}
