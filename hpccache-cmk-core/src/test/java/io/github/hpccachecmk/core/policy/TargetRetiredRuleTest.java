package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.FindingAssert.assertOnly;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.error.ErrorCode;
import org.junit.jupiter.api.Test;

class TargetRetiredRuleTest {
    private static final TargetRetiredRule RETIRED = new TargetRetiredRule(true);

    @Test
    void newCache_blocksWithoutAnyRead() {
        var given = Given.request(Given.cache());
        assertThat(RETIRED.facts(given.situation())).isEmpty();
        assertOnly(given.judgedBy(RETIRED))
                .isBlocking(
                        ErrorCode.SERVICE_RETIRED,
                        "The service of the HPC cache was retired on 2025-09-30 and refuses new ones since 2025-03-21; a"
                                + " service that takes new resources is needed.")
                .hasRemedy("Use Azure Managed Lustre: CreateEncryptedFileSystem. To send the create nevertheless, set"
                        + " tryDespiteRetirement(true).");
    }

    @Test
    void newCacheToBeTried_warns() {
        var request = Given.cacheBuilder().tryDespiteRetirement(true).build();
        assertOnly(Given.request(request).judgedBy(RETIRED))
                .isWarning(
                        "The service of the HPC cache was retired on 2025-09-30 and refuses new ones since 2025-03-21; the"
                                + " create is sent nevertheless, as the request asks, and will most likely be refused.");
    }

    @Test
    void worldWithoutRetirement_isOk() {
        assertOnly(Given.request(Given.cache()).judgedBy(new TargetRetiredRule(false)))
                .isOk("The service takes new resources, as far as is known.");
    }

    @Test
    void newFileSystem_isOk() {
        assertOnly(Given.request(Given.fileSystem()).judgedBy(RETIRED))
                .isOk("The service takes new resources, as far as is known.");
    }

    @Test
    void cacheThatExists_isNotJudged() {
        assertThat(Given.request(Given.cache()).with(TargetSketch.waiting()).judgedBy(RETIRED))
                .isEmpty();
        assertThat(Given.request(Given.authorize()).judgedBy(RETIRED)).isEmpty();
    }
}
