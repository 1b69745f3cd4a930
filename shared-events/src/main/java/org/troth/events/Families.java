package org.troth.events;

import java.util.List;
import java.util.stream.Stream;
import org.troth.events.account.AccountEvent;
import org.troth.events.boundary.BoundaryEvent;
import org.troth.events.charter.CharterEvent;
import org.troth.events.conflict.ConflictEvent;
import org.troth.events.consent.ConsentEvent;
import org.troth.events.directory.DirectoryEvent;
import org.troth.events.disclosure.DisclosureEvent;
import org.troth.events.encounter.EncounterEvent;
import org.troth.events.erasure.ErasureEvent;
import org.troth.events.goal.GoalEvent;
import org.troth.events.keys.KeyEvent;
import org.troth.events.ledger.LedgerEvent;
import org.troth.events.matching.MatchingEvent;
import org.troth.events.merging.MergingEvent;
import org.troth.events.message.MessageEvent;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.plan.PlanEvent;
import org.troth.events.presence.PresenceEvent;
import org.troth.events.programme.ProgrammeEvent;
import org.troth.events.referral.ReferralEvent;
import org.troth.events.sheet.SheetEvent;
import org.troth.events.volunteer.VolunteerEvent;
import org.troth.events.youth.YouthEvent;

/** Every family of facts there is: whoever stores, reads or checks facts starts here. */
public final class Families {

    public static final List<Class<? extends Fact>> ALL = List.of(
            AccountEvent.class,
            BoundaryEvent.class,
            CharterEvent.class,
            ConflictEvent.class,
            ConsentEvent.class,
            DirectoryEvent.class,
            DisclosureEvent.class,
            EncounterEvent.class,
            ErasureEvent.class,
            GoalEvent.class,
            KeyEvent.class,
            LedgerEvent.class,
            MatchingEvent.class,
            MergingEvent.class,
            MessageEvent.class,
            ParticipantEvent.class,
            PlanEvent.class,
            PresenceEvent.class,
            ProgrammeEvent.class,
            ReferralEvent.class,
            SheetEvent.class,
            VolunteerEvent.class,
            YouthEvent.class);

    private Families() {}

    /** Every record that can be stored, each of which carries {@link Recorded}. */
    public static Stream<Class<? extends Fact>> facts() {
        return ALL.stream().flatMap(Families::factsOf);
    }

    /** The records of one family. */
    public static Stream<Class<? extends Fact>> factsOf(Class<? extends Fact> family) {
        return Stream.of(family.getPermittedSubclasses()).map(fact -> fact.asSubclass(Fact.class));
    }
}
