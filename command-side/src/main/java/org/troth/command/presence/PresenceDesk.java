package org.troth.command.presence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.presence.PresenceRequest.NewPresence;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PresenceId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.confidential.TagKind;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.presence.Guest;
import org.troth.events.presence.PresenceEvent.Asker;
import org.troth.events.presence.PresenceEvent.PresenceAsked;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.youth.Guardianship;

/**
 * Takes in what is asked about the presence of others. The two of a match and a coordinator may ask and call it off; yes only
 * the participant says, with their own account.
 */
@Component
class PresenceDesk {

    /** Refused because nobody says yes for somebody else, whatever they were told. */
    private static final String OWN_ACCOUNT_ONLY = "presence-own-account";

    /** Who watches or learns comes for the programme, and not for whoever is helped. */
    private static final Set<Guest> HELPS_THE_PROGRAMME = EnumSet.of(Guest.OBSERVER, Guest.TRAINEE);

    private final Dispatch dispatch;
    private final Permits permits;
    private final MatchInForce matches;
    private final Questions questions;
    private final Guardianship guardianship;
    private final Clock clock;

    PresenceDesk(
            Dispatch dispatch,
            Permits permits,
            MatchInForce matches,
            Questions questions,
            Guardianship guardianship,
            Clock clock) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.matches = matches;
        this.questions = questions;
        this.guardianship = guardianship;
        this.clock = clock;
    }

    /** The answer is the new question's identifier. */
    Outcome ask(Asked asked, NewPresence said) {
        String route = "POST /presences";
        Fields fields = new Fields();
        var match = fields.id("match", said.match(), MatchId::new);
        var guest = fields.choice("guest", said.guest(), Guest.class);
        var day = fields.day("day", said.day());
        fields.check();
        Asker by = asker(asked, route, matches.of(match.get()));
        PresenceId id = new PresenceId(UUID.randomUUID());
        try {
            return act(asked, What.of(route, match.get(), guest.get(), day.get()), () -> {
                Standing standing = matches.of(match.get());
                return new Intent(
                        new AskPresence(id, match.get(), standing, guest.get(), day.get(), by),
                        unit(asked, route, standing).taking(questions.claim(match.get(), day.get(), guest.get())),
                        id.toString());
            });
        } catch (ClaimTaken taken) {
            throw taken.kind() == TagKind.PRESENCE_AT_MEETING ? PresenceRefused.askedAlready() : taken;
        }
    }

    /** The answer is the match. */
    Outcome agree(Asked asked, PresenceId id) {
        String route = "POST /presences/{id}/agreement";
        PresenceAsked question = questions.asked(id);
        UUID participant = question == null ? null : question.participant().value();
        if (question == null || !asked.actor().is(Role.PARTICIPANT) || !permits.isSelf(asked, participant)) {
            throw permits.refuse(asked, route, participant, OWN_ACCOUNT_ONLY);
        }
        MatchId match = question.match();
        return permits.recordingRefusals(
                asked,
                route,
                participant,
                () -> act(asked, What.of(route, id), () -> {
                    Standing standing = matches.of(match);
                    Unit unit = permits.asThemselves(asked, route, participant)
                            .provided(standing.preconditions())
                            .provided(theirsToSay(question));
                    return new Intent(new AgreeToPresence(id, standing), unit, match.toString());
                }));
    }

    /** What the yes rests on; a young person is not asked to help the programme (decision 26), and nobody but they is told why. */
    private List<Precondition> theirsToSay(PresenceAsked question) {
        Guardianship.Standing young = guardianship.of(question.participant());
        if (HELPS_THE_PROGRAMME.contains(question.guest()) && young.isMinor(LocalDate.now(clock))) {
            throw PresenceRefused.notYetOfAge();
        }
        return young.preconditions();
    }

    /** The answer is the match. */
    Outcome decline(Asked asked, PresenceId id) {
        String route = "POST /presences/{id}/no";
        PresenceAsked question = questions.asked(id);
        UUID participant = question == null ? null : question.participant().value();
        if (question == null || !isOneOfTheTwo(asked, question)) {
            permits.coordinator(asked, route, participant);
        }
        if (question == null) {
            throw new NotOnRecord();
        }
        String match = question.match().toString();
        return act(
                asked,
                What.of(route, id),
                () -> new Intent(new DeclinePresence(id), permits.asThemselves(asked, route, participant), match));
    }

    /** The participant at any time; the volunteer as long as they walk beside them. */
    private boolean isOneOfTheTwo(Asked asked, PresenceAsked question) {
        if (asked.actor().is(Role.PARTICIPANT)
                && permits.isSelf(asked, question.participant().value())) {
            return true;
        }
        return asked.actor().is(Role.VOLUNTEER)
                && permits.isSelf(asked, question.volunteer().value())
                && matches.of(question.match()).started();
    }

    /** For whom the form about this match may be opened: the two, or a coordinator. It shows nobody. */
    Asker mayOpenForm(Asked asked, String route, MatchId match) {
        return asker(asked, route, matches.of(match));
    }

    private Asker asker(Asked asked, String route, Standing standing) {
        ParticipantId helped = standing.participant();
        VolunteerId helping = standing.volunteer();
        UUID participant = helped == null ? null : helped.value();
        if (asked.actor().is(Role.PARTICIPANT) && permits.isSelf(asked, participant)) {
            return Asker.PARTICIPANT;
        }
        if (helping != null
                && standing.started()
                && asked.actor().is(Role.VOLUNTEER)
                && permits.isSelf(asked, helping.value())) {
            return Asker.VOLUNTEER;
        }
        permits.coordinator(asked, route, participant);
        if (participant == null) {
            throw new NotOnRecord();
        }
        return Asker.COORDINATOR;
    }

    private Unit unit(Asked asked, String route, Standing standing) {
        ParticipantId helped = standing.participant();
        Unit unit = permits.asThemselves(asked, route, helped == null ? null : helped.value());
        standing.preconditions().forEach(unit::provided);
        return unit;
    }

    private Outcome act(Asked asked, String what, Supplier<Intent> intent) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, intent);
    }
}
