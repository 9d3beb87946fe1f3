package io.github.hpccachecmk.testkit.junit;

import io.github.hpccachecmk.testkit.http.HttpFace;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The parameter that needs azure-core. A class of its own: without azure-core it is only asked whether a parameter is an {@link
 * HttpFace}, which no parameter can be then.
 */
public final class HttpFaceExtension implements ParameterResolver {
    /** For JUnit. */
    public HttpFaceExtension() {}

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(HttpFace.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return HttpFace.of(TestWorld.of(context).azure());
    }
}
