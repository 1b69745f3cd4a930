package org.troth.app.ground;

import java.util.List;

/** The product must not start like this; says everything that stands in the way, at once. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    public StartRefused(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public static StartRefused because(String reason) {
        return new StartRefused(List.of(reason));
    }

    public List<String> reasons() {
        return reasons;
    }
}
