package org.troth.query.overview;

import java.time.LocalDate;
import java.util.List;
import org.troth.events.BoundaryId;
import org.troth.events.ConsentId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.boundary.BoundaryEvent.BoundaryDeclined;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.events.boundary.BoundaryEvent.Topic;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.Purpose;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.matching.MatchingEvent.RequestDeclined;
import org.troth.query.sample.House;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;

/** One case with everything in it: a match, boundaries, a consent, a referral; and two others that wait. */
final class CaseHouse implements AutoCloseable {

    final House house;
    final Story story;
    final ParticipantId ada;
    final ParticipantId newcomer;
    final ParticipantId looking;
    final VolunteerId vera;
    final MatchId match;
    final MatchId lookingMatch;
    final MatchId proposedMatch;
    final BoundaryId boundary;
    final BoundaryId participants;
    final BoundaryId wordless;
    final ReferralId referral;
    final ConsentId consent;

    CaseHouse(TestDatabase database) {
        house = new House(database);
        story = new Story(house.feed, 3).beginning();
        vera = story.volunteer("Vera Rubin", 2, "housing");
        ada = story.enrolled("Ada Byron");
        consent = story.consent(ada, Purpose.SHARING, LocalDate.of(2026, 6, 14));
        story.tell(new ConsentGiven(consent, ada, Story.LAW));
        match = story.started(ada, vera);
        boundary = story.boundary(match, ada, vera, Side.VOLUNTEER, "not after eight");
        participants = story.boundary(match, ada, vera, Side.PARTICIPANT, "only by text");
        wordless = new BoundaryId(story.id());
        story.tell(new BoundarySet(wordless, match, ada, vera, Side.PARTICIPANT, ada.value(), Topic.PLACE, null));
        story.tell(
                new ChangeAsked(match, ada, vera, Side.PARTICIPANT, LocalDate.of(2026, 5, 20), Story.LAW),
                participant());
        story.tell(new BoundaryDeclined(boundary, match, Side.VOLUNTEER), volunteer());
        story.tell(new RequestDeclined(match, ada, vera, Side.PARTICIPANT, Story.LAW), participant());
        referral = story.offered(ada);
        story.sent(referral, ada, consent);
        story.unheard(referral);
        story.looked(Story.COORDINATOR, ada, PurposeOfUse.COC, Ground.ROLE, DataClass.IDENTITY);
        newcomer = story.enquiry("family");
        looking = story.enrolled("Lise Meitner");
        lookingMatch = new MatchId(story.id());
        story.tell(new MatchRequested(lookingMatch, looking));
        ParticipantId third = story.enrolled("Emmy Noether");
        proposedMatch = new MatchId(story.id());
        story.tell(new MatchRequested(proposedMatch, third));
        story.tell(new MatchProposed(proposedMatch, third, vera, List.of("room"), Story.LAW));
        story.read(Side.VOLUNTEER, vera.value(), house.charter.version());
        house.live().caughtUp();
        house.gate.matched.add(match.value());
    }

    Actor participant() {
        return Story.self(Role.PARTICIPANT, ada.value());
    }

    Actor volunteer() {
        return Story.self(Role.VOLUNTEER, vera.value());
    }

    @Override
    public void close() {
        house.close();
    }
}
