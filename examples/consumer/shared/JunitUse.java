import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.junit.CmkExtension;
import io.github.hpccachecmk.testkit.junit.CmkTest;
import io.github.hpccachecmk.testkit.junit.HttpFaceExtension;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/** What JUnit asks the extensions of {@code @CmkTest} about a parameter. */
final class JunitUse {
    private JunitUse() {}

    static String answers() throws Exception {
        if (Test.class.getAnnotation(CmkTest.class) == null) {
            throw new AssertionError("@CmkTest is not seen");
        }
        int members = ClassPath.members(CmkTest.class)
                + ClassPath.members(CmkExtension.class)
                + ClassPath.members(HttpFaceExtension.class);
        var parameter = Test.class.getDeclaredMethod("test", FakeAzure.class).getParameters()[0];
        var context = (ParameterContext) Proxy.newProxyInstance(
                JunitUse.class.getClassLoader(), new Class<?>[] {ParameterContext.class}, (proxy, method, values) -> {
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
}
