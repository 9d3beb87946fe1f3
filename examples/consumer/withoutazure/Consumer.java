import static io.github.hpccachecmk.testkit.assertj.CmkAssertions.assertThat;

import io.github.hpccachecmk.testkit.FakeAzure;

/** A test of somebody else's without azure-core: uses the rest, and lets reflection look at the test kit. */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] args) throws Exception {
        ClassPath.mustBeAbsent("com.azure.core.http.HttpClient");
        System.out.println("FakeAzure shows " + (ClassPath.members(FakeAzure.class) > 0) + "; " + used());
    }

    private static String used() throws Exception {
        FakeAzure azure = FakeAzure.create();
        assertThat(azure.vault("contoso-cmk")).isNotPurgeProtected();
        assertThat(azure.journal()).hasNoWrites();
        return JunitUse.answers();
    }
}
