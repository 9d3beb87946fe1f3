import static io.github.hpccachecmk.testkit.assertj.CmkAssertions.assertThat;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;

/** A test of somebody else's without JUnit: uses the rest, and lets reflection look at the test kit. */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] args) throws Exception {
        ClassPath.mustBeAbsent("org.junit.jupiter.api.Test");
        System.out.println("FakeAzure shows " + (ClassPath.members(FakeAzure.class) > 0) + "; " + used());
    }

    private static String used() {
        FakeAzure azure = FakeAzure.create();
        assertThat(azure.vault("contoso-cmk")).isNotPurgeProtected();
        assertThat(azure.journal()).hasNoWrites();
        return HttpFace.of(azure).client().getClass().getSimpleName();
    }
}
