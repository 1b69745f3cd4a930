package org.troth.command.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.troth.events.SheetId;
import org.troth.events.recording.RecordedFact;
import org.troth.events.sheet.SheetEvent.Review;
import org.troth.events.sheet.SheetEvent.SheetPublished;
import org.troth.events.sheet.SheetEvent.SheetReviewed;
import org.troth.events.sheet.SheetEvent.SheetTakenBack;

/** All information sheets of the programme as they stand: they are few, and one stream holds them. */
final class Shelf {

    private record Place(SheetId sheet, int version) {}

    /** One version, with every review of it. */
    static final class Edition {
        private final SheetPublished published;
        private final List<Review> reviews = new ArrayList<>();
        private @Nullable Instant takenBackAt;

        private Edition(SheetPublished published) {
            this.published = published;
            reviews.add(published.review());
        }

        private Edition(Edition before) {
            this.published = before.published;
            this.reviews.addAll(before.reviews);
            this.takenBackAt = before.takenBackAt;
        }

        SheetPublished published() {
            return published;
        }

        boolean takenBack() {
            return takenBackAt != null;
        }

        /** Whether it might be given then: by the last said of all reviews that were done by that day. */
        boolean inReview(LocalDate day, Instant at) {
            Review last = null;
            for (Review review : reviews) {
                if (!day.isBefore(review.reviewedOn())) {
                    last = review;
                }
            }
            return (takenBackAt == null || at.isBefore(takenBackAt)) && last != null && !day.isAfter(last.reviewBy());
        }
    }

    static final Shelf EMPTY = new Shelf(0);

    private final Map<Place, Edition> editions = new LinkedHashMap<>();
    private final int facts;

    private Shelf(int facts) {
        this.facts = facts;
    }

    /** The same with what came since; this one stays as it was. */
    Shelf with(List<RecordedFact> since) {
        Shelf shelf = new Shelf(facts + since.size());
        editions.forEach((place, edition) -> shelf.editions.put(place, new Edition(edition)));
        shelf.take(since);
        return shelf;
    }

    private void take(List<RecordedFact> facts) {
        for (RecordedFact each : facts) {
            if (each.fact() instanceof SheetPublished published) {
                editions.put(new Place(published.sheet(), published.version()), new Edition(published));
            } else if (each.fact() instanceof SheetReviewed reviewed) {
                edition(reviewed.sheet(), reviewed.version())
                        .ifPresent(edition -> edition.reviews.add(reviewed.review()));
            } else if (each.fact() instanceof SheetTakenBack back) {
                takeBack(back, each.recordedAt());
            }
        }
    }

    /** Whoever found the newest wrong does not have an older one given instead. */
    private void takeBack(SheetTakenBack back, Instant at) {
        for (Edition each : editions.values()) {
            if (each.published().sheet().equals(back.sheet())
                    && each.published().version() <= back.version()
                    && !each.takenBack()) {
                each.takenBackAt = at;
            }
        }
    }

    /** How many facts it was read from. */
    int facts() {
        return facts;
    }

    Optional<Edition> edition(SheetId sheet, int version) {
        return Optional.ofNullable(editions.get(new Place(sheet, version)));
    }

    Optional<Edition> newest(SheetId sheet) {
        return editions.values().stream()
                .filter(each -> each.published().sheet().equals(sheet))
                .max(Comparator.comparingInt(each -> each.published().version()));
    }

    /** The newest version of each that can be given now, by title. */
    List<SheetPublished> givenOn(LocalDate day, Instant now) {
        return editions.values().stream()
                .filter(each -> each.inReview(day, now))
                .filter(each -> newest(each.published().sheet())
                        .filter(newest -> newest == each)
                        .isPresent())
                .map(Edition::published)
                .sorted(Comparator.comparing(SheetPublished::title))
                .toList();
    }
}
