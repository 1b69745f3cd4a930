package org.troth.command.charter;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.charter.CharterRequest.OutsideAsk;
import org.troth.command.charter.CharterRequest.OutsideDecision;
import org.troth.command.dispatch.AddedWords;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.events.MatchId;
import org.troth.events.OutsideRoleId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.account.Role;
import org.troth.events.charter.CharterEvent.OutsideRoleSaid;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.matching.WalkedTogether;
import org.troth.events.matching.WalkedTogether.Walk;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralDecisions;

/** Takes in what lies outside a volunteer's role, and what a coordinator decides about it. */
@Component
class OutsideDesk {

    private static final int LONGEST = 2000;

    private final Dispatch dispatch;
    private final Permits permits;
    private final WalkedTogether walks;
    private final ReferralDecisions referrals;
    private final Streams streams;
    private final Sealer sealer;
    private final AddedWords added;

    OutsideDesk(
            Dispatch dispatch,
            Permits permits,
            WalkedTogether walks,
            ReferralDecisions referrals,
            Streams streams,
            Sealer sealer,
            AddedWords added) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.walks = walks;
        this.referrals = referrals;
        this.streams = streams;
        this.sealer = sealer;
        this.added = added;
    }

    /** The answer is the identifier of what was said. */
    Outcome say(Asked asked, OutsideAsk said) {
        String route = "POST /charter/outside";
        Fields fields = new Fields();
        var match = fields.id("match", said.match(), MatchId::new);
        var kind = fields.code("kind", said.kind(), CodeList.OUTSIDE);
        var note = fields.textIfAny("note", said.note(), LONGEST);
        fields.check();
        onlyItsVolunteer(asked, route, match.get(), kind.get());
        OutsideRoleId id = new OutsideRoleId(UUID.randomUUID());
        return act(asked, What.of(route, match.get(), kind.get(), note.orNull()), () -> {
            Walk walk = walks.walk(match.get());
            return new Intent(
                    new SayOutsideRole(id, match.get(), walk, kind.get(), seal(walk, kind.get(), note.orNull())),
                    addingWords(unit(asked, walk), walk, kind.get(), note.orNull()),
                    id.toString());
        });
    }

    /** What somebody has to know of a danger is written down whatever the participant said about their record: no one may come to harm. */
    private Unit addingWords(Unit unit, Walk walk, String kind, @Nullable String note) {
        ParticipantId participant = walk.participant();
        return participant == null || kind.equals(SayOutsideRole.DANGER)
                ? unit
                : added.mayBeAdded(unit, participant, "note", note != null);
    }

    /** A coordinator's, and no one else's: which referral, or which decision against one, it comes to. */
    Outcome decide(Asked asked, OutsideRoleId id, OutsideDecision said) {
        String route = "POST /charter/outside/{id}/decision";
        RecordedFact outside = recorded(id);
        permits.coordinator(
                asked,
                route,
                outside != null && outside.fact() instanceof OutsideRoleSaid fact
                        ? fact.participant().value()
                        : null);
        if (outside == null) {
            throw new NotOnRecord();
        }
        Fields fields = new Fields();
        var referral = fields.id("referral", said.referral(), ReferralId::new);
        fields.check();
        return act(asked, What.of(route, id, referral.get()), () -> {
            ReferralDecisions.Standing standing = referrals.of(referral.get());
            return new Intent(
                    new DecideOutsideRole(id, outside.position(), referral.get(), standing),
                    new Unit(asked.actor(), asked.request()).provided(standing.precondition()),
                    id.toString());
        });
    }

    /** Returns for its volunteer, and for a coordinator who writes down what they say; for nobody else there is such a match. */
    void onlyItsVolunteer(Asked asked, String route, MatchId match) {
        onlyItsVolunteer(asked, route, match, "");
    }

    /** Also for whoever walked beside them, of danger: they may have heard of it a moment before it ended. It shows them nothing. */
    private void onlyItsVolunteer(Asked asked, String route, MatchId match, String kind) {
        Walk walk = walks.walk(match);
        ParticipantId participant = walk.participant();
        UUID volunteer = walk.volunteer() == null ? null : walk.volunteer().value();
        boolean own = SayOutsideRole.mayBeSaid(walk, kind)
                && asked.actor().is(Role.VOLUNTEER)
                && permits.isSelf(asked, volunteer);
        if (!own && !asked.actor().is(Role.COORDINATOR)) {
            throw permits.refuse(
                    asked, route, participant == null ? null : participant.value(), Permits.OWN_RECORD_ONLY);
        }
        if (participant == null) {
            throw new NotOnRecord();
        }
    }

    private @Nullable RecordedFact recorded(OutsideRoleId id) {
        List<RecordedFact> facts = streams.read(id.toString(), 0);
        return !facts.isEmpty() && facts.get(0).fact() instanceof OutsideRoleSaid ? facts.get(0) : null;
    }

    /** Of what will be refused nothing is sealed. */
    private @Nullable Sealed seal(Walk walk, String kind, @Nullable String note) {
        ParticipantId participant = walk.participant();
        return SayOutsideRole.mayBeSaid(walk, kind) && participant != null
                ? sealer.sealIfAny(Words.OUTSIDE_ROLE_NOTE, participant.value(), note)
                : null;
    }

    private static Unit unit(Asked asked, Walk walk) {
        Unit unit = new Unit(asked.actor(), asked.request());
        walk.preconditions().forEach(unit::provided);
        return unit;
    }

    private Outcome act(Asked asked, String what, Supplier<Intent> intent) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, intent);
    }
}
