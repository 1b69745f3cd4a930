package org.troth.command.sheet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.law.HouseLaw;
import org.troth.command.sheet.SheetRequest.NewReview;
import org.troth.command.sheet.SheetRequest.NewSheet;
import org.troth.events.SheetId;
import org.troth.events.confidential.Digests;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;
import org.troth.events.sheet.SheetEvent;
import org.troth.events.sheet.SheetEvent.Review;
import org.troth.events.sheet.SheetEvent.SheetPublished;
import org.troth.events.sheet.SheetEvent.SheetReviewed;
import org.troth.events.sheet.SheetEvent.SheetTakenBack;

/** Takes in what coordinators ask about information sheets: that each was reviewed, for how long, and by what sort of person. */
@Component
class SheetDesk {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 8000;
    private static final Pattern JURISDICTION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Dispatch dispatch;
    private final Permits permits;
    private final RecordedSheets sheets;
    private final Digests digests;
    private final Clock clock;

    SheetDesk(Dispatch dispatch, Permits permits, RecordedSheets sheets, Digests digests, Clock clock) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.sheets = sheets;
        this.digests = digests;
        this.clock = clock;
    }

    /** The answer is the new sheet's identifier. */
    Outcome publish(Asked asked, NewSheet said) {
        String route = "POST /sheets";
        permits.coordinator(asked, route, null);
        Content content = read(said);
        SheetId id = new SheetId(UUID.randomUUID());
        return act(asked, content.what(route, null), id, shelf -> content.published(id, 1, digests));
    }

    /** The answer is the sheet's identifier. */
    Outcome publishVersion(Asked asked, SheetId id, NewSheet said) {
        String route = "POST /sheets/{id}/versions";
        permits.coordinator(asked, route, null);
        Content content = read(said);
        return act(asked, content.what(route, id), id, shelf -> {
            Shelf.Edition newest = newest(shelf, id);
            if (!newest.takenBack() && content.saysTheSameAs(newest.published())) {
                throw SheetRefused.sameText();
            }
            return content.published(id, newest.published().version() + 1, digests);
        });
    }

    Outcome review(Asked asked, SheetId id, NewReview said) {
        String route = "POST /sheets/{id}/review";
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        Supplier<Review> review = review(fields, said.reviewer(), said.reviewedOn(), said.reviewBy());
        fields.check();
        Review done = review.get();
        return act(
                asked,
                What.of(route, id, done.reviewer(), done.reviewedOn(), done.reviewBy()),
                id,
                shelf -> new SheetReviewed(id, inUse(shelf, id).version(), done, HouseLaw.SHEET_REVIEW));
    }

    Outcome takeBack(Asked asked, SheetId id) {
        String route = "POST /sheets/{id}/end";
        permits.coordinator(asked, route, null);
        return act(
                asked,
                What.of(route, id),
                id,
                shelf -> new SheetTakenBack(id, inUse(shelf, id).version()));
    }

    void mayOpenForm(Asked asked, String route) {
        permits.coordinator(asked, route, null);
    }

    /** The newest version, for the forms about it. */
    SheetPublished open(Asked asked, String route, SheetId id) {
        permits.coordinator(asked, route, null);
        return newest(sheets.shelf(), id).published();
    }

    private static Shelf.Edition newest(Shelf shelf, SheetId id) {
        return shelf.newest(id).orElseThrow(NotOnRecord::new);
    }

    private static SheetPublished inUse(Shelf shelf, SheetId id) {
        Shelf.Edition newest = newest(shelf, id);
        if (newest.takenBack()) {
            throw SheetRefused.takenBack();
        }
        return newest.published();
    }

    /** Everything of a sheet but which it is. */
    private record Content(String title, String jurisdiction, String language, String text, Review review) {

        String what(String route, @Nullable SheetId id) {
            return What.of(
                    route,
                    id,
                    title,
                    jurisdiction,
                    language,
                    text,
                    review.reviewer(),
                    review.reviewedOn(),
                    review.reviewBy());
        }

        /** Whether nothing of it would be another but its review. */
        boolean saysTheSameAs(SheetPublished other) {
            return title.equals(other.title())
                    && jurisdiction.equals(other.jurisdiction())
                    && language.equals(other.language())
                    && text.equals(other.text());
        }

        SheetPublished published(SheetId id, int version, Digests digests) {
            return new SheetPublished(
                    id,
                    version,
                    title,
                    jurisdiction,
                    language,
                    text,
                    digests.sha256(text),
                    review,
                    HouseLaw.SHEET_PUBLISHING);
        }
    }

    private Content read(NewSheet said) {
        Fields fields = new Fields();
        var title = fields.line("title", said.title(), LONGEST_TITLE);
        var jurisdiction = fields.line("jurisdiction", said.jurisdiction(), 6);
        String law = jurisdiction.orNull();
        if (law != null && !(JURISDICTION.matcher(law).matches() && COUNTRIES.contains(law.substring(0, 2)))) {
            fields.refuse("jurisdiction", "jurisdiction", Phrase.of("command.sheet.wrong.jurisdiction"));
        }
        var language = fields.language("language", said.language());
        var text = fields.text("text", said.text(), LONGEST_TEXT);
        Supplier<Review> review = review(fields, said.reviewer(), said.reviewedOn(), said.reviewBy());
        fields.check();
        return new Content(title.get(), jurisdiction.get(), language.get(), text.get(), review.get());
    }

    /** A review of today or earlier, which holds today and not too long. */
    private Supplier<Review> review(
            Fields fields, @Nullable String reviewer, @Nullable String reviewedOn, @Nullable String reviewBy) {
        var who = fields.code("reviewer", reviewer, CodeList.REVIEWER);
        var on = fields.day("reviewedOn", reviewedOn);
        var by = fields.day("reviewBy", reviewBy);
        LocalDate today = LocalDate.now(clock);
        LocalDate reviewed = on.orNull();
        LocalDate until = by.orNull();
        if (reviewed != null && reviewed.isAfter(today)) {
            fields.refuse("reviewedOn", "not-yet", Phrase.of("command.sheet.wrong.not-yet"));
        }
        if (until != null && until.isBefore(today)) {
            fields.refuse("reviewBy", "day-over", Phrase.of("command.sheet.wrong.day-over"));
        }
        if (reviewed != null && until != null && until.isAfter(reviewed.plusYears(HouseLaw.REVIEW_YEARS))) {
            fields.refuse("reviewBy", "too-long", Phrase.of("command.sheet.wrong.too-long", HouseLaw.REVIEW_YEARS));
        }
        return () -> new Review(who.get(), on.get(), by.get());
    }

    /** Decided on what stands on the shelf; another who moves something there meanwhile has it decided anew. */
    private Outcome act(Asked asked, String what, SheetId id, Function<Shelf, SheetEvent> decision) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, () -> {
            Shelf shelf = sheets.shelf();
            NewFact fact = new NewFact(
                    Shelf.class.getSimpleName(), RecordedSheets.STREAM, shelf.facts(), decision.apply(shelf));
            return new Intent(new Facts(List.of(fact)), new Unit(asked.actor(), asked.request()), id.toString());
        });
    }
}
