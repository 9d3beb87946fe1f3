package io.github.hpccachecmk.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.implementation.ErrorForm;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.SampleReports;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidInputExceptionTest {
    @Test
    void message_namesTheValueItsLegalFormAndWhatToDo() {
        var exception = InvalidInputException.of("vault name", "x", "3 to 24 characters");
        assertThat(exception.code()).isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(exception.error().message()).isEqualTo("vault name is 'x'; legal is: 3 to 24 characters");
        assertThat(exception).hasMessageEndingWith("Remedy: " + ErrorCode.INVALID_INPUT.remedy());
    }

    @Test
    void valueThatIsNotThere_isCalledMissing() {
        assertThat(messageOf(null)).isEqualTo("w is missing; legal is: l");
        assertThat(messageOf("")).isEqualTo("w is ''; legal is: l");
        assertThat(messageOf(42)).isEqualTo("w is '42'; legal is: l");
    }

    @ParameterizedTest
    @CsvSource({
        "0, \\u0000",
        "A, \\u000a",
        "1B, \\u001b",
        "7F, \\u007f",
        "85, \\u0085",
        "AD, \\u00ad",
        "200B, \\u200b",
        "202E, \\u202e",
        "2028, \\u2028",
        "2029, \\u2029",
        "2066, \\u2066",
        "FEFF, \\ufeff",
        "D800, \\ud800",
        "DC00, \\udc00",
        "E0001, \\ue0001"
    })
    void characterThatCouldForgeTheMessage_isEscaped(String hexadecimal, String shown) {
        var value = "a" + Character.toString(Integer.parseInt(hexadecimal, 16)) + "b";
        assertThat(messageOf(value)).isEqualTo("w is 'a" + shown + "b'; legal is: l");
    }

    @ParameterizedTest
    @ValueSource(strings = {"größe", "レンダー", "\ud83d\ude00"})
    void printableCharacters_areShownAsTheyAre(String value) {
        assertThat(messageOf(value)).isEqualTo("w is '" + value + "'; legal is: l");
    }

    @Test
    void longValue_isCutAfterTwoHundredCharacters() {
        assertThat(messageOf("x".repeat(200))).isEqualTo("w is '" + "x".repeat(200) + "'; legal is: l");
        assertThat(messageOf("x".repeat(201))).isEqualTo("w is '" + "x".repeat(200) + "…'; legal is: l");
        var smile = "\ud83d\ude00";
        assertThat(messageOf(smile.repeat(300))).isEqualTo("w is '" + smile.repeat(200) + "…'; legal is: l");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso-cmk.vault.azure.net/keys/k?sig=CANARY",
                "https://contoso-cmk.vault.azure.net/keys/k#CANARY",
                "https://ada:CANARY@contoso-cmk.vault.azure.net/keys/k"
            })
    void secretInAUrl_staysOutOfExceptionAndError(String url) {
        var refusedUrl = catchThrowableOfType(InvalidInputException.class, () -> KeyUrl.parse(url));
        var form =
                new LinkedHashMap<String, Object>(SampleReports.plan().build().toMap());
        form.put("madeAt", url);
        var refusedForm = catchThrowableOfType(InvalidInputException.class, () -> Plan.fromMap(form));
        for (var refused : new InvalidInputException[] {refusedUrl, refusedForm}) {
            assertThat(refused.toString()).doesNotContain("CANARY");
            assertThat(refused.error().toString()).doesNotContain("CANARY");
            assertThat(ErrorForm.write(refused.error()).toString()).doesNotContain("CANARY");
        }
    }

    private static String messageOf(Object actual) {
        return InvalidInputException.of("w", actual, "l").error().message();
    }
}
