package org.troth.query.overview;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.Recorded;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.recording.Metadata;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Writes one line for each fact: who acted, whom and what it is about, and the codes that its sentence needs. */
final class Chronicle {

    private static final Write TOLD = new Write("chronicle", """
            insert into chronicle (position, at, kind, actor, roles, participant, volunteer, about, code, side, day,
                                   purpose, look)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
            """);

    /** Whose boundary it is was said when it was set. */
    private static final Write TOLD_OF_BOUNDARY = new Write("chronicle", """
            insert into chronicle (position, at, kind, actor, roles, participant, volunteer, about, code, side)
            select ?, ?, ?, ?, ?, before.participant, before.volunteer, told.about, told.code, told.side
              from (values (?::uuid, ?::text, ?::text)) as told(about, code, side)
              left join chronicle before on before.about = told.about and before.kind = 'boundary-set'
            on conflict (position) do nothing
            """);

    private final Rows rows;

    Chronicle(Rows rows) {
        this.rows = rows;
    }

    Line of(Fact fact, EventMessage<?> message, TrackingToken token) {
        return new Line(fact, message, Rows.position(token));
    }

    /** One line in the making. */
    final class Line {
        private final Fact fact;
        private final EventMessage<?> message;
        private final long position;
        private @Nullable UUID participant;
        private @Nullable UUID volunteer;
        private @Nullable UUID about;
        private @Nullable String code;
        private @Nullable Side side;
        private @Nullable LocalDate day;

        private Line(Fact fact, EventMessage<?> message, long position) {
            this.fact = fact;
            this.message = message;
            this.position = position;
        }

        Line with(ParticipantId whom) {
            participant = whom.value();
            return this;
        }

        Line with(VolunteerId whom) {
            volunteer = whom.value();
            return this;
        }

        Line about(@Nullable UUID what) {
            about = what;
            return this;
        }

        Line code(String words) {
            code = words;
            return this;
        }

        Line by(Side who) {
            side = who;
            return this;
        }

        Line until(@Nullable LocalDate date) {
            day = date;
            return this;
        }

        void tell() {
            write(null, false);
        }

        /** A line of the log of looks, about this person if one was named. */
        void tellLook(@Nullable UUID person, @Nullable Enum<?> purpose) {
            if (participant == null && volunteer == null) {
                participant = person;
            }
            write(purpose, true);
        }

        void tellOfBoundary() {
            rows.write(
                    TOLD_OF_BOUNDARY,
                    position,
                    message.getTimestamp(),
                    kind(),
                    actor(),
                    message.getMetaData().get(Metadata.ROLES),
                    about,
                    code,
                    side);
        }

        private void write(@Nullable Enum<?> purpose, boolean look) {
            rows.write(
                    TOLD,
                    position,
                    message.getTimestamp(),
                    kind(),
                    actor(),
                    message.getMetaData().get(Metadata.ROLES),
                    participant,
                    volunteer,
                    about,
                    code,
                    side,
                    day,
                    purpose,
                    look);
        }

        private String kind() {
            Recorded recorded = fact.getClass().getAnnotation(Recorded.class);
            if (recorded == null) {
                throw new IllegalStateException("a fact without a lasting name");
            }
            return recorded.as();
        }

        private @Nullable UUID actor() {
            Object actor = message.getMetaData().get(Metadata.ACTOR);
            return actor == null ? null : UUID.fromString(actor.toString());
        }
    }
}
