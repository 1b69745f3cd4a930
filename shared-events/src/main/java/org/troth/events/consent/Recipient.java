package org.troth.events.consent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.AgencyId;

/** The one recipient of a consent: the programme itself, or one agency by its identifier. */
public record Recipient(Kind kind, @Nullable UUID id) {

    public Recipient {
        if ((kind == Kind.PROGRAMME) != (id == null)) {
            throw new IllegalArgumentException("an agency has an identifier, the programme has none");
        }
    }

    public static Recipient programme() {
        return new Recipient(Kind.PROGRAMME, null);
    }

    public static Recipient agency(AgencyId agency) {
        return new Recipient(Kind.AGENCY, agency.value());
    }

    /** What kind of recipient. */
    public enum Kind {
        PROGRAMME,
        AGENCY
    }
}
