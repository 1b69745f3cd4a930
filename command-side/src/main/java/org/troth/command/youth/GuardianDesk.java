package org.troth.command.youth;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.troth.command.youth.YouthRequest.GuardianNo;
import org.troth.command.youth.YouthRequest.GuardianYes;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.consent.ConsentEvent;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentEvent.Interpreting;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.SaidInAnotherLanguage;
import org.troth.events.merging.SamePerson;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.youth.Guardianship;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.GuardianAgreed;
import org.troth.events.youth.YouthEvent.GuardianObjected;
import org.troth.events.youth.YouthEvent.Statement;

/**
 * Takes in what a guardian said beside a young person's own yes. A guardian has no account: a coordinator writes it down. Nobody
 * is asked over the young person's head, and of one who decides alone nobody is asked at all.
 */
@Component
class GuardianDesk {

    /** The code of a witness that says there was none. */
    private static final String NOBODY_ELSE = "nobody-else";

    private final Dispatch dispatch;
    private final Permits permits;
    private final Streams streams;
    private final YouthDesk desk;
    private final SaidInAnotherLanguage texts;

    GuardianDesk(Dispatch dispatch, Permits permits, Streams streams, YouthDesk desk, SaidInAnotherLanguage texts) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.streams = streams;
        this.desk = desk;
        this.texts = texts;
    }

    Outcome agree(Asked asked, ParticipantId id, GuardianYes said) {
        String route = "POST /youth/{participant}/agreements";
        desk.mayWrite(asked, route, id);
        Fields fields = new Fields();
        var consent = fields.id("consent", said.consent(), ConsentId::new);
        var guardian = fields.number("guardian", said.guardian(), 1, 999_999_999);
        var statement = fields.choice("statement", said.statement(), Statement.class);
        var witness = fields.code("witness", said.witness(), CodeList.GUARDIAN_WITNESS);
        var language = fields.language("language", said.language());
        var interpreting = fields.choice("interpreting", said.interpreting(), Interpreting.class);
        fields.check();
        GuardianAgreed agreed = new GuardianAgreed(
                id,
                consent.get(),
                guardian.get(),
                statement.get(),
                witness.get(),
                language.get(),
                null,
                interpreting.get(),
                HouseLaw.YOUTH_BOTH);
        return permits.recordingRefusals(
                asked,
                route,
                id.value(),
                () -> dispatch.act(
                        asked.actor(),
                        asked.request(),
                        asked.key(),
                        What.of(
                                route,
                                id,
                                consent.get(),
                                guardian.get(),
                                statement.get(),
                                witness.get(),
                                language.get(),
                                interpreting.get()),
                        () -> agreement(asked, agreed)));
    }

    /**
     * Rests on the young person's own yes, and on their naming this guardian: where one of the two is taken back meanwhile, nothing is
     * written down.
     */
    private Intent agreement(Asked asked, GuardianAgreed agreed) {
        YouthHistory history = desk.minor(agreed.participant());
        SamePerson person = SamePerson.of(agreed.participant(), streams);
        OwnAnswer own = OwnAnswer.of(streams.read(agreed.consent().toString(), 0), person);
        Guardianship.Standing standing = desk.heard(agreed.participant());
        if (!history.isGuardian(agreed.guardian())) {
            throw YouthRefused.notGuardian();
        }
        List<RecordedFact> beside = permits.onRecord(agreed.participant(), ParticipantEvent.class);
        YouthDesk.named(beside, agreed.guardian());
        if (!own.yes()) {
            throw YouthRefused.ownYesFirst();
        }
        if (!ConsentEvent.isForYoung(own.question())) {
            throw YouthRefused.notInTheirWords();
        }
        if (Boolean.TRUE.equals(history.answer(agreed.consent(), agreed.guardian()))) {
            throw YouthRefused.alreadyAgreed();
        }
        if (agreed.statement() == Statement.SPOKEN && agreed.witness().equals(NOBODY_ELSE)) {
            throw YouthRefused.witnessNeeded();
        }
        Unit unit = YouthDesk.unit(asked, history)
                .provided(standing.preconditions())
                .provided(new Precondition(agreed.participant().toString(), beside.size() - 1L))
                .provided(new Precondition(agreed.consent().toString(), own.lastSequence()));
        return intent(history, inTheirLanguage(agreed, own.question().text()), unit);
    }

    private GuardianAgreed inTheirLanguage(GuardianAgreed said, ShownText asked) {
        return new GuardianAgreed(
                said.participant(),
                said.consent(),
                said.guardian(),
                said.statement(),
                said.witness(),
                said.language(),
                texts.of(asked, said.language()).orElse(null),
                said.interpreting(),
                said.law());
    }

    /**
     * At any time, of any consent of theirs, with two fields: no is as easily written down as yes, and easier. Only of one who
     * decides alone it is not written down: else it would call back what they were helped with.
     */
    Outcome object(Asked asked, ParticipantId id, GuardianNo said) {
        String route = "POST /youth/{participant}/objections";
        desk.mayWrite(asked, route, id);
        Fields fields = new Fields();
        var consent = fields.id("consent", said.consent(), ConsentId::new);
        var guardian = fields.number("guardian", said.guardian(), 1, 999_999_999);
        fields.check();
        GuardianObjected objected = new GuardianObjected(id, consent.get(), guardian.get(), HouseLaw.YOUTH_BOTH);
        return permits.recordingRefusals(
                asked,
                route,
                id.value(),
                () -> dispatch.act(
                        asked.actor(),
                        asked.request(),
                        asked.key(),
                        What.of(route, id, consent.get(), guardian.get()),
                        () -> objection(asked, objected)));
    }

    private Intent objection(Asked asked, GuardianObjected objected) {
        YouthHistory history = desk.minor(objected.participant());
        SamePerson person = SamePerson.of(objected.participant(), streams);
        OwnAnswer.of(streams.read(objected.consent().toString(), 0), person);
        Guardianship.Standing standing = desk.heard(objected.participant());
        if (!history.isGuardian(objected.guardian())) {
            throw YouthRefused.notGuardian();
        }
        if (Boolean.FALSE.equals(history.answer(objected.consent(), objected.guardian()))) {
            throw YouthRefused.alreadyObjected();
        }
        return intent(history, objected, YouthDesk.unit(asked, history).provided(standing.preconditions()));
    }

    private static Intent intent(YouthHistory history, YouthEvent fact, Unit unit) {
        return new Intent(
                new Facts(List.of(history.next(fact))), unit, fact.participant().toString());
    }

    /**
     * What the young person themselves answered.
     *
     * @param yes whether they agreed and it has not ended
     */
    private record OwnAnswer(ConsentAsked question, boolean yes, long lastSequence) {

        /** Throws where there is no such question to this person, under whichever of their records it was asked. */
        static OwnAnswer of(List<RecordedFact> consent, SamePerson person) {
            ConsentAsked question = null;
            boolean yes = false;
            for (RecordedFact each : consent) {
                if (each.fact() instanceof ConsentAsked asked) {
                    question = asked;
                } else if (each.fact() instanceof ConsentGiven) {
                    yes = true;
                } else if (isEnd(each)) {
                    yes = false;
                }
            }
            return new OwnAnswer(theirs(question, person), yes, consent.size() - 1L);
        }

        private static ConsentAsked theirs(@Nullable ConsentAsked question, SamePerson person) {
            if (question == null || !person.is(question.participant().value())) {
                throw new NotOnRecord();
            }
            return question;
        }

        private static boolean isEnd(RecordedFact each) {
            return each.fact() instanceof ConsentDeclined
                    || each.fact() instanceof ConsentWithdrawn
                    || each.fact() instanceof ConsentExpired;
        }
    }
}
