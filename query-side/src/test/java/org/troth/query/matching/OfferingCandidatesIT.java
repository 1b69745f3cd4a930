package org.troth.query.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.AccountId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.AccountEvent.AccountInvited;
import org.troth.events.account.AccountEvent.AccountLeft;
import org.troth.events.boundary.BoundaryEvent.BoundaryDeclined;
import org.troth.events.confidential.Words;
import org.troth.events.consent.LastWord.Said;
import org.troth.events.consent.Purpose;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchDeclined;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequestClosed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.matching.MatchingEvent.RequestDeclined;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.participant.ParticipantEvent.ParticipantAvailabilityStated;
import org.troth.events.volunteer.VolunteerEvent.VolunteerAvailabilityStated;
import org.troth.events.volunteer.VolunteerEvent.VolunteerQualifiedUntil;
import org.troth.query.matching.CandidateViews.CandidateRow;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.PretendWords;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class OfferingCandidatesIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static House house;
    private static Story story;

    private ParticipantId looking;
    private MatchId match;

    @BeforeAll
    static void open(TestDatabase database) {
        house = new House(database).live();
        story = new Story(house.feed, 11).beginning();
    }

    /** Each begins without volunteers, and with somebody else who looks for one. */
    @BeforeEach
    void tell() {
        house.caughtUp().jdbc().sql("delete from volunteer").update();
        looking = story.enrolled("Ada Byron");
        match = new MatchId(story.id());
        story.tell(new MatchRequested(match, looking));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private List<CandidateRow> candidates() {
        house.caughtUp();
        return house.bean(CandidateViews.class).possible(row(), TODAY, 5_000);
    }

    private MatchViews.Row row() {
        return house.bean(MatchViews.class).one(match.value()).orElseThrow();
    }

    private void times(VolunteerId volunteer, String... times) {
        story.tell(new VolunteerAvailabilityStated(volunteer, List.of(times)));
    }

    @Test
    void putsThemInOrderWithPlainReasonsAndShowsApartWhoCannotBeProposed() throws Exception {
        VolunteerId elsewhere = story.volunteer("Vera Rubin", 2, "debt");
        VolunteerId fits = story.volunteer("Lise Meitner", 2, "housing");
        VolunteerId lapsed = story.volunteer("Emmy Noether", 2, "housing");
        VolunteerId full = story.volunteer("Marie Curie", 1, "housing");
        times(fits, "weekday-evening", "weekend-morning");
        times(elsewhere, "weekend-evening");
        story.tell(new ParticipantAvailabilityStated(looking, List.of("weekday-evening")));
        story.tell(new VolunteerQualifiedUntil(lapsed, LocalDate.of(2026, 5, 31), Story.LAW));
        story.started(story.enrolled("Rosalind Franklin"), full);

        assertThat(candidates()).extracting(CandidateRow::volunteer).containsExactly(fits.value(), elsewhere.value());
        assertThat(candidates().get(1).fit().against()).containsExactly("another-matter", "other-times");
        String words = new Pages(house).words("/matches/{id}", match.value());
        assertThat(words)
                .contains("Lise Meitner", "Same matter, same language, time at the same hours, has room")
                .contains("Vera Rubin", "Another matter, time at other hours")
                .contains("Who cannot be proposed today", "Emmy Noether", "Not qualified today", "No free place")
                .contains("does not say that there is no conflict");
        assertThat(words.indexOf("Lise Meitner")).isLessThan(words.indexOf("Vera Rubin"));
        assertThat(new Pages(house).get("/api/v1/matches/{id}", match.value()).getContentAsString())
                .contains("\"reasons\":[\"same-matter\",\"same-language\",\"same-times\",\"room\"]")
                .contains("\"against\":[\"another-matter\",\"other-times\"]", "\"why\":[\"not-qualified\"]");
    }

    /** Who has an account says yes with it; to press for them would be refused. */
    @Test
    void offersToWriteDownAYesOfNobodyWhoSaysItThemselves() throws Exception {
        VolunteerId volunteer = story.volunteer("Vera Rubin", 2, "housing");
        story.tell(new MatchProposed(match, looking, volunteer, List.of("room"), Story.LAW));
        house.caughtUp();
        assertThat(new Pages(house).words("/matches/{id}", match.value()))
                .contains("The participant says yes", "The volunteer says yes", "The volunteer says no")
                .doesNotContain("has an account");
        AccountId account = new AccountId(story.id());
        story.tell(new AccountInvited(
                account,
                PretendWords.sealed(Words.ACCOUNT_NAME, account.value(), "vera"),
                volunteer.value(),
                story.now()));
        house.caughtUp();
        assertThat(new Pages(house).words("/matches/{id}", match.value()))
                .contains("The participant says yes", "The volunteer has an account", "The volunteer says no")
                .doesNotContain("The volunteer says yes", "The participant has an account");
        story.tell(new AccountLeft(account));
        house.caughtUp();
        assertThat(new Pages(house).words("/matches/{id}", match.value())).contains("The volunteer says yes");
    }

    /** Which account it is of several records of one person makes no difference. */
    @Test
    void knowsTheAccountOfTheSamePersonUnderAnotherRecord() throws Exception {
        VolunteerId volunteer = story.volunteer("Vera Rubin", 2, "housing");
        ParticipantId kept = story.enrolled("Augusta King");
        story.tell(new MatchProposed(match, looking, volunteer, List.of("room"), Story.LAW));
        AccountId account = new AccountId(story.id());
        story.tell(new AccountInvited(
                account, PretendWords.sealed(Words.ACCOUNT_NAME, account.value(), "ada"), kept.value(), story.now()));
        for (ParticipantId each : List.of(kept, looking)) {
            story.tell(new PersonsMerged(each, kept, looking, "same-papers", Story.LAW));
        }
        house.caughtUp();
        assertThat(new Pages(house).words("/matches/{id}", match.value()))
                .contains("The participant has an account", "The volunteer says yes");
    }

    @Test
    void countsEveryLanguageTheySpeakAndNothingElseThatIsAroundThem() {
        VolunteerId speaks = story.volunteerSpeaking("Vera Rubin", "es");
        VolunteerId neither = story.volunteerSpeaking("Lise Meitner", "so");
        story.around(looking, null, "tenant-of", "interpreter:so breaks", "fr", "es-MX");
        List<CandidateRow> first = candidates();
        assertThat(first).extracting(CandidateRow::volunteer).containsExactly(speaks.value(), neither.value());
        assertThat(first).extracting(each -> each.fit().sameLanguage()).containsExactly(true, false);
        story.around(looking, "has-changed", "law-person", "large-print", "so");
        assertThat(candidates()).extracting(CandidateRow::volunteer).containsExactly(neither.value(), speaks.value());
    }

    @Test
    void countsTheLastAnswerAboutTimesAndNoneWhenItWasTakenBack() {
        VolunteerId fits = story.volunteer("Lise Meitner", 2, "housing");
        story.tell(new ParticipantAvailabilityStated(looking, List.of("weekday-evening")));
        times(fits, "weekend-morning");
        assertThat(candidates().get(0).fit().times()).isEqualTo(Fit.Times.OTHER);
        times(fits, "weekday-evening");
        assertThat(candidates().get(0).fit().times()).isEqualTo(Fit.Times.SHARED);
        times(fits);
        assertThat(candidates().get(0).fit().times()).isEqualTo(Fit.Times.UNKNOWN);
    }

    @Test
    void changesForNobodyElseByANoAChangeABoundaryOrAnEnd() {
        List<VolunteerId> volunteers = IntStream.range(0, 12)
                .mapToObj(number -> story.volunteer("Volunteer " + number, 1 + number % 3, "housing"))
                .toList();
        volunteers.subList(0, 6).forEach(each -> times(each, "weekend-morning"));
        List<CandidateRow> before = candidates();
        assertThat(before).hasSize(12);

        for (VolunteerId volunteer : volunteers.subList(0, 9)) {
            ParticipantId other = story.enrolled("Somebody");
            for (Side side : Side.values()) {
                MatchId declined = new MatchId(story.id());
                story.tell(new MatchRequested(declined, other));
                story.tell(new MatchProposed(declined, other, volunteer, List.of("room"), Story.LAW));
                story.tell(new MatchDeclined(declined, other, volunteer, side));
                story.tell(new MatchRequestClosed(declined, other));
            }
            MatchId changed = story.started(other, volunteer);
            story.tell(new BoundaryDeclined(
                    story.boundary(changed, other, volunteer, Side.VOLUNTEER, "not after eight"),
                    changed,
                    Side.VOLUNTEER));
            for (Side side : Side.values()) {
                story.tell(new RequestDeclined(changed, other, volunteer, side, Story.LAW));
                story.tell(new ChangeAsked(changed, other, volunteer, side, LocalDate.of(2026, 5, 5), Story.LAW));
            }
            story.tell(new MatchEnded(changed, other, volunteer, EndReason.CHANGE_ARRANGED));
        }

        assertThat(names(candidates())).isEqualTo(names(before));
        assertThat(candidates())
                .extracting(CandidateRow::fit)
                .isEqualTo(before.stream().map(CandidateRow::fit).toList());
    }

    @Test
    void leavesOutWhoIsKeptApartFromThisPersonAndSaysNothingOfThem() throws Exception {
        VolunteerId apart = story.volunteer("Vera Rubin", 1, "housing");
        story.volunteer("Lise Meitner", 1, "housing");
        story.tell(new MatchProposed(match, looking, apart, List.of("room"), Story.LAW));
        story.tell(new MatchDeclined(match, looking, apart, Side.PARTICIPANT));

        assertThat(candidates()).hasSize(1).noneMatch(each -> each.volunteer().equals(apart.value()));
        story.tell(new VolunteerQualifiedUntil(apart, LocalDate.of(2026, 5, 1), Story.LAW));
        house.caughtUp();
        assertThat(new Pages(house).words("/matches/{id}", match.value())).doesNotContain("Vera Rubin");
    }

    @Test
    void usesNothingOfTheirRecordWhenTheirLastWordIsNo() throws Exception {
        story.volunteer("Vera Rubin", 3, "debt");
        VolunteerId fits = story.volunteer("Lise Meitner", 2, "housing");
        VolunteerId lapsed = story.volunteer("Emmy Noether", 2, "housing");
        times(fits, "weekday-evening");
        story.tell(new ParticipantAvailabilityStated(looking, List.of("weekday-evening")));
        story.tell(new VolunteerQualifiedUntil(lapsed, LocalDate.of(2026, 5, 31), Story.LAW));
        house.caughtUp();
        for (Said no : List.of(Said.NO, Said.TAKEN_BACK, Said.ENDED)) {
            house.lastWords.say(looking, Purpose.MATCHING, no);
            String words = new Pages(house).words("/matches/{id}", match.value());
            assertThat(words)
                    .contains("They did not want their record to be used", "Has room", "Emmy Noether")
                    .doesNotContain("Same matter", "same language", "same hours", "Another matter", "speaks their");
            assertThat(words.indexOf("Vera Rubin")).as("the most room").isLessThan(words.indexOf("Lise Meitner"));
            assertThat(new Pages(house)
                            .get("/api/v1/matches/{id}", match.value())
                            .getContentAsString())
                    .contains("\"withoutRecord\":true", "\"reasons\":[\"room\"]", "\"against\":[]")
                    .doesNotContain("same-", "another-");
        }
        house.lastWords.say(looking, Purpose.MATCHING, Said.YES);
        assertThat(new Pages(house).words("/matches/{id}", match.value())).contains("Same matter");
    }

    @Test
    void standsInTheSameOrderInTheDatabaseAsInTheRule() {
        house.caughtUp();
        house.jdbc().sql("""
                insert into volunteer (id, matters, languages, times, capacity, qualified_until, registered_at,
                                       registered_position, name, contact)
                select gen_random_uuid(), (array['housing', 'debt family', 'family housing'])[1 + n % 3],
                       (array['en', 'fr en-GB', 'es', 'ar'])[1 + n % 4],
                       (array['', 'weekend-morning', 'weekday-evening weekend-morning'])[1 + n % 3 * 7 % 3],
                       n % 5, date '2026-06-01' + (n % 9 - 2), now(), 1000000 + n, decode(repeat('00', 400), 'hex'), decode(repeat('00', 400), 'hex')
                  from generate_series(1, 2000) n
                """).update();
        story.tell(new ParticipantAvailabilityStated(looking, List.of("weekend-morning", "weekend-evening")));
        List<CandidateRow> rows = candidates();

        assertThat(rows.size()).isGreaterThan(1_000);
        assertThat(rows).extracting(CandidateRow::fit).isSortedAccordingTo(Fit.BEST_FIRST);
        assertThat(rows).allMatch(each -> each.fit().possible());
        assertThat(rows.get(0).fit().sameLanguage()).isTrue();
        assertThat(house.bean(CandidateViews.class).hindered(row(), TODAY, 5_000))
                .hasSize(2_000 - rows.size())
                .noneMatch(each -> each.fit().possible());
    }

    private static List<UUID> names(List<CandidateRow> rows) {
        return rows.stream().map(CandidateRow::volunteer).toList();
    }
}
