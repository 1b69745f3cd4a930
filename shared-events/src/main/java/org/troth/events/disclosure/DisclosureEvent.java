package org.troth.events.disclosure;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.ConsentId;
import org.troth.events.DisclosureId;
import org.troth.events.Fact;
import org.troth.events.Recorded;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;

/** Who looked at what about whom, why and on which ground; and who was refused. One stream per request. */
public sealed interface DisclosureEvent extends Fact {

    /** Under which kind of stream these stand on the record. */
    String STREAM = "Disclosure";

    DisclosureId disclosure();

    AccountId actor();

    /**
     * An actor was shown these classes of one person's words. Recorded before anything was opened.
     *
     * @param route the page or API call by its pattern, never with a value in it
     * @param relation the match that is the ground, if one is; the referral, where the ground is a consent
     * @param consent the consent that is the ground, if one is, and the last sequence of its stream when it was asked
     * @param results how many rows of this person were shown
     * @param reason the actor's words, if any were given
     */
    @Recorded(as = "record-disclosed", revision = 1)
    record RecordDisclosed(
            DisclosureId disclosure,
            AccountId actor,
            Role role,
            PurposeOfUse purpose,
            String route,
            UUID subject,
            SubjectKind subjectKind,
            Set<DataClass> classes,
            Ground ground,
            @Nullable UUID relation,
            @Nullable ConsentId consent,
            @Nullable Long consentSequence,
            int results,

            @Nullable @Under(value = Words.DISCLOSURE_REASON, owner = "subject")
            Sealed reason)
            implements DisclosureEvent {

        public RecordDisclosed {
            classes = Set.copyOf(classes);
        }
    }

    /** A search opened these classes of everybody in scope to compare them; what matched is disclosed on its own. */
    @Recorded(as = "people-searched", revision = 1)
    record PeopleSearched(
            DisclosureId disclosure,
            AccountId actor,
            Role role,
            PurposeOfUse purpose,
            String route,
            SubjectKind scope,
            Set<DataClass> classes,
            int scanned)
            implements DisclosureEvent {

        public PeopleSearched {
            classes = Set.copyOf(classes);
        }
    }

    /** An actor read the log of looks, about one person or in general. */
    @Recorded(as = "log-read", revision = 1)
    record LogRead(
            DisclosureId disclosure,
            AccountId actor,
            Role role,
            PurposeOfUse purpose,
            String route,
            @Nullable UUID subject,
            int results)
            implements DisclosureEvent {}

    /**
     * A signed-in actor was refused a look or an act.
     *
     * @param subject the person asked for, when the identifier named one; absent otherwise
     * @param rule the rule that refused, as a code
     */
    @Recorded(as = "look-refused", revision = 1)
    record LookRefused(
            DisclosureId disclosure,
            AccountId actor,
            String route,
            @Nullable UUID subject,
            String rule) implements DisclosureEvent {}
}
