package org.troth.command.youth;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Facts;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.law.HouseLaw;
import org.troth.command.youth.YouthRequest.Alone;
import org.troth.command.youth.YouthRequest.GuardianCheck;
import org.troth.command.youth.YouthRequest.Minority;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.participant.ParticipantEvent.OtherPersonNamed;
import org.troth.events.participant.ParticipantEvent.OtherPersonTakenOut;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.youth.Guardianship;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.DecidingAloneBegun;
import org.troth.events.youth.YouthEvent.DecidingAloneEnded;
import org.troth.events.youth.YouthEvent.GuardianRecognised;
import org.troth.events.youth.YouthEvent.GuardianStandingEnded;
import org.troth.events.youth.YouthEvent.MinorityNoteTakenBack;
import org.troth.events.youth.YouthEvent.MinorityNoted;

/**
 * Takes in that somebody is not of age, who may say yes beside them, and where they decide alone. A coordinator's to write down,
 * and never of one who walks beside people.
 */
@Component
class YouthDesk {

    /** Refused because whoever supports people writes nothing down that is said for one of them. */
    static final String NEVER_BY_SUPPORTER = "youth-never-by-supporter";

    /** Who is named so says nothing for them, whatever papers they have. */
    private static final String OTHER_PARTY = "other-party";

    private static final String KEPT_APART = "to-be-kept-apart";

    private final Dispatch dispatch;
    private final Permits permits;
    private final Streams streams;
    private final Clock clock;

    YouthDesk(Dispatch dispatch, Permits permits, Streams streams, Clock clock) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.streams = streams;
        this.clock = clock;
    }

    /** Noted again with the same day, nothing is added. */
    Outcome note(Asked asked, ParticipantId id, Minority said) {
        String route = "POST /youth/{participant}/age";
        mayWrite(asked, route, id);
        Fields fields = new Fields();
        var day = fields.day("ofAgeOn", said.ofAgeOn());
        fields.check();
        LocalDate ofAgeOn = day.get();
        LocalDate today = LocalDate.now(clock);
        if (!ofAgeOn.isAfter(today)) {
            throw YouthRefused.ofAgeAlready();
        }
        if (ofAgeOn.isAfter(today.plusYears(HouseLaw.MOST_YEARS_TO_AGE))) {
            throw YouthRefused.tooFar();
        }
        return act(asked, id, What.of(route, id, ofAgeOn), history -> {
            MinorityNoted noted = new MinorityNoted(id, ofAgeOn, HouseLaw.YOUTH_MINORITY);
            return ofAgeOn.equals(history.ofAgeOn()) ? List.of() : List.of(noted);
        });
    }

    /** Corrects that it was noted at all; of whom nothing is noted, nothing is added. */
    Outcome takeBack(Asked asked, ParticipantId id) {
        String route = "POST /youth/{participant}/age/removal";
        mayWrite(asked, route, id);
        return act(
                asked,
                id,
                What.of(route, id),
                history -> history.ofAgeOn() == null ? List.of() : List.of(new MinorityNoteTakenBack(id)));
    }

    Outcome recognise(Asked asked, ParticipantId id, GuardianCheck said) {
        String route = "POST /youth/{participant}/guardians";
        mayWrite(asked, route, id);
        Fields fields = new Fields();
        var guardian = fields.number("guardian", said.guardian(), 1, 999_999_999);
        var standing = fields.code("standing", said.standing(), CodeList.GUARDIAN_STANDING);
        var check = fields.code("check", said.check(), CodeList.GUARDIAN_CHECK);
        fields.check();
        GuardianRecognised recognised =
                new GuardianRecognised(id, guardian.get(), standing.get(), check.get(), HouseLaw.YOUTH_GUARDIAN);
        return permits.recordingRefusals(
                asked,
                route,
                id.value(),
                () -> dispatch.act(
                        asked.actor(),
                        asked.request(),
                        asked.key(),
                        What.of(route, id, guardian.get(), standing.get(), check.get()),
                        () -> recognition(asked, recognised)));
    }

    /** Nobody becomes a guardian of somebody who decides alone: else the papers that are asked for would tell them. */
    private Intent recognition(Asked asked, GuardianRecognised recognised) {
        ParticipantId id = recognised.participant();
        YouthHistory history = minor(id);
        Guardianship.Standing standing = heard(id);
        if (history.isGuardian(recognised.guardian())) {
            throw YouthRefused.alreadyGuardian();
        }
        List<RecordedFact> person = permits.onRecord(id, ParticipantEvent.class);
        OtherPersonNamed named = named(person, recognised.guardian());
        if (named.relation().equals(OTHER_PARTY) || named.need().equals(KEPT_APART)) {
            throw YouthRefused.againstThem();
        }
        Unit unit = unit(asked, history)
                .provided(standing.preconditions())
                .provided(new Precondition(id.toString(), person.size() - 1L));
        return new Intent(new Facts(List.of(history.next(recognised))), unit, id.toString());
    }

    /** Who is named beside them by this number now; throws where nobody is. */
    static OtherPersonNamed named(List<RecordedFact> person, int number) {
        OtherPersonNamed named = null;
        for (RecordedFact each : person) {
            if (each.fact() instanceof OtherPersonNamed fact && fact.number() == number) {
                named = fact;
            } else if (each.fact() instanceof OtherPersonTakenOut fact && fact.number() == number) {
                named = null;
            }
        }
        if (named == null) {
            throw YouthRefused.nobodyNamed();
        }
        return named;
    }

    /** Works at any time and needs no reason; ended again, nothing is added. */
    Outcome endStanding(Asked asked, ParticipantId id, String number) {
        String route = "POST /youth/{participant}/guardians/{number}/ending";
        mayWrite(asked, route, id);
        int guardian = which(number);
        return act(
                asked,
                id,
                What.of(route, id, guardian),
                history -> history.isGuardian(guardian) ? List.of(new GuardianStandingEnded(id, guardian)) : List.of());
    }

    /** Begun again while it holds, nothing is added: the ground stays what it was. */
    Outcome beginAlone(Asked asked, ParticipantId id, Alone said) {
        String route = "POST /youth/{participant}/alone";
        mayWrite(asked, route, id);
        Fields fields = new Fields();
        var ground = fields.code("ground", said.ground(), CodeList.ALONE);
        fields.check();
        return act(asked, id, What.of(route, id, ground.get()), history -> {
            if (!history.isMinor(LocalDate.now(clock))) {
                throw YouthRefused.notMinor();
            }
            return history.decidesAlone()
                    ? List.of()
                    : List.of(new DecidingAloneBegun(id, ground.get(), HouseLaw.YOUTH_ALONE));
        });
    }

    /** After the day it stays as it was: what somebody agreed to alone was theirs to agree to. */
    Outcome endAlone(Asked asked, ParticipantId id) {
        String route = "POST /youth/{participant}/alone/ending";
        mayWrite(asked, route, id);
        return act(asked, id, What.of(route, id), history -> {
            if (!history.isMinor(LocalDate.now(clock))) {
                throw YouthRefused.notMinor();
            }
            if (!history.decidesAlone()) {
                throw YouthRefused.notAlone();
            }
            return List.of(new DecidingAloneEnded(id));
        });
    }

    /** Refuses everybody but a coordinator who walks beside nobody. */
    void mayWrite(Asked asked, String route, ParticipantId id) {
        if (asked.actor().is(Role.VOLUNTEER)) {
            throw permits.refuse(asked, route, id.value(), NEVER_BY_SUPPORTER);
        }
        permits.coordinator(asked, route, id.value());
        permits.onRecord(id, ParticipantEvent.class);
    }

    /** What stands on the record of somebody who is not of age today; else it is refused. */
    YouthHistory minor(ParticipantId id) {
        YouthHistory history = YouthHistory.of(id, streams);
        if (!history.isMinor(LocalDate.now(clock))) {
            throw YouthRefused.notMinor();
        }
        return history;
    }

    /** How it stands for the person under all their records; throws where they decide alone: then no guardian is heard. */
    Guardianship.Standing heard(ParticipantId id) {
        Guardianship.Standing standing = RecordedGuardianship.of(id, streams);
        if (standing.alone()) {
            throw YouthRefused.decidesAlone();
        }
        return standing;
    }

    /** A number in a path; anything else names nothing on the record. */
    static int which(String number) {
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw new NotOnRecord();
        }
        return Integer.parseInt(number);
    }

    static Unit unit(Asked asked, YouthHistory history) {
        return new Unit(asked.actor(), asked.request()).provided(history.precondition());
    }

    private Outcome act(
            Asked asked, ParticipantId id, String what, Function<YouthHistory, List<? extends YouthEvent>> decide) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, () -> {
            YouthHistory history = YouthHistory.of(id, streams);
            return new Intent(
                    new Facts(decide.apply(history).stream().map(history::next).toList()),
                    unit(asked, history),
                    id.toString());
        });
    }
}
