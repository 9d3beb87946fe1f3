package io.github.hpccachecmk.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.ValueContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CmkErrorTest {
    private static final Optional<String> NONE = Optional.empty();

    @Test
    void error_countsEachMember() {
        ValueContract.check(
                () -> error(ErrorCode.CONFLICT, "m", "r", "s", "q", "c"),
                List.of(
                        error(ErrorCode.REFUSED, "m", "r", "s", "q", "c"),
                        error(ErrorCode.CONFLICT, "n", "r", "s", "q", "c"),
                        error(ErrorCode.CONFLICT, "m", "t", "s", "q", "c"),
                        error(ErrorCode.CONFLICT, "m", "r", "t", "q", "c"),
                        error(ErrorCode.CONFLICT, "m", "r", "s", "t", "c"),
                        error(ErrorCode.CONFLICT, "m", "r", "s", "q", "t"),
                        new CmkError(ErrorCode.CONFLICT, "m", "r", NONE, Optional.of("q"), Optional.of("c")),
                        new CmkError(ErrorCode.CONFLICT, "m", "r", Optional.of("s"), NONE, Optional.of("c")),
                        new CmkError(ErrorCode.CONFLICT, "m", "r", Optional.of("s"), Optional.of("q"), NONE)));
    }

    @Test
    void errorAsText_hasCodeMessageRemedyAndIds() {
        assertThat(error(ErrorCode.POLICY_DENIED, "tag missing", "Add it.", "RequestDisallowedByPolicy", "q-1", "c-1"))
                .hasToString("POLICY_DENIED: tag missing (service code RequestDisallowedByPolicy) Remedy: Add it."
                        + " [request id q-1] [correlation id c-1]");
    }

    @Test
    void errorWithoutTheRest_leavesItOut() {
        assertThat(new CmkError(ErrorCode.CONFLICT, "m", "", NONE, NONE, NONE)).hasToString("CONFLICT: m");
    }

    @Test
    void errorOfACode_hasTheCodesRemedyUntilAMoreExactOneIsGiven() {
        var error = CmkError.of(ErrorCode.SCOPE_LOCKED, "locked");
        assertThat(error)
                .isEqualTo(new CmkError(
                        ErrorCode.SCOPE_LOCKED, "locked", ErrorCode.SCOPE_LOCKED.remedy(), NONE, NONE, NONE));
        var full = error(ErrorCode.SCOPE_LOCKED, "m", "r", "s", "q", "c");
        assertThat(full.withRemedy("Ask Ada."))
                .isEqualTo(error(ErrorCode.SCOPE_LOCKED, "m", "Ask Ada.", "s", "q", "c"));
    }

    static Stream<CmkException> exceptions() {
        var error = CmkError.of(ErrorCode.REFUSED, "no");
        return Stream.of(
                new CmkException(error),
                new OperationFailedException(error),
                new OperationCanceledException(error),
                new AwaitTimeoutException(error));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void exception_carriesTheErrorAndShowsAllOfIt(CmkException exception) {
        assertThat(exception.error()).isEqualTo(CmkError.of(ErrorCode.REFUSED, "no"));
        assertThat(exception.code()).isEqualTo(ErrorCode.REFUSED);
        assertThat(exception).hasMessage(exception.error().toString());
    }

    private static CmkError error(
            ErrorCode code, String message, String remedy, String serviceCode, String request, String correlation) {
        return new CmkError(
                code, message, remedy, Optional.of(serviceCode), Optional.of(request), Optional.of(correlation));
    }
}
