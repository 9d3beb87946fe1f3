package io.github.hpccachecmk.examples.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewerMembersTest {
    private static final NewerMembers NEWER = new NewerMembers("""
            ## Resource Microsoft.StorageCache/amlFilesystems@2026-01-01
            * **Readable Scope(s)**: ResourceGroup
            ### Properties
            * **properties**: [Props](#props): Properties.
            ## Props
            ### Properties
            * **uuid**: string {minLength: 2, pattern: "^[a-f]{2}$"} (ReadOnly): An id.
            * **size**: int (Required): A size.
            * **prefixes**: string[]: Prefixes (never ReadOnly): of blobs.
            """.lines().toList());

    private static Optional<String> complaint(String member, String json, boolean isRequest)
            throws JsonProcessingException {
        var body = new ObjectMapper().readTree("{\"properties\":{\"" + member + "\":" + json + "}}");
        return NEWER.complaint("amlFilesystems_Get", "/properties/" + member, body, isRequest);
    }

    @ParameterizedTest
    @CsvSource({"uuid, '\"ab\"'", "size, 16", "size, 16.0", "prefixes, '[\"/\"]'", "prefixes, []"})
    void memberOfTheRightType_isNotComplainedAbout(String member, String json) throws JsonProcessingException {
        assertThat(complaint(member, json, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"uuid, '\"xy\"'", "uuid, 1", "size, 1.5", "size, '\"16\"'", "prefixes, '[1]'", "prefixes, '\"/\"'"})
    void memberOfAnotherType_isComplainedAbout(String member, String json) throws JsonProcessingException {
        assertThat(complaint(member, json, false).orElseThrow()).startsWith("in the newest version it is ");
    }

    @Test
    void memberThatTheNewestVersionLacks_isComplainedAbout() throws JsonProcessingException {
        assertThat(complaint("other", "1", false)).contains("the newest version has no such member either");
    }

    @Test
    void readOnlyMember_isComplainedAboutInARequest() throws JsonProcessingException {
        assertThat(complaint("uuid", "\"ab\"", true)).contains("read-only in the newest version");
        assertThat(complaint("prefixes", "[]", true)).isEmpty();
    }

    @Test
    void memberInAList_isFoundInEachElement() throws JsonProcessingException {
        var list = new ObjectMapper().readTree("""
                {"value":[{"properties":{"size":1}},{"properties":{"size":"2"}}]}""");

        assertThat(NEWER.complaint("amlFilesystems_List", "/value/*/properties/size", list, false))
                .isPresent();
    }
}
