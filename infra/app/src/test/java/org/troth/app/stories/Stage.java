package org.troth.app.stories;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the {@link Cast} of a story to its test: one browser and one running product for the whole JVM, people of its own for
 * each test. What was heard until the test ended counts as well.
 */
final class Stage implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Stage.class);

    /** The people of one test; they leave when it ends. */
    static final class Cast {
        private final RealBrowser browser;
        private final ExtensionContext.Store shared;
        private final List<Visitor> visitors = new ArrayList<>();

        private Cast(RealBrowser browser, ExtensionContext.Store shared) {
            this.browser = browser;
            this.shared = shared;
        }

        RunningTroth troth() {
            Throwable before = shared.get("why it did not start", Throwable.class);
            if (before != null) {
                throw new AssertionError("the product did not start", before);
            }
            try {
                return shared.computeIfAbsent(RunningTroth.class);
            } catch (RuntimeException e) {
                shared.put("why it did not start", e);
                throw e;
            }
        }

        Visitor visitor(Device device, Way way) {
            return visitor(troth().origin(), device, way);
        }

        Visitor visitor(URI origin, Device device, Way way) {
            Visitor visitor = new Visitor(browser.browser(), origin, device, way);
            visitors.add(visitor);
            return visitor;
        }

        /** One of the sample accounts, signed in at a desk. */
        Visitor at(String account) {
            return at(account, Device.DESKTOP, Way.MOUSE);
        }

        Visitor at(String account, Device device, Way way) {
            return visitor(device, way).signIn(account, troth().password(account));
        }

        private void leave() {
            AssertionError first = null;
            for (Visitor visitor : visitors) {
                try {
                    visitor.close();
                } catch (AssertionError e) {
                    first = first == null ? e : first;
                }
            }
            visitors.clear();
            if (first != null) {
                throw first;
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == Cast.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        ExtensionContext.Store shared = extension.getRoot().getStore(HERE);
        RealBrowser browser = shared.computeIfAbsent(RealBrowser.class);
        return extension.getStore(HERE).computeIfAbsent(Cast.class, none -> new Cast(browser, shared), Cast.class);
    }

    @Override
    public void afterEach(ExtensionContext extension) {
        Cast cast = extension.getStore(HERE).get(Cast.class, Cast.class);
        if (cast != null) {
            cast.leave();
        }
    }
}
