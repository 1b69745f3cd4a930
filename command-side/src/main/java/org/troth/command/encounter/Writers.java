package org.troth.command.encounter;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Permits;
import org.troth.events.EncounterId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.encounter.EncounterEvent.EncounterCorrected;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionApproved;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionProposed;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionSentBack;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.events.encounter.EncounterEvent.Held;
import org.troth.events.encounter.EncounterEvent.Writer;
import org.troth.events.matching.WalkedTogether;
import org.troth.events.matching.WalkedTogether.Walk;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Says as whom somebody may write about a meeting, and to whom its forms are shown; everybody else finds nothing there. */
@Component
class Writers {

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,5}");

    private final Permits permits;
    private final WalkedTogether walks;
    private final Streams streams;

    Writers(Permits permits, WalkedTogether walks, Streams streams) {
        this.permits = permits;
        this.walks = walks;
        this.streams = streams;
    }

    /** What is on the record of a meeting, and as whom it would be corrected. */
    record Shown(Writer writer, Held held) {}

    /** The match that is named in a request. */
    static MatchId match(@Nullable String said) {
        Fields fields = new Fields();
        var match = fields.id("match", said, MatchId::new);
        fields.check();
        return match.get();
    }

    /** A version that is named in a path; anything else names none. */
    static int version(String said) {
        if (!VERSION.matcher(said).matches()) {
            throw new NotOnRecord();
        }
        return Integer.parseInt(said);
    }

    /** The volunteer who walks or walked in this match, or a coordinator for them. */
    Writer ofNew(Asked asked, String route, MatchId match) {
        return ofNew(asked, route, walks.walk(match));
    }

    private Writer ofNew(Asked asked, String route, Walk walk) {
        if (isVolunteer(asked, walk.volunteer())) {
            return Writer.VOLUNTEER;
        }
        permits.coordinator(asked, route, person(walk));
        if (walk.participant() == null) {
            throw new NotOnRecord();
        }
        return Writer.COORDINATOR;
    }

    /**
     * Whose form it is.
     *
     * @param from when the two began to walk together; absent when they have not
     */
    record Form(Writer writer, @Nullable Instant from) {}

    /** For whom the form about this match may be opened: who walks now, qualified or not, or a coordinator. It shows nobody. */
    Form ofForm(Asked asked, String route, MatchId match) {
        Walk walk = walks.walk(match);
        Writer writer = ofNew(asked, route, walk);
        if (writer == Writer.VOLUNTEER && !walk.goesOn()) {
            throw permits.refuse(asked, route, person(walk), Permits.OWN_RECORD_ONLY);
        }
        return new Form(writer, walk.from());
    }

    /** The volunteer as long as they walk in the match, or a coordinator. */
    Writer ofCorrection(Asked asked, String route, EncounterLogged logged) {
        if (isVolunteer(asked, logged.volunteer()) && walks.walk(logged.match()).goesOn()) {
            return Writer.VOLUNTEER;
        }
        permits.coordinator(asked, route, logged.participant().value());
        return Writer.COORDINATOR;
    }

    /**
     * The meeting as it stands, whose form may be opened; that it was shown is on the record first. To a volunteer it is shown
     * on the ground of the match, which ends with it.
     */
    Shown show(Asked asked, PurposeOfUse purpose, String route, EncounterId id) {
        List<RecordedFact> facts = streams.read(id.toString(), 0);
        EncounterLogged logged = logged(asked, route, facts);
        Writer writer = ofCorrection(asked, route, logged);
        permits.show(
                asked,
                purpose,
                route,
                SubjectKind.PARTICIPANT,
                logged.participant().value(),
                writer == Writer.VOLUNTEER ? logged.match() : null);
        return new Shown(writer, latest(facts));
    }

    /** The meeting as it was first entered. */
    EncounterLogged logged(Asked asked, String route, EncounterId id) {
        return logged(asked, route, streams.read(id.toString(), 0));
    }

    private EncounterLogged logged(Asked asked, String route, List<RecordedFact> facts) {
        for (RecordedFact each : facts) {
            if (each.fact() instanceof EncounterLogged logged) {
                return logged;
            }
        }
        permits.coordinator(asked, route, null);
        throw new NotOnRecord();
    }

    /** A coordinator may look at a correction of this meeting; it shows nobody. */
    EncounterLogged ofDecision(Asked asked, String route, EncounterId id) {
        EncounterLogged logged = logged(asked, route, id);
        permits.coordinator(asked, route, logged.participant().value());
        return logged;
    }

    /**
     * Throws when they wrote any of what waits, or are the volunteer whose meeting it was: whoever corrects what waits takes what was
     * written before them along, and does not vouch for it.
     */
    void mustBeSecond(Asked asked, EncounterLogged logged) {
        String account = asked.actor().account().toString();
        Set<String> writers = new HashSet<>();
        String last = null;
        for (RecordedFact each : streams.read(logged.encounter().toString(), 0)) {
            if (each.fact() instanceof EncounterCorrected) {
                if (last != null) {
                    // It held at once, since nothing behind it said that it waits.
                    writers.clear();
                }
                last = each.metadata().get(Metadata.ACTOR);
            } else if (each.fact() instanceof EncounterCorrectionProposed && last != null) {
                writers.add(last);
                last = null;
            } else if (each.fact() instanceof EncounterCorrectionApproved
                    || each.fact() instanceof EncounterCorrectionSentBack) {
                writers.clear();
            }
        }
        if (writers.contains(account)
                || permits.isSelf(asked, logged.volunteer().value())) {
            throw EncounterRefused.secondPerson();
        }
    }

    /** The version that was entered last, also while it waits; one that was sent back is as if it had not been. */
    private static Held latest(List<RecordedFact> facts) {
        Held latest = null;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof EncounterLogged logged) {
                latest = logged.held();
            } else if (each.fact() instanceof EncounterCorrected corrected) {
                latest = corrected.held();
            } else if (each.fact() instanceof EncounterCorrectionSentBack back) {
                latest = back.held();
            }
        }
        if (latest == null) {
            throw new NotOnRecord();
        }
        return latest;
    }

    private boolean isVolunteer(Asked asked, @Nullable VolunteerId volunteer) {
        return volunteer != null && asked.actor().is(Role.VOLUNTEER) && permits.isSelf(asked, volunteer.value());
    }

    private static @Nullable UUID person(Walk walk) {
        ParticipantId participant = walk.participant();
        return participant == null ? null : participant.value();
    }
}
