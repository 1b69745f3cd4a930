package org.troth.query.youth;

import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.troth.events.youth.YouthEvent.CameOfAge;
import org.troth.events.youth.YouthEvent.DecidingAloneBegun;
import org.troth.events.youth.YouthEvent.DecidingAloneEnded;
import org.troth.events.youth.YouthEvent.GuardianAgreed;
import org.troth.events.youth.YouthEvent.GuardianObjected;
import org.troth.events.youth.YouthEvent.GuardianRecognised;
import org.troth.events.youth.YouthEvent.GuardianStandingEnded;
import org.troth.events.youth.YouthEvent.MinorityNoteTakenBack;
import org.troth.events.youth.YouthEvent.MinorityNoted;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each young person, and rows for their guardians and for what these last said. */
@KeepsRows
final class YouthProjection {

    private static final Write NOTED = new Write("youth", """
            insert into youth (participant, of_age_on, of_age_at) values (?, ?, ?)
            on conflict (participant) do update set
                of_age_on = excluded.of_age_on, of_age_at = excluded.of_age_at, came_at = null
            """);

    private static final Write TAKEN_BACK = new Write("youth", "delete from youth where participant = ?");

    private static final Write GUARDIANS_GONE = new Write("guardian", "delete from guardian where participant = ?");

    private static final Write ALL_WORDS_GONE =
            new Write("guardian_word", "delete from guardian_word where participant = ?");

    private static final Write CAME =
            new Write("youth", "update youth set of_age_on = null, came_at = ? where participant = ?");

    private static final Write ALONE = new Write("youth", "update youth set alone = ? where participant = ?");

    private static final Write RECOGNISED = new Write("guardian", """
            insert into guardian (participant, number, standing, checked) values (?, ?, ?, ?)
            on conflict (participant, number) do update set standing = excluded.standing, checked = excluded.checked
            """);

    private static final Write STANDING_ENDED =
            new Write("guardian", "delete from guardian where participant = ? and number = ?");

    private static final Write SAID = new Write("guardian_word", """
            insert into guardian_word (consent, number, participant, yes, said_at) values (?, ?, ?, ?, ?)
            on conflict (consent, participant, number) do update set yes = excluded.yes, said_at = excluded.said_at
            """);

    private static final Write WORDS_GONE =
            new Write("guardian_word", "delete from guardian_word where participant = ? and number = ?");

    private final Rows rows;
    private final ZoneId zone;

    YouthProjection(Rows rows, ZoneId zone) {
        this.rows = rows;
        this.zone = zone;
    }

    @EventHandler
    void on(MinorityNoted fact) {
        rows.write(
                NOTED,
                fact.participant().value(),
                fact.ofAgeOn(),
                fact.ofAgeOn().atStartOfDay(zone).toInstant());
    }

    /** Whatever was built on the mistake goes with it. */
    @EventHandler
    void on(MinorityNoteTakenBack fact) {
        rows.write(TAKEN_BACK, fact.participant().value());
        rows.write(GUARDIANS_GONE, fact.participant().value());
        rows.write(ALL_WORDS_GONE, fact.participant().value());
    }

    /** From here on nobody is shown the day any more. */
    @EventHandler
    void on(CameOfAge fact, @Timestamp Instant at) {
        rows.write(CAME, at, fact.participant().value());
    }

    @EventHandler
    void on(DecidingAloneBegun fact) {
        rows.write(ALONE, fact.ground(), fact.participant().value());
    }

    @EventHandler
    void on(DecidingAloneEnded fact) {
        rows.write(ALONE, null, fact.participant().value());
    }

    @EventHandler
    void on(GuardianRecognised fact) {
        rows.write(RECOGNISED, fact.participant().value(), fact.guardian(), fact.standing(), fact.check());
    }

    @EventHandler
    void on(GuardianStandingEnded fact) {
        rows.write(STANDING_ENDED, fact.participant().value(), fact.guardian());
        rows.write(WORDS_GONE, fact.participant().value(), fact.guardian());
    }

    @EventHandler
    void on(GuardianAgreed fact, @Timestamp Instant at) {
        rows.write(
                SAID,
                fact.consent().value(),
                fact.guardian(),
                fact.participant().value(),
                true,
                at);
    }

    @EventHandler
    void on(GuardianObjected fact, @Timestamp Instant at) {
        rows.write(
                SAID,
                fact.consent().value(),
                fact.guardian(),
                fact.participant().value(),
                false,
                at);
    }
}
