package org.troth.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Resolves {@link TestDatabase} parameters with one database per outermost test class. */
final class DatabasePerClass implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(DatabasePerClass.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return outermostClass(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(TestDatabase.class, key -> TestDatabase.fresh(), TestDatabase.class);
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        ExtensionContext outermost = context;
        for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
            if (at.getTestClass().isPresent()) {
                outermost = at;
            }
        }
        return outermost;
    }
}
