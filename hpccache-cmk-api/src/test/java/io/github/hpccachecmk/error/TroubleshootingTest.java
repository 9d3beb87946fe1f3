package io.github.hpccachecmk.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.error.ErrorCode.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sections of TROUBLESHOOTING.md are written from the codes; -Dcmk.docs.update=true writes them anew. */
class TroubleshootingTest {
    private static final String BEGIN = "<!-- codes: written by TroubleshootingTest -Dcmk.docs.update=true -->\n";
    private static final String END = "<!-- end of codes -->\n";

    @Test
    void troubleshooting_hasASectionForEachCodeAsTheCodeTellsIt() throws IOException {
        var file = Path.of(System.getProperty("basedir", "."), "..", "TROUBLESHOOTING.md");
        var text = Files.readString(file);
        var begin = text.indexOf(BEGIN) + BEGIN.length();
        var end = text.indexOf(END);
        assertThat(text).contains(BEGIN, END);
        if (Boolean.getBoolean("cmk.docs.update")) {
            text = text.substring(0, begin) + sections() + text.substring(end);
            Files.writeString(file, text);
            end = text.indexOf(END);
        }
        assertThat(text.substring(begin, end)).isEqualTo(sections());
    }

    private static String sections() {
        return Arrays.stream(ErrorCode.values())
                .map(TroubleshootingTest::section)
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String section(ErrorCode code) {
        return """
                ## %s

                %s

                **What to do:** %s

                **Does trying again help?** %s
                """.formatted(code, code.description(), code.remedy(), again(code.recovery()));
    }

    private static String again(Recovery recovery) {
        return switch (recovery) {
            case TRY_AGAIN -> "Yes, later or at once, without anybody acting. (`TRY_AGAIN`)";
            case ACT_THEN_SAME_REQUEST ->
                "Once somebody has acted: the same request then goes on from where it is. (`ACT_THEN_SAME_REQUEST`)";
            case FIX_INPUT -> "No: the input has to be corrected. (`FIX_INPUT`)";
            case TERMINAL -> "No: the same request cannot succeed any more. (`TERMINAL`)";
        };
    }
}
