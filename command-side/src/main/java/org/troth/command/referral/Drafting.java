package org.troth.command.referral;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Permits;
import org.troth.events.ConsentId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Opener;
import org.troth.events.directory.ServiceListing;
import org.troth.events.disclosure.Disclosing;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.merging.UnsafeElsewhere;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.referral.ReferralEvent.ReferralOffered;

/** Writes packets: the only place where a participant's words are opened to leave, after the look is on the record. */
@Component
class Drafting {

    private final Permits permits;
    private final Disclosing disclosing;
    private final Opener opener;
    private final ServiceListing services;
    private final Streams streams;

    Drafting(Permits permits, Disclosing disclosing, Opener opener, ServiceListing services, Streams streams) {
        this.permits = permits;
        this.disclosing = disclosing;
        this.opener = opener;
        this.services = services;
        this.streams = streams;
    }

    /**
     * A packet that is not written yet, and the state of the participant's record that it would be written from.
     *
     * @param beside what must hold, too: that no other record of the same person says of a way more than it did
     */
    record Draft(ReferralOffered offered, Packet packet, Precondition record, List<Precondition> beside) {

        Draft {
            beside = List.copyOf(beside);
        }
    }

    /** Reads the record and opens nothing. Refused when it holds nothing of what would leave, and when support has ended. */
    Draft draft(ReferralOffered offered, Set<DataClass> classes) {
        List<RecordedFact> facts = record(offered);
        if (Enrolment.hasEnded(facts)) {
            throw ReferralRefused.supportEnded();
        }
        UnsafeElsewhere elsewhere = UnsafeElsewhere.of(offered.participant(), facts, streams);
        Packet packet = Packet.of(facts, classes, elsewhere.channels());
        if (packet.isEmpty()) {
            throw ReferralRefused.nothingToSend();
        }
        return new Draft(
                offered,
                packet,
                new Precondition(offered.participant().toString(), facts.size() - 1L),
                elsewhere.preconditions());
    }

    /** The safe ways that could leave with these classes. */
    Set<ContactChannel> safeWays(ReferralOffered offered, Set<DataClass> classes) {
        List<RecordedFact> facts = record(offered);
        return Packet.of(
                        facts,
                        classes,
                        UnsafeElsewhere.of(offered.participant(), facts, streams)
                                .channels())
                .ways();
    }

    private List<RecordedFact> record(ReferralOffered offered) {
        return permits.onRecord(offered.participant(), ParticipantEvent.class);
    }

    /** The text of the packet, under a disclosure of exactly what is in it, also where none of that is sealed. */
    String write(Draft draft, ConsentId consent, Asked asked, PurposeOfUse purpose, String route) {
        ReferralOffered offered = draft.offered();
        Look.Shown shown = new Look.Shown(
                offered.participant().value(),
                SubjectKind.PARTICIPANT,
                draft.packet().shows(),
                draft.packet().words(),
                null,
                consent,
                offered.referral(),
                1);
        Disclosure disclosure =
                disclosing.disclose(new Look(asked.actor(), purpose, route, List.of(shown), asked.request()));
        return draft.packet()
                .text(
                        offered.referral().toString(),
                        serviceName(offered),
                        offered.need(),
                        words -> opener.open(words, disclosure));
    }

    String serviceName(ReferralOffered offered) {
        return services.of(offered.service()).map(ServiceListing.Listing::name).orElseThrow(ReferralRefused::notListed);
    }
}
