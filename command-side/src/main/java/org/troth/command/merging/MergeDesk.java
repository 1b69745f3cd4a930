package org.troth.command.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Facts;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.law.HouseLaw;
import org.troth.command.merging.MergeRequest.Merging;
import org.troth.command.merging.MergeRequest.Shown;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.TagKind;
import org.troth.events.merging.MergingEvent.MergeDropped;
import org.troth.events.merging.MergingEvent.MergeProposed;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.participant.EnquiryCodes;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.participant.ParticipantEvent.EnquiryRecognised;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/**
 * Takes in that two records are of one person: one coordinator thinks so, and another has to think so too. To take it back, at
 * any time, one is enough: what opens a record to more people needs two, what closes it needs one.
 */
@Component
class MergeDesk {

    /** The ground of what was joined by the code of an enquiry; no coordinator can choose it. */
    static final String BY_CODE = "their-code";

    private static final String PARTICIPANT = ParticipantEvent.STREAM;
    private static final int LONGEST_CODE = 100;

    private final Dispatch dispatch;
    private final Permits permits;
    private final Streams streams;
    private final Joint joint;
    private final EnquiryCodes codes;

    MergeDesk(Dispatch dispatch, Permits permits, Streams streams, Joint joint, EnquiryCodes codes) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.streams = streams;
        this.joint = joint;
        this.codes = codes;
    }

    /** The answer names the two: {@code kept/merged}. Whoever says it again adds nothing. */
    Outcome propose(Asked asked, Merging said) {
        String route = "POST /merges";
        mayPropose(asked, route, said);
        Fields fields = new Fields();
        var kept = fields.id("kept", said.kept(), ParticipantId::new);
        var merged = fields.id("merged", said.merged(), ParticipantId::new);
        var ground = fields.code("ground", said.ground(), CodeList.MERGE_GROUND);
        fields.check();
        return act(asked, What.of(route, kept.get(), merged.get(), ground.get()), () -> {
            Two two = Two.of(kept.get(), merged.get(), streams);
            if (two.areOne() || two.proposed() != null) {
                return intent(asked, two, List.of());
            }
            Intent intent = intent(
                    asked,
                    two,
                    two.told(
                            each -> new MergeProposed(each, kept.get(), merged.get(), ground.get(), HouseLaw.MERGING)));
            joint.mayBecomeOne(two, intent.unit());
            joint.withoutCode(two);
            return intent;
        });
    }

    /** Returns when a coordinator asks about two participants who are on the record; shows nothing of them. */
    void mayPropose(Asked asked, String route, Merging said) {
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        var kept = fields.id("kept", said.kept(), ParticipantId::new);
        var merged = fields.id("merged", said.merged(), ParticipantId::new);
        ParticipantId one = kept.orNull();
        if (one != null && one.equals(merged.orNull())) {
            fields.refuse("kept", "two-records", Phrase.of("command.merging.two-records"));
        }
        fields.check();
        onRecord(kept.get(), merged.get());
    }

    /** Somebody else thinks so too: from here on the two are one person. */
    Outcome confirm(Asked asked, ParticipantId kept, ParticipantId merged) {
        String route = "POST /merges/{kept}/{merged}/confirmation";
        mayDecide(asked, route, kept, merged);
        try {
            return permits.recordingRefusals(
                    asked,
                    route,
                    kept.value(),
                    () -> act(asked, What.of(route, kept, merged), () -> confirmation(asked, kept, merged)));
        } catch (ClaimTaken taken) {
            throw refused(taken);
        }
    }

    private Intent confirmation(Asked asked, ParticipantId kept, ParticipantId merged) {
        Two two = Two.of(kept, merged, streams);
        if (two.areOne()) {
            return intent(asked, two, List.of());
        }
        MergeProposed proposed = two.proposed();
        if (proposed == null) {
            throw MergeRefused.notProposed();
        }
        if (asked.actor().account().toString().equals(two.proposer())) {
            throw MergeRefused.secondPerson();
        }
        Intent intent = intent(
                asked,
                two,
                two.told(each -> new PersonsMerged(each, kept, merged, proposed.ground(), HouseLaw.MERGING)));
        joint.mayBecomeOne(two, intent.unit());
        joint.withoutCode(two);
        joint.hold(two, intent.unit());
        return intent;
    }

    /** Returns when a coordinator asks about a participant who is on the record. */
    void mayJoin(Asked asked, String route, ParticipantId kept) {
        permits.coordinator(asked, route, kept.value());
        permits.onRecord(kept, ParticipantEvent.class);
    }

    /**
     * What was asked without a name is of this person: they showed its code, which says more than a second coordinator could. In
     * the same unit the code is spent.
     */
    Outcome joinByCode(Asked asked, ParticipantId kept, Shown said) {
        String route = "POST /merges/{kept}/code";
        mayJoin(asked, route, kept);
        Fields fields = new Fields();
        var code = fields.line("code", said.code(), LONGEST_CODE);
        fields.check();
        try {
            return permits.recordingRefusals(
                    asked,
                    route,
                    kept.value(),
                    () -> act(asked, What.of(route, kept, code.get()), () -> joining(asked, kept, code.get())));
        } catch (ClaimTaken taken) {
            throw refused(taken);
        }
    }

    private Intent joining(Asked asked, ParticipantId kept, String code) {
        EnquiryCodes.Held held = codes.heldBy(code)
                .filter(found -> !found.participant().equals(kept))
                .orElseThrow(MergeRefused::codeOpensNothing);
        ParticipantId note = held.participant();
        Two two = Two.of(kept, note, streams);
        List<NewFact> facts =
                new ArrayList<>(two.told(each -> new PersonsMerged(each, kept, note, BY_CODE, HouseLaw.MERGING)));
        facts.add(new NewFact(
                PARTICIPANT,
                note.toString(),
                held.precondition().lastSequence() + 1,
                new EnquiryRecognised(note, HouseLaw.ENQUIRY_RECOGNITION)));
        Intent intent = intent(asked, two, facts);
        joint.mayBecomeOne(two, intent.unit());
        joint.mayBeKept(kept);
        joint.hold(two, intent.unit());
        intent.unit().releasing(held.claim());
        return intent;
    }

    /** Not taken for one person: the other coordinator does not think so, or whoever did has thought again. */
    Outcome drop(Asked asked, ParticipantId kept, ParticipantId merged) {
        String route = "POST /merges/{kept}/{merged}/refusal";
        mayDecide(asked, route, kept, merged);
        return act(asked, What.of(route, kept, merged), () -> {
            Two two = Two.of(kept, merged, streams);
            return intent(
                    asked,
                    two,
                    two.proposed() == null
                            ? List.of()
                            : two.told(each -> new MergeDropped(each, kept, merged, HouseLaw.MERGING)));
        });
    }

    /** They are two people after all. It is done at once, and asks for nobody else. */
    Outcome undo(Asked asked, ParticipantId kept, ParticipantId merged) {
        String route = "POST /merges/{kept}/{merged}/undoing";
        mayDecide(asked, route, kept, merged);
        return act(asked, What.of(route, kept, merged), () -> {
            Two two = Two.of(kept, merged, streams);
            if (!two.areOne()) {
                return intent(asked, two, List.of());
            }
            Intent intent =
                    intent(asked, two, two.told(each -> new MergeUndone(each, kept, merged, HouseLaw.MERGE_UNDOING)));
            joint.release(two, intent.unit());
            return intent;
        });
    }

    private void mayDecide(Asked asked, String route, ParticipantId kept, ParticipantId merged) {
        permits.coordinator(asked, route, kept.value());
        onRecord(kept, merged);
    }

    private void onRecord(ParticipantId kept, ParticipantId merged) {
        permits.onRecord(kept, ParticipantEvent.class);
        permits.onRecord(merged, ParticipantEvent.class);
    }

    private static RuntimeException refused(ClaimTaken taken) {
        return taken.kind() == TagKind.OPEN_MATCH
                ? MergeRefused.matchUnderMerged()
                : taken.kind() == TagKind.PERSON_ACCOUNT ? MergeRefused.bothHaveAccounts() : taken;
    }

    private static Intent intent(Asked asked, Two two, List<NewFact> facts) {
        return new Intent(
                new Facts(facts),
                two.provided(new Unit(asked.actor(), asked.request())),
                two.kept() + "/" + two.merged());
    }

    private Outcome act(Asked asked, String what, Supplier<Intent> intent) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, intent);
    }
}
