import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;
import io.github.hpccachecmk.testkit.junit.CmkExtension;
import io.github.hpccachecmk.testkit.junit.CmkTest;
import io.github.hpccachecmk.testkit.junit.HttpFaceExtension;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/** A test of somebody else's without AssertJ: uses the rest, and lets reflection look at the test kit. */
public final class Consumer {
    private Consumer() {}

    public static void main(String[] args) throws Exception {
        mustBeAbsent("org.assertj.core.api.Assertions");
        System.out.println("FakeAzure shows " + (members(FakeAzure.class) > 0) + "; " + used());
    }

    private static String used() throws Exception {
        FakeAzure azure = FakeAzure.create();
        if (azure.vault("contoso-cmk").isPurgeProtected() || !azure.journal().writes().isEmpty()) {
            throw new AssertionError(azure.transcript());
        }
        return junit() + " " + HttpFace.of(azure).client().getClass().getSimpleName();
    }

    /** What JUnit asks the extensions of {@code @CmkTest} about a parameter. */
    private static String junit() throws Exception {
        if (Test.class.getAnnotation(CmkTest.class) == null) {
            throw new AssertionError("@CmkTest is not seen");
        }
        int members = members(CmkTest.class) + members(CmkExtension.class) + members(HttpFaceExtension.class);
        var parameter = Test.class.getDeclaredMethod("test", FakeAzure.class).getParameters()[0];
        var context = (ParameterContext) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(), new Class<?>[] {ParameterContext.class}, (proxy, method, values) -> {
                    if (method.getName().equals("getParameter")) {
                        return parameter;
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
        ExtensionContext none = null;
        return (members > 0) + " " + new CmkExtension().supportsParameter(context, none) + " "
                + new HttpFaceExtension().supportsParameter(context, none);
    }

    @CmkTest(seed = 5)
    private static final class Test {
        void test(FakeAzure azure) {}
    }

    private static int members(Class<?> type) {
        return type.getMethods().length
                + type.getDeclaredMethods().length
                + type.getDeclaredConstructors().length
                + type.getDeclaredFields().length
                + type.getDeclaredClasses().length;
    }

    private static void mustBeAbsent(String type) {
        try {
            Class.forName(type);
        } catch (ClassNotFoundException expected) {
            return;
        }
        throw new AssertionError(type + " is on the class path of a user who does without it");
    }
}
