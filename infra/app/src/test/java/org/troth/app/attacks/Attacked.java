package org.troth.app.attacks;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.troth.testkit.SamplePeople;

/**
 * Hands a running product, with the thread walked through in it, to every attack that leaves it whole: one for the whole JVM, ended
 * after the last.
 */
final class Attacked implements ParameterResolver {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Attacked.class);

    /** The product, a walk in it whose words lie nowhere else, and two people who have nothing to do with that. */
    static final class Ground implements AutoCloseable {
        final ChildTroth troth = new ChildTroth();
        final Walk walk;
        final Walk others;

        Ground() {
            try {
                walk = Walk.untilSent(troth, SamplePeople.ZEBEDIAH, SamplePeople.WLADYSLAWA);
                others = Walk.together(troth, SamplePeople.NURAN, SamplePeople.TZVIYA);
            } catch (RuntimeException | AssertionError e) {
                troth.close();
                throw e;
            }
        }

        @Override
        public void close() {
            troth.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == Ground.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        return extension.getRoot().getStore(HERE).computeIfAbsent(Ground.class);
    }
}
