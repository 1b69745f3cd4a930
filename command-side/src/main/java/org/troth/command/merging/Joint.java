package org.troth.command.merging;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Tags;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.OncePerPerson;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.EnquiryRecognised;
import org.troth.events.participant.ParticipantEvent.ReceiptGiven;
import org.troth.events.recording.Claim;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/**
 * What stands between two records and their being one person's, and what the person then has once: one open match, or request for
 * one, and one account. While they are one, merging holds the claims that would let a second one begin.
 */
@Component
class Joint {

    private final Streams streams;
    private final Tags tags;
    private final Enrolment enrolment;

    Joint(Streams streams, Tags tags, Enrolment enrolment) {
        this.streams = streams;
        this.tags = tags;
        this.enrolment = enrolment;
    }

    /** Refuses where something stands in the way; what must still hold comes into the unit. */
    void mayBecomeOne(Two two, Unit unit) {
        if (!two.canBeJoined()) {
            throw MergeRefused.alreadyJoined();
        }
        if (two.waitForAnother()) {
            throw MergeRefused.otherProposal();
        }
        Enrolment.Standing kept = enrolment.of(two.kept());
        Enrolment.Standing merged = enrolment.of(two.merged());
        if (merged.enrolled() && !kept.enrolled()) {
            throw MergeRefused.enrolledUnderMerged();
        }
        if (isHeld(OncePerPerson.openMatch(tags, two.merged()))) {
            throw MergeRefused.matchUnderMerged();
        }
        unusedAccount(two);
        unit.provided(kept.precondition()).provided(merged.precondition());
    }

    /** What was asked without a name is joined to nobody by a guess. */
    void withoutCode(Two two) {
        mayBeKept(two.kept());
        mayBeKept(two.merged());
    }

    /** Refuses what was asked without a name, as long as nobody has shown its code: only they can say whose it is. */
    void mayBeKept(ParticipantId participant) {
        boolean nameless = false;
        for (RecordedFact each : streams.read(participant.toString(), 0)) {
            if (each.fact() instanceof ReceiptGiven) {
                nameless = true;
            } else if (each.fact() instanceof EnquiryRecognised) {
                nameless = false;
            }
        }
        if (nameless) {
            throw MergeRefused.codeNeeded();
        }
    }

    /** What the person has once, they have once from now on. */
    void hold(Two two, Unit unit) {
        String holder = MergingEvent.stream(two.merged());
        unit.taking(OncePerPerson.openMatch(tags, two.merged()), holder).taking(unusedAccount(two), holder);
    }

    /** Gives back what was held for these two, and nothing that anybody else holds. */
    void release(Two two, Unit unit) {
        String holder = MergingEvent.stream(two.merged());
        for (Claim claim : List.of(
                OncePerPerson.openMatch(tags, two.merged()),
                OncePerPerson.account(tags, two.kept().value()),
                OncePerPerson.account(tags, two.merged().value()))) {
            List<RecordedFact> facts = streams.readHolder(claim);
            if (!facts.isEmpty() && facts.get(0).aggregateId().equals(holder)) {
                unit.releasing(claim);
            }
        }
    }

    /** Which of the two has no account, the merged one first: it is given none as long as they are one. */
    private Claim unusedAccount(Two two) {
        for (UUID person : List.of(two.merged().value(), two.kept().value())) {
            Claim account = OncePerPerson.account(tags, person);
            if (!isHeld(account)) {
                return account;
            }
        }
        throw MergeRefused.bothHaveAccounts();
    }

    private boolean isHeld(Claim claim) {
        return !streams.readHolder(claim).isEmpty();
    }
}
