package org.troth.command.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Lookups;
import org.troth.command.dispatch.Round;
import org.troth.events.ConsentId;
import org.troth.events.account.Actor;
import org.troth.events.consent.ExpiringConsents;

/**
 * Notes every consent whose last day has passed. Which ones is looked up; whether it is so, the consent itself decides, so
 * that a late or repeated look-up does nothing wrong.
 */
@Component
class NoteExpiredConsents implements ExpiringConsents {

    private static final Actor SYSTEM = Actor.system(UUID.fromString("5d0f1c52-6c1b-4a76-9a86-0b6a3f6a9c01"));

    private final Lookups lookups;
    private final Round round;
    private final Clock clock;

    NoteExpiredConsents(Lookups lookups, Dispatch dispatch, Clock clock) {
        this.lookups = lookups;
        round = new Round(dispatch, SYSTEM, "note expiry");
        this.clock = clock;
    }

    @Override
    public int noteExpired() {
        return round.over(passed(), NoteExpiry::new);
    }

    private List<ConsentId> passed() {
        return lookups.run(client -> client.sql("""
                        select consent from lookups.consent_due
                        where given and last_day < :today
                        order by last_day, consent""")
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new ConsentId(row.getObject("consent", UUID.class)))
                .list());
    }
}
