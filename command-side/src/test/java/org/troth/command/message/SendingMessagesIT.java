package org.troth.command.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.What;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MovableClock;
import org.troth.events.AgencyId;
import org.troth.events.BoundaryId;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.MatchId;
import org.troth.events.MessageId;
import org.troth.events.ParticipantId;
import org.troth.events.PresenceId;
import org.troth.events.ReferralId;
import org.troth.events.ServiceId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.boundary.BoundaryEvent.BoundaryLifted;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.events.boundary.BoundaryEvent.Topic;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.LastWord;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.keys.KeyEvent;
import org.troth.events.keys.KeyEvent.KeyDestroyed;
import org.troth.events.matching.MatchingEvent.ChangeOverdue;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchAccepted;
import org.troth.events.matching.MatchingEvent.MatchDeclined;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.message.Carrier.Taken;
import org.troth.events.message.MessageEvent.MessageGivenUp;
import org.troth.events.message.MessageEvent.MessageLeaving;
import org.troth.events.message.MessageEvent.MessageLeft;
import org.troth.events.message.MessageEvent.MessageNotTaken;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.MessageUnaccounted;
import org.troth.events.message.MessageEvent.MessageWithheld;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.message.MessageEvent.Trouble;
import org.troth.events.message.MessageEvent.Why;
import org.troth.events.message.Note;
import org.troth.events.message.Receiver;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.presence.Guest;
import org.troth.events.presence.PresenceEvent.Asker;
import org.troth.events.presence.PresenceEvent.PresenceAsked;
import org.troth.events.presence.PresenceEvent.PresenceDeclined;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Unit;
import org.troth.events.referral.ReferralEvent.AgencyOpeningMade;
import org.troth.events.referral.ReferralEvent.AgencySittingBegun;
import org.troth.events.referral.ReferralEvent.Notice;
import org.troth.events.referral.ReferralEvent.RecallNoticeGiven;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCorrected;
import org.troth.events.volunteer.VolunteerEvent.VolunteerRegistered;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.CameOfAge;
import org.troth.events.youth.YouthEvent.MinorityNoteTakenBack;
import org.troth.events.youth.YouthEvent.MinorityNoted;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class SendingMessagesIT {

    private static final String ADDRESS = "somebody@home.example.org";

    private final MovableClock clock = new MovableClock();
    private final MessageHouse house;
    private final SendMessages node;
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final ConsentId consent = new ConsentId(UUID.randomUUID());
    private long sequence;

    SendingMessagesIT(TestDatabase database) {
        house = new MessageHouse(database, clock);
        node = house.node();
    }

    private void participant(String language) {
        house.add(p, sequence++, new EnquiryReceived(p, "housing", language, null));
    }

    private void chooses(ContactChannel channel, String address, @Nullable String advice) {
        house.add(
                p,
                sequence++,
                new SafeContactChosen(
                        p,
                        channel,
                        house.sealing.seal(Words.PARTICIPANT_CONTACT, p.value(), address),
                        house.sealing.sealIfAny(Words.PARTICIPANT_CONTACT_ADVICE, p.value(), advice)));
    }

    private void marksUnsafe() {
        house.add(p, sequence++, new ContactMarkedUnsafe(p, ContactChannel.EMAIL));
    }

    private void due() {
        house.queue()
                .tell(
                        p,
                        Occasion.CONSENT_ASKED,
                        consent.value(),
                        UUID.randomUUID().toString());
        house.react();
    }

    private void withheld(Why why) {
        assertThat(node.send()).isZero();
        assertThat(house.record.facts(MessageWithheld.class))
                .extracting(MessageWithheld::why)
                .containsExactly(why);
        assertThat(house.record.facts(MessageLeaving.class)).isEmpty();
        assertThat(house.carried).isEmpty();
        assertThat(house.waiting()).isZero();
    }

    @Test
    void leaveByTheEmailThatWasChosenAndSayNothing() {
        participant("en");
        chooses(ContactChannel.PHONE, "07700 900123", null);
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();

        assertThat(node.send()).isEqualTo(1);

        assertThat(house.carried).singleElement().satisfies(note -> {
            assertThat(note.address()).isEqualTo(ADDRESS);
            assertThat(note.subject()).isEqualTo("A note for you");
            assertThat(note.toString()).doesNotContain(ADDRESS);
        });
        assertThat(house.record.facts(MessageLeaving.class)).singleElement().satisfies(fact -> {
            assertThat(fact.channel()).isEqualTo(ContactChannel.EMAIL);
            assertThat(fact.receiverSequence()).isEqualTo(2);
            assertThat(fact.law()).isEqualTo(HouseLaw.MESSAGE_LEAVING);
            assertThat(fact.wording().sha256()).hasSize(64);
        });
        assertThat(house.record.facts(MessageLeft.class)).hasSize(1);
        assertThat(house.looks).singleElement().satisfies(look -> {
            assertThat(look.purpose()).isEqualTo(PurposeOfUse.HOPERAT);
            assertThat(look.shown()).singleElement().satisfies(shown -> {
                assertThat(shown.person()).isEqualTo(p.value());
                assertThat(shown.classes()).containsExactly(DataClass.CONTACT);
                assertThat(shown.words()).containsExactly(Words.PARTICIPANT_CONTACT);
            });
        });
        assertThat(node.send()).isZero();
        assertThat(house.waiting()).isZero();
    }

    @Test
    void leaveInTheReceiversLanguageWhereItIsPublished() {
        participant("ar-SY");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        node.send();
        assertThat(house.carried).extracting(Note::language).containsExactly("ar");
        assertThat(house.carried).extracting(Note::subject).containsExactly("ملاحظة لك");
    }

    @Test
    void areKeptBackWhereNoEmailWasChosen() {
        participant("en");
        chooses(ContactChannel.TEXT_MESSAGE, "07700 900123", null);
        due();
        withheld(Why.NO_SAFE_WAY);
        assertThat(house.looks).isEmpty();
    }

    @Test
    void areKeptBackWhereItWasMarkedUnsafe() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        marksUnsafe();
        withheld(Why.WAY_UNSAFE);
        assertThat(house.looks).isEmpty();
    }

    @Test
    void areKeptBackFromWhoeverTookTheirEnquiryBack() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.add(p, sequence++, new EnquiryWithdrawn(p));
        withheld(Why.NO_SAFE_WAY);
    }

    @Test
    void areKeptBackFromWhoseEnquiryWasClosed() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.add(p, sequence++, new EnquiryClosed(p, "no-longer-needed"));
        withheld(Why.NO_SAFE_WAY);
    }

    @Test
    void leaveSomebodyAloneWhoseSupportHasEndedUntilItBeginsAgain() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        house.add(p, sequence++, new CaseClosed(p, "their-wish", HouseLaw.CASE_CLOSING));
        due();
        withheld(Why.SETTLED);
        Ways ways = house.ways();
        MessageQueued person = house.record.facts(MessageQueued.class).get(0);
        assertThat(ways.to(person).address()).isNull();
        house.add(p, sequence++, new CaseReopened(p, HouseLaw.CASE_REOPENING));
        assertThat(ways.to(person).whyNot()).isNull();
        assertThat(ways.to(person).address()).isNotNull();
    }

    @Test
    void areKeptBackWhereAMachineCannotFollowTheAdvice() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, "only on Tuesdays, he is out then");
        due();
        withheld(Why.ADVICE_TO_MIND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700 900123",
                "me@home.example.org, you@home.example.org",
                "me@home.example.org\r\nBcc: you@home.example.org",
                "Me <me@home.example.org>",
                "me@localhost",
                "@home.example.org",
                "me@home..org"
            })
    void areKeptBackWhereWhatWasGivenIsNoAddress(String given) {
        participant("en");
        chooses(ContactChannel.EMAIL, given, null);
        due();
        withheld(Why.NO_ADDRESS);
    }

    @Test
    void areKeptBackWhenTheQuestionWasAnsweredBefore() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.add(consent, 0, new ConsentDeclined(consent, p));
        withheld(Why.SETTLED);
    }

    private void cameOfAge() {
        LocalDate day = LocalDate.now(clock);
        house.add(YouthEvent.stream(p), 0, new MinorityNoted(p, day, HouseLaw.YOUTH_MINORITY));
        house.add(YouthEvent.stream(p), 1, new CameOfAge(p, day, HouseLaw.YOUTH_OF_AGE));
        house.queue().tell(p, Occasion.CAME_OF_AGE, p.value(), UUID.randomUUID().toString());
        house.react();
    }

    @Test
    void leaveWhenSomebodyCameOfAge() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        cameOfAge();
        assertThat(node.send()).isOne();
        assertThat(house.carried).hasSize(1);
    }

    @Test
    void areKeptBackWhenTheirDayWasNotedByMistake() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        cameOfAge();
        house.add(YouthEvent.stream(p), 2, new MinorityNoteTakenBack(p));
        withheld(Why.SETTLED);
    }

    @Test
    void areKeptBackAfterAWeek() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.away = true;
        clock.forward(Duration.ofDays(7).plusSeconds(1));
        withheld(Why.TOO_LATE);
    }

    @Test
    void areKeptBackWhereTheProgrammeSendsNone() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.setUp = false;
        withheld(Why.NOT_SET_UP);
    }

    /** The mark comes after the way was chosen and the address opened, and before the message is noted as leaving. */
    @Test
    void areKeptBackWhenItIsMarkedUnsafeInTheSameMoment() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.meanwhile = () -> {
            house.meanwhile = null;
            marksUnsafe();
        };
        withheld(Why.WAY_UNSAFE);
    }

    @Test
    void goToTheNewAddressWhenItWasChangedInTheSameMoment() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.meanwhile = () -> {
            house.meanwhile = null;
            chooses(ContactChannel.EMAIL, "elsewhere@safe.example.org", null);
        };
        assertThat(node.send()).isEqualTo(1);
        assertThat(house.carried).extracting(Note::address).containsExactly("elsewhere@safe.example.org");
    }

    /** Between the click that asks and the message: what it is about has gone. */
    @Test
    void areKeptBackWhenItIsSettledInTheSameMoment() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.meanwhile = () -> {
            house.meanwhile = null;
            house.add(consent, 0, new ConsentDeclined(consent, p));
        };
        withheld(Why.SETTLED);
    }

    @Test
    void waitWithoutATraceWhileNoCarrierIsThere() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        int before = house.record.facts().size();
        house.away = true;
        assertThat(node.send()).isZero();
        assertThat(house.record.facts()).hasSize(before);
        assertThat(house.looks).isEmpty();
        assertThat(house.waiting()).isEqualTo(1);
        house.away = false;
        house.dueNow();
        assertThat(house.node().send()).isEqualTo(1);
    }

    @Test
    void areTriedAgainWithPausesAndThenGivenUp() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        for (int at = 0; at < 6; at++) {
            house.answers.add(Taken.NOT_NOW);
        }
        for (int at = 1; at <= 6; at++) {
            assertThat(node.send()).isZero();
            assertThat(house.carried).hasSize(at);
            // Not before its pause is over.
            assertThat(node.send()).isZero();
            assertThat(house.carried).hasSize(at);
            house.dueNow();
        }
        assertThat(house.record.facts(MessageNotTaken.class)).hasSize(5);
        assertThat(house.record.facts(MessageGivenUp.class))
                .extracting(MessageGivenUp::trouble)
                .containsExactly(Trouble.TRIED_OFTEN);
        assertThat(house.waiting()).isZero();
    }

    @Test
    void areDecidedOnAgainEachTimeTheyWereNotTaken() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.answers.add(Taken.NOT_NOW);
        node.send();
        marksUnsafe();
        house.dueNow();
        assertThat(node.send()).isZero();
        assertThat(house.carried).hasSize(1);
        assertThat(house.record.facts(MessageWithheld.class))
                .extracting(MessageWithheld::why)
                .containsExactly(Why.WAY_UNSAFE);
    }

    /** The record took its time: by now the address may be unsafe. */
    @Test
    void areDecidedOnAgainWhenTheDecisionIsOld() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        assertThat(house.node(Duration.ZERO).send()).isZero();
        assertThat(house.carried).isEmpty();
        assertThat(house.record.facts(MessageLeaving.class)).hasSize(1);
        assertThat(house.record.facts(MessageNotTaken.class)).hasSize(1);
        assertThat(house.waiting()).isEqualTo(1);
        marksUnsafe();
        house.dueNow();
        assertThat(node.send()).isZero();
        assertThat(house.carried).isEmpty();
        assertThat(house.record.facts(MessageWithheld.class))
                .extracting(MessageWithheld::why)
                .containsExactly(Why.WAY_UNSAFE);
    }

    @Test
    void endAsLeftEvenWhenTheyWereThoughtToWait() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.answers.add(Taken.NOT_NOW);
        node.send();
        MessageId id = house.record.facts(MessageNotTaken.class).get(0).message();
        Unit unit = new Unit(SendMessages.SYSTEM, UUID.randomUUID());
        Intent left = new Intent(new NoteMessageLeft(id), unit, id.toString());
        Dispatch dispatch = house.house.dispatch();
        dispatch.act(SendMessages.SYSTEM, unit.request(), null, What.of("note message", id), () -> left);
        assertThat(house.record.facts(MessageLeft.class)).hasSize(1);
        house.dueNow();
        assertThat(node.send()).isZero();
        assertThat(house.carried).hasSize(1);
        assertThat(house.waiting()).isZero();
    }

    @Test
    void endWhenTheyAreRefusedOrNobodyKnows() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        house.answers.addAll(List.of(Taken.NEVER, Taken.UNKNOWN));
        due();
        due();
        assertThat(node.send()).isZero();
        assertThat(house.record.facts(MessageGivenUp.class))
                .extracting(MessageGivenUp::trouble)
                .containsExactly(Trouble.REFUSED);
        assertThat(house.record.facts(MessageUnaccounted.class)).hasSize(1);
        house.dueNow();
        assertThat(node.send()).isZero();
        assertThat(house.carried).hasSize(2);
    }

    /** The node died between the two; the next one finds it noted as leaving. */
    @Test
    void neverLeaveTwiceWhenTheNodeDiesInBetween() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.handedOver = note -> {
            throw new Error("the machine stops");
        };
        assertThatThrownBy(node::send).isInstanceOf(Error.class);
        house.handedOver = null;

        SendMessages another = house.node();
        assertThat(another.send()).as("it is still held").isZero();
        assertThat(house.record.facts(MessageUnaccounted.class)).isEmpty();
        house.dueNow();
        assertThat(another.send()).isZero();

        assertThat(house.record.facts(MessageUnaccounted.class)).hasSize(1);
        assertThat(house.carried).hasSize(1);
        assertThat(house.waiting()).isZero();
    }

    @Test
    void areNotedAsLeftOnceTheRecordIsThereAgain() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.handedOver = note -> house.record.unavailable(true);
        assertThatThrownBy(node::send).isInstanceOf(RecordUnavailable.class);
        assertThatThrownBy(node::send).isInstanceOf(RecordUnavailable.class);
        house.handedOver = null;
        house.record.unavailable(false);

        assertThat(node.send()).isZero();
        assertThat(house.record.facts(MessageLeft.class)).hasSize(1);
        assertThat(house.carried).hasSize(1);
        assertThat(house.waiting()).isZero();
    }

    @Test
    void stayWhileTheRecordIsAway() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        house.record.unavailable(true);
        assertThatThrownBy(node::send).isInstanceOf(RecordUnavailable.class);
        assertThat(house.carried).isEmpty();
        assertThat(house.waiting()).isEqualTo(1);
    }

    @Test
    void areForgottenWhenTheOutboxRemembersWhatIsOver() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        due();
        node.send();
        house.react();
        assertThat(house.waiting()).isEqualTo(1);
        assertThat(node.send()).isZero();
        assertThat(house.carried).hasSize(1);
        assertThat(house.waiting()).isZero();
    }

    @Test
    void askAVolunteerOnlyWhileTheProposalWaitsForThem() {
        VolunteerId v = new VolunteerId(UUID.randomUUID());
        MatchId match = new MatchId(UUID.randomUUID());
        house.add(
                v,
                0,
                new VolunteerRegistered(
                        v,
                        house.sealing.seal(Words.VOLUNTEER_NAME, v.value(), "V"),
                        house.sealing.seal(Words.VOLUNTEER_CONTACT, v.value(), "v@away.example.org"),
                        null,
                        List.of("housing"),
                        List.of("en", "ar"),
                        2));
        house.add(match, 0, new MatchProposed(match, p, v, List.of(), HouseLaw.MATCH_PROPOSAL));
        house.queue()
                .tell(
                        v,
                        Occasion.MATCH_PROPOSED,
                        match.value(),
                        UUID.randomUUID().toString());
        house.react();
        assertThat(node.send()).isEqualTo(1);
        assertThat(house.carried)
                .extracting(Note::address, Note::language)
                .containsExactly(tuple("v@away.example.org", "en"));

        house.add(match, 1, new MatchAccepted(match, p, v, Side.VOLUNTEER));
        house.queue()
                .tell(
                        v,
                        Occasion.MATCH_PROPOSED,
                        match.value(),
                        UUID.randomUUID().toString());
        house.add(match, 2, new MatchDeclined(match, p, v, Side.PARTICIPANT));
        house.queue()
                .tell(
                        v,
                        Occasion.MATCH_PROPOSED,
                        match.value(),
                        UUID.randomUUID().toString());
        house.react();
        assertThat(node.send()).isZero();
        assertThat(house.record.facts(MessageWithheld.class))
                .extracting(MessageWithheld::why)
                .containsExactly(Why.SETTLED, Why.SETTLED);
    }

    /** Before anything has taken the proposal back; of one that was made without their record nobody asks. */
    @Test
    void tellNobodyOfAProposalOnceTheyTookBackToBeLookedFor() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        VolunteerId v = new VolunteerId(UUID.randomUUID());
        MatchId match = new MatchId(UUID.randomUUID());
        house.add(match, 0, new MatchProposed(match, p, v, List.of(), HouseLaw.MATCH_PROPOSAL));
        house.queue()
                .tell(
                        p,
                        Occasion.MATCH_PROPOSED,
                        match.value(),
                        UUID.randomUUID().toString());
        house.react();
        house.matching = LastWord.Said.TAKEN_BACK;
        withheld(Why.SETTLED);

        MatchId blind = new MatchId(UUID.randomUUID());
        house.add(blind, 0, new MatchProposed(blind, p, v, List.of(), HouseLaw.MATCH_WITHOUT_RECORD));
        house.queue()
                .tell(
                        p,
                        Occasion.MATCH_PROPOSED,
                        blind.value(),
                        UUID.randomUUID().toString());
        house.react();
        assertThat(node.send()).isEqualTo(1);
    }

    /** Before the match was ended for it, and also when support has begun again meanwhile. */
    @Test
    void tellAVolunteerNothingOfAMatchOnceSupportHasEnded() {
        VolunteerId v = new VolunteerId(UUID.randomUUID());
        MatchId match = new MatchId(UUID.randomUUID());
        participant("en");
        house.add(
                v,
                0,
                new VolunteerRegistered(
                        v,
                        house.sealing.seal(Words.VOLUNTEER_NAME, v.value(), "V"),
                        house.sealing.seal(Words.VOLUNTEER_CONTACT, v.value(), "v@away.example.org"),
                        null,
                        List.of("housing"),
                        List.of("en"),
                        2));
        house.add(match, 0, new MatchProposed(match, p, v, List.of(), HouseLaw.MATCH_PROPOSAL));
        tellVolunteer(v, Occasion.MATCH_PROPOSED, match);
        house.add(p, sequence++, new CaseClosed(p, "their-wish", HouseLaw.CASE_CLOSING));
        assertThat(node.send()).isZero();
        house.add(p, sequence++, new CaseReopened(p, HouseLaw.CASE_REOPENING));
        tellVolunteer(v, Occasion.MATCH_PROPOSED, match);
        house.add(match, 1, new MatchStarted(match, p, v, HouseLaw.MATCH_PROPOSAL));
        tellVolunteer(v, Occasion.MATCH_STARTED, match);
        assertThat(node.send()).isZero();

        assertThat(house.carried).isEmpty();
        assertThat(house.record.facts(MessageWithheld.class))
                .extracting(MessageWithheld::why)
                .containsExactly(Why.SETTLED, Why.SETTLED, Why.SETTLED);

        MatchId next = new MatchId(UUID.randomUUID());
        house.add(next, 0, new MatchProposed(next, p, v, List.of(), HouseLaw.MATCH_PROPOSAL));
        tellVolunteer(v, Occasion.MATCH_PROPOSED, next);
        assertThat(node.send()).isEqualTo(1);
    }

    /** What was due goes where they are reached when it leaves; and nowhere once that was taken out, in the same moment too. */
    @Test
    void reachAVolunteerWhereTheySayNowAndNowhereOnceTheyTookItOut() {
        VolunteerId v = new VolunteerId(UUID.randomUUID());
        MatchId match = new MatchId(UUID.randomUUID());
        house.add(
                v,
                0,
                new VolunteerRegistered(
                        v,
                        house.sealing.seal(Words.VOLUNTEER_NAME, v.value(), "V"),
                        house.sealing.seal(Words.VOLUNTEER_CONTACT, v.value(), "v@shared.example.org"),
                        null,
                        List.of("housing"),
                        List.of("en"),
                        2));
        house.add(match, 0, new MatchProposed(match, p, v, List.of(), HouseLaw.MATCH_PROPOSAL));
        tellVolunteer(v, Occasion.MATCH_PROPOSED, match);
        house.add(
                v,
                1,
                new VolunteerCorrected(
                        v,
                        "has-changed",
                        null,
                        null,
                        house.sealing.seal(Words.VOLUNTEER_CONTACT, v.value(), "v@own.example.org"),
                        false,
                        HouseLaw.VOLUNTEER_CORRECTION));
        assertThat(node.send()).isEqualTo(1);
        assertThat(house.carried).extracting(Note::address).containsExactly("v@own.example.org");

        tellVolunteer(v, Occasion.MATCH_PROPOSED, match);
        house.meanwhile = () -> {
            house.meanwhile = null;
            house.add(
                    v,
                    2,
                    new VolunteerCorrected(v, "has-changed", null, null, null, true, HouseLaw.VOLUNTEER_CORRECTION));
        };
        assertThat(node.send()).isZero();
        assertThat(house.record.facts(MessageWithheld.class))
                .extracting(MessageWithheld::why)
                .containsExactly(Why.NO_SAFE_WAY);
        assertThat(house.carried).hasSize(1);
    }

    private void tellVolunteer(VolunteerId volunteer, Occasion occasion, MatchId match) {
        house.queue().tell(volunteer, occasion, match.value(), UUID.randomUUID().toString());
        house.react();
    }

    @Test
    void tellNobodyOfABoundaryThatWasLifted() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        VolunteerId v = new VolunteerId(UUID.randomUUID());
        MatchId match = new MatchId(UUID.randomUUID());
        BoundaryId boundary = new BoundaryId(UUID.randomUUID());
        house.add(boundary, 0, new BoundarySet(boundary, match, p, v, Side.VOLUNTEER, v.value(), Topic.HOURS, null));
        house.queue()
                .tell(
                        p,
                        Occasion.BOUNDARY_SET,
                        boundary.value(),
                        UUID.randomUUID().toString());
        house.react();
        assertThat(node.send()).isEqualTo(1);

        house.queue()
                .tell(
                        p,
                        Occasion.BOUNDARY_SET,
                        boundary.value(),
                        UUID.randomUUID().toString());
        house.react();
        house.together = false;
        assertThat(node.send()).isZero();
        house.together = true;
        house.add(boundary, 1, new BoundaryLifted(boundary, match, Side.VOLUNTEER));
        house.queue()
                .tell(
                        p,
                        Occasion.BOUNDARY_SET,
                        boundary.value(),
                        UUID.randomUUID().toString());
        house.react();
        assertThat(node.send()).isZero();
        assertThat(house.record.facts(MessageWithheld.class))
                .extracting(MessageWithheld::why)
                .containsExactly(Why.SETTLED, Why.SETTLED);
    }

    private void asked(PresenceId presence, Asker by) {
        PresenceAsked fact = new PresenceAsked(
                presence,
                new MatchId(UUID.randomUUID()),
                p,
                new VolunteerId(UUID.randomUUID()),
                Guest.TRAINEE,
                LocalDate.now(clock),
                by,
                HouseLaw.PRESENCE_ASKING);
        house.add(presence, 0, fact);
        new TellParticipantWhenSomethingWaits(house.queue())
                .on(fact, UUID.randomUUID().toString());
    }

    @Test
    void askAboutAPresenceOnlyWhileItCanBeAnsweredAndNotWhoeverAsked() {
        participant("en");
        chooses(ContactChannel.EMAIL, ADDRESS, null);
        asked(new PresenceId(UUID.randomUUID()), Asker.PARTICIPANT);
        assertThat(house.record.facts(MessageQueued.class)).isEmpty();

        asked(new PresenceId(UUID.randomUUID()), Asker.VOLUNTEER);
        house.react();
        assertThat(node.send()).isEqualTo(1);
        assertThat(house.carried).hasSize(1);

        PresenceId answered = new PresenceId(UUID.randomUUID());
        asked(answered, Asker.VOLUNTEER);
        house.add(answered, 1, new PresenceDeclined(answered, new MatchId(UUID.randomUUID()), p));
        house.react();
        assertThat(node.send()).isZero();

        asked(new PresenceId(UUID.randomUUID()), Asker.COORDINATOR);
        house.react();
        house.together = false;
        assertThat(node.send()).isZero();
        house.together = true;

        asked(new PresenceId(UUID.randomUUID()), Asker.COORDINATOR);
        house.react();
        clock.forward(Duration.ofDays(2));
        assertThat(node.send()).isZero();
        assertThat(house.record.facts(MessageWithheld.class))
                .extracting(MessageWithheld::why)
                .containsExactly(Why.SETTLED, Why.SETTLED, Why.SETTLED);
        assertThat(house.carried).hasSize(1);
    }

    private final AgencyId agency = new AgencyId(UUID.randomUUID());
    private final ReferralId referral = new ReferralId(UUID.randomUUID());
    private final ServiceId service = new ServiceId(UUID.randomUUID());

    /** Something was sent to the agency, of which it is due to hear. */
    private void sent() {
        house.add(referral, 0, new ReferralOffered(referral, p, service, agency, "housing-advice"));
        ReferralSent fact = new ReferralSent(
                referral,
                p,
                agency,
                consent,
                1,
                Set.of(DataClass.IDENTITY),
                house.sealing.seal(Words.REFERRAL_PACKET, p.value(), "Their name is Hypatia"),
                new Notice("redisclosure", 1, "00"),
                HouseLaw.MESSAGE_LEAVING);
        house.add(referral, 1, fact);
        new TellAgencyWhenSomethingWasSent(house.queue(), house.record)
                .on(fact, UUID.randomUUID().toString());
        house.react();
    }

    @Test
    void tellAnAgencyThatSomethingWasSentAndNothingOfIt() {
        participant("ar");
        sent();
        assertThat(node.send()).isEqualTo(1);
        assertThat(house.carried).singleElement().satisfies(note -> {
            assertThat(note.address()).isEqualTo("desk@agency.example.org");
            assertThat(note.subject()).isEqualTo("Something was sent to you");
            assertThat(note.body()).doesNotContain("Hypatia", "http", "#");
        });
        assertThat(house.looks).as("nobody is looked at").isEmpty();
        assertThat(house.record.facts(MessageLeaving.class)).singleElement().satisfies(fact -> {
            assertThat(fact.wording().name()).isEqualTo("agency");
            assertThat(fact.receiver()).isEqualTo(new Receiver(Receiver.Kind.AGENCY, agency.value()));
            assertThat(fact.receiverSequence()).isEqualTo(-1);
            assertThat(fact.aboutSequence()).isEqualTo(1);
        });
    }

    static Stream<Arguments> whatEndsIt() {
        ReferralId r = new ReferralId(UUID.randomUUID());
        ParticipantId one = new ParticipantId(UUID.randomUUID());
        AgencyId a = new AgencyId(UUID.randomUUID());
        ConsentId c = new ConsentId(UUID.randomUUID());
        return Stream.of(
                        new AgencySittingBegun(r, one, a, 1, c, 1, Instant.EPOCH, HouseLaw.MESSAGE_LEAVING),
                        new ReferralAccepted(r, one),
                        new ReferralNotAccepted(r, one),
                        new ReferralRecalled(r, one, c),
                        new ReferralClosed(r, one))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("whatEndsIt")
    void tellAnAgencyNothingThatHasHeardOfItOrNeedNot(Fact fact) {
        participant("en");
        sent();
        house.add(referral, 2, fact);
        withheld(Why.SETTLED);
    }

    /** The consent is taken back between the decision and the note, before anything recalled what was sent. */
    @Test
    void tellAnAgencyNothingOnceTheConsentWasTakenBack() {
        participant("en");
        sent();
        house.listed = null;
        house.add(consent, 0, new ConsentWithdrawn(consent, p, HouseLaw.MESSAGE_LEAVING));
        withheld(Why.SETTLED);
    }

    @Test
    void tellAnAgencyNothingOfWhomSupportHasEndedOrWhoIsForgotten() {
        participant("en");
        sent();
        house.add(p, sequence++, new CaseClosed(p, "their-wish", HouseLaw.CASE_CLOSING));
        withheld(Why.SETTLED);
    }

    @Test
    void tellAnAgencyNothingOfWhoIsForgotten() {
        participant("en");
        sent();
        house.add(KeyEvent.stream(p.value()), 0, new KeyDestroyed(p.value(), List.of(UUID.randomUUID()), "erasure"));
        withheld(Why.SETTLED);
    }

    /** Whatever else became of it; and nobody has to be in force or remembered for it. */
    @Test
    void tellAnAgencyToStopUsingWhatWasCalledBackUntilItWasToldWhich() {
        participant("en");
        sent();
        assertThat(node.send()).isEqualTo(1);
        ReferralRecalled recalled = new ReferralRecalled(referral, p, consent);
        house.add(referral, 2, opening());
        house.add(referral, 3, recalled);
        house.add(referral, 4, new ReferralClosed(referral, p));
        house.add(KeyEvent.stream(p.value()), 0, new KeyDestroyed(p.value(), List.of(UUID.randomUUID()), "erasure"));
        TellAgencyWhenSomethingWasSent telling = new TellAgencyWhenSomethingWasSent(house.queue(), house.record);
        telling.on(recalled, UUID.randomUUID().toString());
        house.react();
        assertThat(node.send()).isEqualTo(1);
        assertThat(house.carried)
                .extracting(Note::subject)
                .containsExactly("Something was sent to you", "Please stop using something");

        telling.on(recalled, UUID.randomUUID().toString());
        house.react();
        house.add(
                referral,
                5,
                new RecallNoticeGiven(
                        referral,
                        p,
                        agency,
                        new Notice("recall", 1, "00"),
                        "phone",
                        LocalDate.now(clock),
                        HouseLaw.MESSAGE_LEAVING));
        assertThat(node.send()).isZero();
        assertThat(house.record.facts(MessageWithheld.class))
                .extracting(MessageWithheld::why)
                .containsExactly(Why.SETTLED);
    }

    private AgencyOpeningMade opening() {
        return new AgencyOpeningMade(referral, p, agency, 1, Instant.EPOCH, HouseLaw.MESSAGE_LEAVING);
    }

    /** Else the first that it ever hears of it would leave after the consent was taken back. */
    @Test
    void tellAnAgencyNothingOfWhatWasCalledBackThatItWasNeverGiven() {
        participant("en");
        house.add(referral, 0, new ReferralOffered(referral, p, service, agency, "housing-advice"));
        house.add(
                referral,
                1,
                new ReferralSent(
                        referral,
                        p,
                        agency,
                        consent,
                        1,
                        Set.of(DataClass.IDENTITY),
                        house.sealing.seal(Words.REFERRAL_PACKET, p.value(), "a packet"),
                        new Notice("redisclosure", 1, "00"),
                        HouseLaw.MESSAGE_LEAVING));
        ReferralRecalled recalled = new ReferralRecalled(referral, p, consent);
        house.add(referral, 2, recalled);
        new TellAgencyWhenSomethingWasSent(house.queue(), house.record)
                .on(recalled, UUID.randomUUID().toString());
        house.react();
        withheld(Why.SETTLED);
    }

    @Test
    void areKeptBackWhereTheAgencyPublishesNoAddress() {
        participant("en");
        sent();
        house.listed = null;
        withheld(Why.NO_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call us",
                "a@agency.example.org, b@agency.example.org",
                "a@b.example.org\r\nBcc: c@d.example.org"
            })
    void areKeptBackWhereWhatTheAgencyPublishesIsNoAddress(String published) {
        participant("en");
        sent();
        house.listed = published;
        withheld(Why.NO_ADDRESS);
    }

    private final VolunteerId beside = new VolunteerId(UUID.randomUUID());
    private final MatchId walking = new MatchId(UUID.randomUUID());

    private void changeWaits() {
        house.add(walking, 0, new MatchStarted(walking, p, beside, HouseLaw.MATCH_PROPOSAL));
        ChangeOverdue overdue =
                new ChangeOverdue(walking, p, beside, LocalDate.now(clock), HouseLaw.MATCH_CHANGE_OVERDUE);
        house.add(walking, 1, overdue);
        new TellSecondContactWhenChangeWaits(house.queue())
                .on(overdue, UUID.randomUUID().toString());
        house.react();
    }

    @Test
    void tellTheSecondContactThatAChangeIsOverdue() {
        participant("en");
        changeWaits();
        assertThat(node.send()).isEqualTo(1);
        assertThat(house.carried)
                .extracting(Note::address, Note::subject)
                .containsExactly(tuple("second@post.example.org", "Something has waited for you"));
        assertThat(house.looks).isEmpty();
    }

    @Test
    void tellTheSecondContactAtOnceWhenTheyAreAskedThemselves() {
        participant("en");
        house.add(walking, 0, new MatchStarted(walking, p, beside, HouseLaw.MATCH_PROPOSAL));
        SecondContactAsked asked = new SecondContactAsked(
                walking, p, beside, Side.PARTICIPANT, LocalDate.now(clock), HouseLaw.MATCH_SECOND_CONTACT);
        house.add(walking, 1, asked);
        new TellSecondContactWhenChangeWaits(house.queue())
                .on(asked, UUID.randomUUID().toString());
        house.react();
        assertThat(node.send()).isEqualTo(1);
    }

    @Test
    void tellTheSecondContactNothingOfAChangeThatWasArranged() {
        participant("en");
        changeWaits();
        house.add(walking, 2, new MatchEnded(walking, p, beside, EndReason.CHANGE_ARRANGED));
        withheld(Why.SETTLED);
    }

    @Test
    void areKeptBackWhereTheSecondContactHasNoMailbox() {
        participant("en");
        changeWaits();
        house.secondContact = null;
        withheld(Why.NO_ADDRESS);
    }
}
