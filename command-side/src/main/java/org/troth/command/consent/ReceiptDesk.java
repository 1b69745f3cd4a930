package org.troth.command.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.consent.ConsentReceipt.Event;
import org.troth.command.consent.ConsentReceipt.Information;
import org.troth.command.consent.ConsentReceipt.Party;
import org.troth.command.consent.ConsentReceipt.Processing;
import org.troth.command.consent.ConsentReceipt.PublishedNotice;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Phrase;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentRenewalAsked;
import org.troth.events.consent.ConsentEvent.ConsentTalkedThrough;
import org.troth.events.consent.ConsentEvent.ConsentUnderstood;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentEvent.ReadingLevel;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.RecordedFact;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.GuardianAgreed;
import org.troth.events.youth.YouthEvent.GuardianObjected;

/** Hands out receipts, and says how a consent stood at any moment; from the record itself, for those who may answer it. */
@Component
class ReceiptDesk {

    private static final String PROGRAMME = "programme";
    private static final String GUARDIAN = "guardian";
    private static final String GIVEN = "given";
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    /** By which word a receipt says each thing that can happen to a consent. */
    static final Map<Class<? extends Fact>, String> TYPES = Map.of(
            ConsentAsked.class, "asked",
            ConsentRenewalAsked.class, "renewal-asked",
            ConsentTalkedThrough.class, "talked-through",
            ConsentUnderstood.class, "understood",
            ConsentGiven.class, GIVEN,
            ConsentDeclined.class, "refused",
            ConsentWithdrawn.class, "withdrawn",
            ConsentExpired.class, "expired",
            GuardianAgreed.class, "guardian-agreed",
            GuardianObjected.class, "guardian-objected");

    private final ConsentDesk desk;
    private final RecordedConsents consents;
    private final Clock clock;

    ReceiptDesk(ConsentDesk desk, RecordedConsents consents, Clock clock) {
        this.desk = desk;
        this.consents = consents;
        this.clock = clock;
    }

    /** A receipt of what was answered; a question that still waits for its answer has none. */
    Issued receipt(Asked asked, PurposeOfUse purpose, String route, ConsentId id) {
        ConsentDesk.Opened opened = desk.open(asked, purpose, route, id);
        if (opened.history().state() == ConsentHistory.State.ASKED) {
            throw ConsentRefused.notAnswered();
        }
        return new Issued(receipt(opened, id), opened);
    }

    /** The receipt, and what it was made of. */
    record Issued(ConsentReceipt receipt, ConsentDesk.Opened opened) {}

    private ConsentReceipt receipt(ConsentDesk.Opened opened, ConsentId id) {
        ConsentAsked question = opened.question();
        List<RecordedFact> facts = consents.facts(id);
        String participant = question.participant().toString();
        List<Party> parties = new ArrayList<>(List.of(new Party(
                PROGRAMME, Phrase.of("command.consent.receipt.programme").english(), "controller")));
        String agency = question.recipient().id() == null
                ? null
                : question.recipient().id().toString();
        if (agency != null) {
            parties.add(new Party(agency, opened.recipient().english(), "recipient"));
        }
        List<RecordedFact> guardians = consents.guardiansOn(id, question.participant());
        if (!guardians.isEmpty()) {
            parties.add(new Party(
                    GUARDIAN, Phrase.of("command.consent.receipt.guardian").english(), "representative"));
        }
        List<Event> events = events(facts, guardians, opened);
        String last = events.get(events.size() - 1).eventState();
        return new ConsentReceipt(
                ConsentReceipt.SCHEMA,
                id.toString(),
                id.toString(),
                participant,
                last.equals(GIVEN) && opened.beside() != null ? "invalidated" : last,
                List.of(processing(opened, agency, facts)),
                parties,
                events);
    }

    private static Processing processing(ConsentDesk.Opened opened, @Nullable String agency, List<RecordedFact> facts) {
        ConsentAsked question = opened.question();
        ReadingLevel reading = opened.toRead().reading();
        return new Processing(
                notice(question.text()),
                question.text().language(),
                question.purpose().plain(),
                question.purpose().name(),
                "consent",
                question.classes().stream()
                        .sorted()
                        .map(each -> new Information(each.name(), true))
                        .toList(),
                List.of(PROGRAMME),
                agency == null ? List.of() : List.of(agency),
                question.lastDay(),
                facts.stream()
                        .filter(each -> each.fact() instanceof ConsentUnderstood)
                        .map(each -> notice(((ConsentUnderstood) each.fact()).questions()))
                        .findFirst()
                        .orElse(null),
                reading == null ? null : reading.scale() + " " + reading.level(),
                Phrase.of("command.consent.receipt.method").english(),
                List.of(
                        "to take it back at any time",
                        "to see who looked at your record, and why",
                        "to say no without losing support"));
    }

    private static PublishedNotice notice(ShownText text) {
        return new PublishedNotice(text.name(), text.version(), text.sha256());
    }

    /** Their own answers and what guardians said, in the order of the record. */
    private List<Event> events(List<RecordedFact> facts, List<RecordedFact> guardians, ConsentDesk.Opened opened) {
        List<RecordedFact> all = Stream.concat(facts.stream(), guardians.stream())
                .sorted(Comparator.comparingLong(RecordedFact::position))
                .toList();
        LocalDate lastDay = opened.question().lastDay();
        String participant = opened.question().participant().toString();
        List<Event> events = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            RecordedFact each = all.get(at);
            events.add(new Event(
                    each.recordedAt(),
                    each.fact() instanceof ConsentGiven && lastDay != null
                            ? "P" + (1 + ChronoUnit.DAYS.between(day(each.recordedAt()), lastDay)) + "D"
                            : null,
                    entity(each, participant),
                    TYPES.getOrDefault(each.fact().getClass(), ""),
                    state(all.subList(0, at + 1), opened),
                    law(each.fact()),
                    each.position()));
        }
        return events;
    }

    private static String entity(RecordedFact each, String participant) {
        if (each.fact() instanceof YouthEvent) {
            return GUARDIAN;
        }
        return each.metadata().getOrDefault(Metadata.ROLES, "").contains("PARTICIPANT") ? participant : PROGRAMME;
    }

    /** Where a guardian has to agree beside them, their own yes alone is still a request. */
    private static String state(List<RecordedFact> until, ConsentDesk.Opened opened) {
        ConsentHistory.State own = ConsentHistory.of(until).state();
        if (own != ConsentHistory.State.GIVEN || !opened.young() || opened.alone()) {
            return state(own);
        }
        String state = "requested";
        for (RecordedFact each : until) {
            if (each.fact() instanceof GuardianAgreed) {
                state = GIVEN;
            } else if (each.fact() instanceof GuardianObjected) {
                state = "invalidated";
            }
        }
        return state;
    }

    private static String state(ConsentHistory.State state) {
        return switch (state) {
            case ASKED -> "requested";
            case GIVEN -> GIVEN;
            case DECLINED -> "refused";
            case WITHDRAWN -> "withdrawn";
            case EXPIRED -> "expired";
        };
    }

    private static @Nullable String law(Fact fact) {
        Law law = null;
        if (fact instanceof ConsentUnderstood understood) {
            law = understood.law();
        } else if (fact instanceof ConsentGiven given) {
            law = given.law();
        } else if (fact instanceof ConsentWithdrawn withdrawn) {
            law = withdrawn.law();
        } else if (fact instanceof GuardianAgreed agreed) {
            law = agreed.law();
        } else if (fact instanceof GuardianObjected objected) {
            law = objected.law();
        }
        return law == null ? null : law.pack() + " " + law.version() + " " + law.rule();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    /**
     * How it stood at a moment, by the time at which things were recorded.
     *
     * @param said a moment as {@code 2026-03-15T10:00:00Z}, or a day: then its end, in the programme's time zone
     */
    ConsentStanding standing(Asked asked, PurposeOfUse purpose, String route, ConsentId id, @Nullable String said) {
        Instant at = moment(said);
        desk.open(asked, purpose, route, id);
        return standing(id, at);
    }

    ConsentStanding standing(ConsentId id, Instant at) {
        List<RecordedFact> then = consents.facts(id).stream()
                .filter(each -> !each.recordedAt().isAfter(at))
                .toList();
        ConsentHistory history = ConsentHistory.of(then);
        ConsentAsked question = history.asked();
        if (question == null) {
            return new ConsentStanding(id.toString(), at, "NOT_ASKED", false);
        }
        LocalDate lastDay = question.lastDay();
        boolean over = lastDay != null && lastDay.isBefore(day(at));
        ConsentHistory.State state = history.state();
        boolean given = state == ConsentHistory.State.GIVEN;
        return new ConsentStanding(
                id.toString(),
                at,
                given && over ? ConsentHistory.State.EXPIRED.name() : state.name(),
                given && !over && consents.stoodBeside(id, history, at));
    }

    /** Throws for what is no moment, and for one that is still to come: the record does not know it. */
    Instant moment(@Nullable String said) {
        Fields fields = new Fields();
        Instant at = said == null || said.isBlank() ? null : parsed(said.strip());
        if (at == null) {
            fields.refuse("moment", "moment", Phrase.of("command.consent.receipt.moment"));
        } else if (day(at).isAfter(day(clock.instant()))) {
            fields.refuse("moment", "future", Phrase.of("command.consent.receipt.future"));
        }
        fields.check();
        Instant now = clock.instant();
        return at == null || at.isAfter(now) ? now : at;
    }

    private @Nullable Instant parsed(String said) {
        try {
            Instant at = said.length() == 10
                    ? LocalDate.parse(said)
                            .atTime(LocalTime.MAX)
                            .atZone(clock.getZone())
                            .toInstant()
                    : Instant.parse(said);
            return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
