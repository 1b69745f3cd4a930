package org.troth.store.codec;

import org.troth.events.Fact;
import org.troth.events.Recorded;

/** A kind of fact under its lasting name. */
public record FactType(String name, int revision, Class<? extends Fact> fact, Class<? extends Fact> family) {

    private static final int LAST_REVISION = 0xffff;

    /** Refuses a record without a name, or with one that is not in lower case with hyphens. */
    static FactType of(Class<? extends Fact> family, Class<? extends Fact> fact) {
        Recorded recorded = fact.getAnnotation(Recorded.class);
        if (recorded == null) {
            throw new UnfitForRecord(fact, "has no lasting name");
        }
        if (!recorded.as().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new UnfitForRecord(fact, "has a name that is not in lower case with hyphens");
        }
        if (recorded.revision() < 1 || recorded.revision() > LAST_REVISION) {
            throw new UnfitForRecord(fact, "has a revision outside 1..65535");
        }
        return new FactType(recorded.as(), recorded.revision(), fact, family);
    }
}
