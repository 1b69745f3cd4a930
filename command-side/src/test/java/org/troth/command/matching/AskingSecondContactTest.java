package org.troth.command.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PostMapping;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.matching.MatchingRequest.MatchAsking;
import org.troth.command.matching.MatchingRequest.MatchEnding;
import org.troth.command.matching.MatchingRequest.MatchSide;
import org.troth.command.matching.MatchingRequest.Proposal;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.conflict.ConflictCheck;
import org.troth.events.consent.LastWord;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerStanding;

class AskingSecondContactTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Match.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final RecordedMatches matches = new RecordedMatches(record);
    private final Places places = new Places(MemoryRecord.plainTags(), record);
    private final Enrolment enrolment =
            participant -> new Enrolment.Standing(true, true, new Precondition(participant.toString(), 0));
    private final VolunteerStanding volunteers = (volunteer, day) ->
            new VolunteerStanding.Standing(true, true, 3, new Precondition(volunteer.toString(), -1));
    private final MatchDesk desk = new MatchDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            matches,
            places,
            enrolment,
            volunteers,
            (participant, volunteer) -> new ConflictCheck.Finding(false, List.of()),
            person -> true,
            (participant, purpose) -> new LastWord.Answer(LastWord.Said.NOTHING, false, List.of()),
            CLOCK);
    private final SecondContactDesk second =
            new SecondContactDesk(house.dispatch(), PermitsForTests.of(disclosing, record), matches, places);
    private final Asked coordinator = People.coordinator();
    private final Asked secondContact = People.asks(null, Role.SECOND_CONTACT);
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private MatchId match = new MatchId(UUID.randomUUID());

    @BeforeEach
    void begin() {
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", p.toString(), 0, new EnquiryReceived(p, "housing", "en", null))));
        match = started();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private MatchId requested() {
        return MatchId.of(
                desk.request(coordinator, new MatchAsking(p.toString())).answer());
    }

    private MatchId started() {
        MatchId id = requested();
        desk.propose(coordinator, id, new Proposal(v.toString(), List.of()));
        desk.accept(coordinator, id, new MatchSide("VOLUNTEER"));
        desk.accept(coordinator, id, new MatchSide("PARTICIPANT"));
        return id;
    }

    @Test
    void isTakenFromEachOfTheTwoWithoutAWordAndOnce() {
        Asked asks =
                People.withKey(People.participant(p.value()), UUID.randomUUID().toString());
        Outcome first = second.ask(asks, match);
        assertThat(second.ask(asks, match)).isEqualTo(new Outcome(first.answer(), first.position(), true));
        second.ask(People.participant(p.value()), match);
        second.ask(People.volunteer(v.value()), match);
        assertThat(record.facts(SecondContactAsked.class))
                .extracting(SecondContactAsked::by)
                .containsExactly(Side.PARTICIPANT, Side.VOLUNTEER);
        assertThat(record.facts(SecondContactAsked.class).get(0).dueBy()).isEqualTo("2026-12-05");
    }

    @Test
    void isNoMatchToCoordinatorsAndStrangersAndToTheSecondContact() {
        for (Asked other : List.of(
                coordinator,
                secondContact,
                People.participant(UUID.randomUUID()),
                People.volunteer(UUID.randomUUID()),
                People.asks(null, Role.AUDITOR))) {
            assertThatThrownBy(() -> second.ask(other, match)).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> second.ask(other, new MatchId(UUID.randomUUID())))
                    .isInstanceOf(NotOnRecord.class);
        }
        assertThat(record.facts(SecondContactAsked.class)).isEmpty();
        assertThat(disclosing.refusals()).hasSize(10);
    }

    @Test
    void leavesTheCoordinatorEverythingAsItWas() {
        second.ask(People.participant(p.value()), match);
        desk.askForChange(coordinator, match, new MatchSide("PARTICIPANT"));
        desk.askForChange(coordinator, match, new MatchSide("VOLUNTEER"));
        assertThat(record.facts(ChangeAsked.class)).hasSize(2);
        desk.end(coordinator, match, new MatchEnding("CHANGE_ARRANGED"));
        second.ask(People.participant(p.value()), started(new VolunteerId(UUID.randomUUID())));
    }

    private MatchId started(VolunteerId another) {
        MatchId id = requested();
        desk.propose(coordinator, id, new Proposal(another.toString(), List.of()));
        desk.accept(coordinator, id, new MatchSide("VOLUNTEER"));
        desk.accept(coordinator, id, new MatchSide("PARTICIPANT"));
        return id;
    }

    @Test
    void keepsTheTwoApartLikeAnyOtherWishForAChange() {
        desk.askForChange(People.volunteer(v.value()), match, new MatchSide(null));
        second.ask(People.participant(p.value()), match);
        desk.end(coordinator, match, new MatchEnding("CHANGE_ARRANGED"));
        MatchId next = requested();
        assertThatThrownBy(() -> desk.propose(coordinator, next, new Proposal(v.toString(), List.of())))
                .hasMessage(MatchRefused.notSuitable().plain());
        desk.close(coordinator, next);
    }

    @Test
    void letsTheSecondContactArrangeWhatIsTheirsAndNothingElse() {
        MatchEnding arranged = new MatchEnding("CHANGE_ARRANGED");
        assertThatThrownBy(() -> desk.end(secondContact, match, arranged)).isInstanceOf(NotOnRecord.class);
        assertThat(matches.change(match).open()).isFalse();

        second.ask(People.volunteer(v.value()), match);
        assertThat(matches.change(match).open()).isTrue();
        assertThatThrownBy(() -> desk.end(secondContact, match, new MatchEnding("SUPPORT_COMPLETE")))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.close(secondContact, match)).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.propose(secondContact, match, new Proposal(v.toString(), List.of())))
                .isInstanceOf(NotOnRecord.class);
        Asked arranges = People.withKey(secondContact, UUID.randomUUID().toString());
        desk.end(arranges, match, arranged);
        assertThat(desk.end(arranges, match, arranged).repeated()).isTrue();
        assertThat(record.facts(MatchEnded.class))
                .containsExactly(new MatchEnded(match, p, v, EndReason.CHANGE_ARRANGED));
        assertThat(matches.change(match).open()).isFalse();
        assertThat(places.free(v, 1)).isPresent();
    }

    /** A change is a right: nobody can put it off, decline it or ask for a reason, for there is nothing to do it with. */
    @Test
    void cannotBeRejectedByAnyCommandOrRouteThereIs() {
        assertThat(Stream.concat(
                                Arrays.stream(Match.class.getDeclaredMethods()),
                                Arrays.stream(Match.class.getDeclaredConstructors()))
                        .filter(each -> each.isAnnotationPresent(CommandHandler.class))
                        .map(each -> each.getParameterTypes()[0].getSimpleName()))
                .containsExactlyInAnyOrder(
                        "RequestMatch",
                        "ProposeVolunteer",
                        "AcceptMatch",
                        "TakeBackProposal",
                        "DeclineMatch",
                        "AskForChange",
                        "SayNoToRequest",
                        "AskSecondContact",
                        "TakeBackWishApart",
                        "NoteChangeOverdue",
                        "EndMatch",
                        "CloseMatchRequest");
        for (Class<?> door : List.of(MatchingApi.class, MatchingForms.class)) {
            assertThat(Arrays.stream(door.getDeclaredMethods())
                            .map(AskingSecondContactTest::route)
                            .filter(each -> !each.isEmpty()))
                    .containsExactlyInAnyOrder(
                            "/",
                            "/{id}/proposal",
                            "/{id}/acceptance",
                            "/{id}/declining",
                            "/{id}/change",
                            "/{id}/no",
                            "/{id}/end",
                            "/{id}/closing");
        }
        assertThatThrownBy(() -> desk.decline(coordinator, match, new MatchSide("PARTICIPANT")))
                .hasMessage(MatchRefused.alreadyStarted().plain());
    }

    private static String route(Method method) {
        PostMapping mapping = method.getAnnotation(PostMapping.class);
        return mapping == null ? "" : mapping.value().length == 0 ? "/" : mapping.value()[0];
    }
}
