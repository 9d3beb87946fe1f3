package io.github.hpccachecmk.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.error.ErrorCode.Recovery;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCode_saysWhatItMeansWhatToDoAndWhetherToTryAgain(ErrorCode code) {
        assertThat(code.recovery()).isNotNull();
        assertThat(code.remedy()).matches("\\S.*[.]");
        assertThat(code.description()).matches("\\S.*[.]").doesNotContain("  ");
    }

    @Test
    void descriptions_areAllDifferent() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::description))
                .doesNotHaveDuplicates();
    }

    @Test
    void remedyThatAsksForNothing_isThatOfACodeWorthTryingAgain() {
        assertThat(Arrays.stream(ErrorCode.values())
                        .filter(code -> code.remedy().startsWith("Nothing:"))
                        .map(ErrorCode::recovery))
                .isNotEmpty()
                .containsOnly(Recovery.TRY_AGAIN);
    }

    @Test
    void badInputAlone_asksForOtherInput() {
        assertThat(Arrays.stream(ErrorCode.values()).filter(code -> code.recovery() == Recovery.FIX_INPUT))
                .containsExactly(ErrorCode.INVALID_INPUT);
    }
}
