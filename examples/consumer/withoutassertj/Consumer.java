import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;

/** A test of somebody else's without AssertJ: uses the rest, and lets reflection look at the test kit. */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] args) throws Exception {
        ClassPath.mustBeAbsent("org.assertj.core.api.Assertions");
        System.out.println("FakeAzure shows " + (ClassPath.members(FakeAzure.class) > 0) + "; " + used());
    }

    private static String used() throws Exception {
        FakeAzure azure = FakeAzure.create();
        if (azure.vault("contoso-cmk").isPurgeProtected() || !azure.journal().writes().isEmpty()) {
            throw new AssertionError(azure.transcript());
        }
        return JunitUse.answers() + " " + HttpFace.of(azure).client().getClass().getSimpleName();
    }
}
