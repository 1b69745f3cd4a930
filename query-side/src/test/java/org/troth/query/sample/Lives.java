package org.troth.query.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.troth.events.AgencyId;
import org.troth.events.BoundaryId;
import org.troth.events.ConsentId;
import org.troth.events.DisclosureId;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.MessageId;
import org.troth.events.OutsideRoleId;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.PlanStepId;
import org.troth.events.PresenceId;
import org.troth.events.ReferralId;
import org.troth.events.SheetId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.AccountEvent.*;
import org.troth.events.account.Role;
import org.troth.events.boundary.BoundaryEvent.*;
import org.troth.events.charter.CharterEvent.*;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.conflict.ConflictEvent.*;
import org.troth.events.consent.ConsentEvent.*;
import org.troth.events.consent.Purpose;
import org.troth.events.directory.DirectoryEvent.*;
import org.troth.events.disclosure.DisclosureEvent.*;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.encounter.EncounterEvent.CitedSheet;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.events.erasure.ErasureEvent.*;
import org.troth.events.goal.GoalEvent.*;
import org.troth.events.keys.KeyEvent.*;
import org.troth.events.ledger.LedgerEvent.*;
import org.troth.events.matching.MatchingEvent.*;
import org.troth.events.matching.MatchingEvent.RequestDeclined;
import org.troth.events.merging.MergingEvent.*;
import org.troth.events.message.MessageEvent.*;
import org.troth.events.participant.ParticipantEvent.*;
import org.troth.events.plan.JointPlan;
import org.troth.events.plan.PlanEvent.*;
import org.troth.events.presence.Guest;
import org.troth.events.presence.PresenceEvent.*;
import org.troth.events.programme.ProgrammeEvent.*;
import org.troth.events.referral.ReferralEvent.*;
import org.troth.events.sheet.SheetEvent.*;
import org.troth.events.volunteer.VolunteerEvent.*;
import org.troth.events.youth.YouthEvent.*;

/** Whole lives, every kind of fact in them, with a chance of ending at each step. */
final class Lives {

    private final Story story;
    private final Random random;

    Lives(Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    /** Each as far as it came, and one of every end. */
    private void messages(ParticipantId participant, int number) {
        MessageId left = story.due(participant, Occasion.CONSENT_ASKED);
        story.leaves(left, participant);
        story.tell(new MessageNotTaken(left, Story.to(participant)));
        story.leaves(left, participant);
        story.tell(new MessageLeft(left, Story.to(participant)));
        MessageId other = story.due(participant, Occasion.REFERRAL_ANSWERED);
        switch (number % 4) {
            case 0 -> story.tell(new MessageWithheld(other, Story.to(participant), Why.WAY_UNSAFE, Story.LAW));
            case 1 -> {
                story.leaves(other, participant);
                story.tell(new MessageGivenUp(other, Story.to(participant), Trouble.REFUSED));
            }
            case 2 -> {
                story.leaves(other, participant);
                story.tell(new MessageUnaccounted(other, Story.to(participant)));
            }
            default -> {}
        }
    }

    /** Every fifth of them is thought to be the one before, in every way in which that can end. */
    private void merging(ParticipantId participant, int number) {
        if (number % 5 != 0 || story.participants().size() < 2) {
            return;
        }
        ParticipantId before = story.participants().get(story.participants().size() - 2);
        List<ParticipantId> both = List.of(before, participant);
        both.forEach(each -> story.tell(new MergeProposed(each, before, participant, "same-papers", Story.LAW)));
        if (number % 10 == 0) {
            both.forEach(each -> story.tell(new MergeDropped(each, before, participant, Story.LAW)));
        } else {
            both.forEach(each -> story.tell(new PersonsMerged(each, before, participant, "same-papers", Story.LAW)));
            if (number % 25 == 0) {
                both.forEach(each -> story.tell(new MergeUndone(each, before, participant, Story.LAW)));
            }
        }
    }

    private void erasure(ParticipantId participant, int number) {
        UUID erasure = story.id();
        story.tell(new ErasureRequested(
                participant.value(),
                Side.PARTICIPANT,
                erasure,
                LocalDate.of(2026, 1, 2),
                LocalDate.of(2026, 8, 1),
                Story.LAW));
        if (number % 3 != 0) {
            story.tell(
                    number % 3 == 1
                            ? new ErasureRequestTakenBack(participant.value(), Side.PARTICIPANT, erasure, Story.LAW)
                            : new ErasureNotedByMistake(
                                    participant.value(), Side.PARTICIPANT, erasure, "nobody-asked", Story.LAW));
        }
    }

    /** Some are not of age yet, some come of age, and of some it was a mistake. */
    private void youth(ParticipantId participant, int number) {
        if (number % 5 != 0) {
            return;
        }
        LocalDate ofAgeOn = LocalDate.of(2026, 9, 1).plusDays(number);
        ConsentId consent = story.askedYoung(participant);
        story.tell(new MinorityNoted(participant, ofAgeOn, Story.LAW));
        story.tell(new GuardianRecognised(participant, 2, "parent", "birth-record-seen", Story.LAW));
        story.tell(new GuardianRecognised(participant, 3, "guardian-by-court", "court-order-seen", Story.LAW));
        story.tell(new GuardianAgreed(
                participant,
                consent,
                2,
                Statement.SPOKEN,
                "interpreter",
                "en",
                null,
                Interpreting.PROFESSIONAL,
                Story.LAW));
        story.tell(new GuardianObjected(participant, consent, 3, Story.LAW));
        story.tell(new GuardianStandingEnded(participant, 3));
        switch (number / 5 % 5) {
            case 0 -> story.tell(new CameOfAge(participant, ofAgeOn, Story.LAW));
            case 1 -> {
                story.tell(new DecidingAloneBegun(participant, "guardian-is-a-danger", Story.LAW));
                story.tell(new DecidingAloneEnded(participant));
            }
            case 2 -> story.tell(new DecidingAloneBegun(participant, "court-decided", Story.LAW));
            case 4 -> story.tell(new MinorityNoteTakenBack(participant));
            default -> story.tell(new MinorityNoted(participant, ofAgeOn.plusYears(1), Story.LAW));
        }
    }

    void tell(int number) {
        ParticipantId participant = story.enquiry(number % 2 == 0 ? "housing" : "family");
        if (number % 7 == 1) {
            story.tell(new EnquiryClosed(participant, "other-help"));
            return;
        }
        if (number % 11 == 2) {
            return;
        }
        if (number % 4 == 3) {
            story.nameless(participant, number % 8 == 7);
            if (number % 8 == 7) {
                return;
            }
        }
        story.intake(participant, "Person " + number);
        story.tell(new ContactMarkedUnsafe(participant, ContactChannel.EMAIL));
        if (number % 9 == 3) {
            return;
        }
        if (number % 3 != 0) {
            story.waits(participant, Urgency.values()[number % Urgency.values().length]);
        }
        story.tell(new ParticipantEnrolled(participant, Story.LAW));
        story.looked(Story.COORDINATOR, participant, PurposeOfUse.COC, Ground.ROLE, DataClass.IDENTITY);
        story.looked(Story.COORDINATOR, participant, PurposeOfUse.COC, Ground.ROLE, DataClass.CONTACT);
        story.tell(new ParticipantAvailabilityStated(participant, List.of("weekday-evening")));
        consents(participant, number);
        youth(participant, number);
        if (story.volunteers().size() < 3 || number % 10 == 0) {
            VolunteerId fresh = story.volunteer("Volunteer " + number, 2, "housing");
            story.tell(new VolunteerCapacityChanged(fresh, 3));
            story.tell(new VolunteerCorrected(fresh, "has-changed", null, List.of("en", "pt"), null, false, Story.LAW));
            story.tell(new VolunteerAvailabilityStated(fresh, List.of("weekend-morning")));
        }
        messages(participant, number);
        names(participant, number);
        merging(participant, number);
        erasure(participant, number);
        match(participant, number);
        referral(participant, number);
        story.tell(new PeopleSearched(
                new DisclosureId(story.id()),
                Story.COORDINATOR.account(),
                Role.COORDINATOR,
                PurposeOfUse.COC,
                "/participants/search",
                SubjectKind.PARTICIPANT,
                Set.of(DataClass.IDENTITY),
                number));
        story.tell(new LogRead(
                new DisclosureId(story.id()),
                Story.AUDITOR.account(),
                Role.AUDITOR,
                PurposeOfUse.HCOMPL,
                "/disclosures",
                participant.value(),
                2));
        story.tell(new LookRefused(
                new DisclosureId(story.id()),
                Story.AUDITOR.account(),
                "/participants/{id}",
                participant.value(),
                "role"));
        afterwards(participant, number);
        if (number % 13 == 5) {
            story.tell(new KeyDestroyed(participant.value(), List.of(story.id()), "erasure"));
        }
        if (number % 40 == 4) {
            story.tell(new ViewsRebuilt(story.id(), 1, 1));
        }
    }

    private void afterwards(ParticipantId participant, int number) {
        if (number % 5 == 0) {
            story.aside(participant, "Somebody beside " + number);
        }
        if (number % 6 == 0) {
            story.ends(participant, LocalDate.of(2026, 3, 1));
            if (number % 9 == 0) {
                story.tell(new FollowUpMade(participant, "talked", Story.LAW));
            } else if (number % 7 == 0) {
                story.tell(new CaseReopened(participant, Story.LAW));
                story.tell(new FollowUpDropped(participant));
            }
        }
    }

    private void consents(ParticipantId participant, int number) {
        ConsentId understood = story.consent(participant, Purpose.SUPPORT, null);
        if (number % 6 == 0) {
            ConsentId ending = story.consent(participant, Purpose.SUPPORT, LocalDate.of(2026, 3, 1));
            story.tell(new ConsentGiven(ending, participant, Story.LAW));
            story.tell(new ConsentRenewalAsked(understood, participant, ending, Story.LAW));
        }
        story.tell(new ConsentTalkedThrough(understood, participant, "phone", "ar", Interpreting.PROFESSIONAL));
        story.tell(new ConsentUnderstood(
                understood,
                participant,
                new ShownText("support-questions", 1, "en", "cd"),
                new ReadingLevel("flesch-kincaid-grade", "4.2"),
                Story.LAW));
        story.tell(new ConsentGiven(understood, participant, Story.LAW));
        story.tell(new ConsentDeclined(story.consent(participant, Purpose.RESEARCH, null), participant));
        if (number % 3 == 0) {
            ConsentId taken = story.consent(participant, Purpose.REPORTING, null);
            story.tell(new ConsentGiven(taken, participant, Story.LAW));
            story.tell(new ConsentWithdrawn(taken, participant, Story.LAW));
        }
        if (number % 4 == 0) {
            LocalDate lastDay = LocalDate.of(2026, 3, 1);
            ConsentId over = story.consent(participant, Purpose.MATCHING, lastDay);
            story.tell(new ConsentGiven(over, participant, Story.LAW));
            story.tell(new ConsentExpired(over, participant, lastDay));
        }
    }

    private void names(ParticipantId participant, int number) {
        VolunteerId volunteer = story.volunteers().get(0);
        UUID taken = story.named(participant.value(), Side.PARTICIPANT, Relation.EMPLOYER, "Harbour Street Bakery");
        story.tell(new ConflictNameTakenBack(participant.value(), Side.PARTICIPANT, taken, Story.LAW));
        story.named(participant.value(), Side.PARTICIPANT, Relation.OTHER_PARTY, "Landlord " + number);
        if (number % 4 == 0) {
            story.named(volunteer.value(), Side.VOLUNTEER, Relation.FIRM, "Hill and Stone");
        }
    }

    private void match(ParticipantId participant, int number) {
        VolunteerId volunteer =
                story.volunteers().get(random.nextInt(story.volunteers().size()));
        if (number % 5 == 0) {
            MatchId none = new MatchId(story.id());
            story.tell(new MatchRequested(none, participant));
            story.tell(new MatchProposed(none, participant, volunteer, List.of("room"), Story.LAW));
            story.tell(new MatchDeclined(none, participant, volunteer, Side.VOLUNTEER));
            if (number % 10 == 0) {
                story.tell(new WishApartTakenBack(none, participant, volunteer, Side.VOLUNTEER, Story.LAW));
            }
            story.tell(new MatchProposed(none, participant, volunteer, List.of("room"), Story.LAW));
            story.tell(new ProposalTakenBack(none, participant, volunteer, Story.LAW));
            story.tell(new MatchRequestClosed(none, participant));
            return;
        }
        MatchId match = story.started(participant, volunteer);
        EncounterLogged met = story.met(match, participant, volunteer);
        if (number % 2 == 0) {
            story.corrected(met, 45, number % 4 == 0 ? "another note" : null);
            story.proposed(met, 1);
            if (number % 4 == 0) {
                story.approved(met, 1, 45);
            } else {
                story.sentBack(met, 1);
            }
        }
        if (number % 2 == 1) {
            story.read(Side.VOLUNTEER, volunteer.value(), 1);
            story.read(Side.PARTICIPANT, participant.value(), 1 + number % 3);
        }
        OutsideRoleId outside =
                story.outside(match, participant, volunteer, number % 3 == 0 ? "danger" : "legal-advice");
        if (number % 4 != 1) {
            story.tell(new OutsideRoleDecided(
                    outside,
                    match,
                    participant,
                    volunteer,
                    Decision.values()[number % Decision.values().length],
                    new ReferralId(story.id()),
                    Story.LAW));
        }
        story.putRight(participant, "Once More " + number);
        story.around(participant, null, "tenant-of", "breaks", "es", "pt-BR");
        story.around(participant, "has-changed", "law-person", "interpreter:ase captions", "fr");
        BoundaryId hours = story.boundary(match, participant, volunteer, Side.VOLUNTEER, "not after eight");
        story.tell(new BoundaryChanged(
                hours,
                match,
                Side.VOLUNTEER,
                volunteer.value(),
                Topic.CHANNEL,
                PretendWords.sealed(Words.BOUNDARY_WORDS, volunteer.value(), "text first")));
        story.tell(new BoundaryDeclined(hours, match, Side.PARTICIPANT));
        story.tell(new RequestDeclined(match, participant, volunteer, Side.PARTICIPANT, Story.LAW));
        if (number % 2 == 0) {
            story.tell(new BoundaryLifted(hours, match, Side.VOLUNTEER));
        }
        if (number % 3 == 0) {
            story.tell(new ChangeAsked(
                    match, participant, volunteer, Side.PARTICIPANT, LocalDate.of(2026, 5, 5), Story.LAW));
        }
        if (number % 3 == 1) {
            story.tell(new ChangeOverdue(match, participant, volunteer, LocalDate.of(2026, 5, 5), Story.LAW));
            story.tell(new SecondContactAsked(
                    match, participant, volunteer, Side.VOLUNTEER, LocalDate.of(2026, 5, 6), Story.LAW));
        }
        guests(participant, volunteer, match, met, number);
        sheets(met, number);
        goal(participant, volunteer, match, number);
        plan(participant, volunteer, match, number);
        if (number % 6 == 0) {
            story.tell(new MatchEnded(match, participant, volunteer, EndReason.CHANGE_ARRANGED));
        }
    }

    private void offers(int number) {
        String code = "own-" + number;
        story.tell(new ProgrammeCodeOffered(
                ProgrammeList.MATTER, code, List.of(new Label("en", "Own " + number)), Story.LAW));
        story.tell(new ProgrammeCodeOffered(
                ProgrammeList.MATTER,
                code,
                List.of(new Label("en", "Own still " + number), new Label("ar", "خاص " + number)),
                Story.LAW));
        if (number % 2 == 0) {
            story.tell(new ProgrammeCodeWithdrawn(ProgrammeList.MATTER, code, Story.LAW));
        }
    }

    private void sheets(EncounterLogged met, int number) {
        LocalDate reviewBy = LocalDate.of(2026, 12, 1 + number % 28);
        offers(number);
        SheetId sheet = story.published("Sheet " + number, reviewBy);
        story.published(sheet, 2, "Sheet " + number + " anew", reviewBy);
        story.tell(new SheetReviewed(
                sheet, 2, new Review("law-centre", LocalDate.of(2026, 2, 1), LocalDate.of(2027, 2, 1)), Story.LAW));
        story.gave(met, new CitedSheet(sheet, 2, "ab2"), new CitedSheet(sheet, 1, "ab1"));
        if (number % 2 == 0) {
            story.tell(new SheetTakenBack(sheet, 2));
            story.gave(met, new CitedSheet(sheet, 1, "ab1"));
        }
    }

    private void guests(
            ParticipantId participant, VolunteerId volunteer, MatchId match, EncounterLogged met, int number) {
        PresenceId agreed =
                story.asked(match, participant, volunteer, Guest.TRAINEE, LocalDate.of(2026, 7, 1 + number % 28));
        story.tell(new PresenceAgreed(agreed, match, participant, Story.LAW));
        PresenceId declined = story.asked(match, participant, volunteer, Guest.OBSERVER, LocalDate.of(2026, 7, 30));
        if (number % 2 == 0) {
            story.tell(new PresenceDeclined(declined, match, participant));
        }
        story.joined(met, Guest.COMPANION, number % 3 == 0 ? agreed : null);
    }

    private void goal(ParticipantId participant, VolunteerId volunteer, MatchId match, int number) {
        GoalId goal = story.goal(participant, number % 2 == 0 ? "home" : null, "stay here", number % 4, number % 9);
        story.reworded(goal, participant, "home", "stay until summer");
        story.tell(new GoalShown(goal, participant, volunteer, match, Story.LAW));
        if (number % 3 == 0) {
            story.tell(new GoalShownNoMore(goal, participant, volunteer, match));
        }
        if (number % 3 != 1) {
            story.tell(number % 2 == 0 ? new GoalReached(goal, participant) : new GoalLetGo(goal, participant));
        }
        if (number % 4 == 2) {
            story.tell(new GoalTakenUpAgain(goal, participant));
        }
    }

    private void plan(ParticipantId participant, VolunteerId volunteer, MatchId match, int number) {
        PlanId plan = story.plan(participant);
        PlanSectionId law = story.section(plan, participant, "legal", null, Hand.COORDINATOR, "write to the court");
        PlanSectionId ours = story.section(plan, participant, JointPlan.PEER, match, Hand.VOLUNTEER, "go together");
        story.reworded(plan, participant, law, Hand.COORDINATOR, "write again");
        story.tell(new PlanSectionLedToGoals(plan, participant, law, List.of(new GoalId(UUID.randomUUID()))));
        story.tell(new PlanSectionShown(plan, participant, law, volunteer, match, Story.LAW));
        if (number % 3 == 0) {
            story.tell(new PlanSectionShownNoMore(plan, participant, law, volunteer, match));
        }
        PlanStepId one = story.step(plan, participant, law, Hand.PARTICIPANT, "find the letter");
        PlanStepId two = story.step(plan, participant, ours, Hand.VOLUNTEER, "buy a ticket");
        story.tell(new PlanStepDone(plan, participant, law, one, Hand.PARTICIPANT));
        story.tell(new PlanStepNotDone(plan, participant, ours, two, Hand.VOLUNTEER));
        if (number % 4 == 0) {
            story.tell(new PlanClosed(plan, participant, Ending.DECIDED, Story.LAW));
        }
    }

    private void referral(ParticipantId participant, int number) {
        ReferralId declined = story.offered(participant);
        story.tell(new ReferralOfferDeclined(declined, participant));
        ReferralId referral = story.offered(participant);
        ConsentId sharing = story.consent(participant, Purpose.SHARING, LocalDate.of(2026, 12, 31));
        story.tell(new ConsentGiven(sharing, participant, Story.LAW));
        story.sent(referral, participant, sharing);
        opened(referral, participant, sharing);
        switch (number % 4) {
            case 0 -> {
                story.tell(new ReferralNotAccepted(referral, participant));
                story.tell(new NonAcceptanceExplained(referral, participant, "no-room-now"));
            }
            case 1 -> {
                story.tell(new ReferralRecalled(referral, participant, sharing));
                if (number % 3 == 0) {
                    story.tell(new RecallNoticeGiven(
                            referral,
                            participant,
                            new AgencyId(story.id()),
                            new Notice("recall", 1, "ab"),
                            "letter",
                            LocalDate.of(2026, 3, 1),
                            Story.LAW));
                }
            }
            case 2 -> {
                story.tell(new ReferralAccepted(referral, participant));
                story.tell(new ReferralStarted(referral, participant));
                story.tell(new ReferralOutcomeRecorded(
                        referral,
                        participant,
                        Outcome.HELPED,
                        PretendWords.sealed(Words.REFERRAL_OUTCOME, participant.value(), "kept the flat")));
                story.tell(new ReferralClosed(referral, participant));
            }
            default -> {
                story.tell(new ReferralUnanswered(
                        referral, participant, new AgencyId(story.id()), LocalDate.of(2026, 4, 1), Story.LAW));
                story.tell(new ReferralJudgedNotAppropriate(
                        new ReferralId(story.id()), participant, "housing", "too-early", Story.LAW));
            }
        }
    }

    private void opened(ReferralId referral, ParticipantId participant, ConsentId sharing) {
        AgencyId agency = new AgencyId(story.id());
        Instant until = Instant.parse("2026-04-01T09:00:00Z");
        story.tell(new AgencyOpeningMade(referral, participant, agency, 1, until, Story.LAW));
        story.tell(new AgencySittingBegun(referral, participant, agency, 1, sharing, 1, until, Story.LAW));
    }
}
