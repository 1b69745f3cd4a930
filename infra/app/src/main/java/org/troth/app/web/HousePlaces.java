package org.troth.app.web;

import java.util.List;
import org.troth.web.Place;
import org.troth.web.Places;
import org.troth.web.SignedInUser;
import org.troth.web.Words;

/** Where each role can go, and everybody to their own account; only places that its doors open. */
final class HousePlaces implements Places {

    private record Entry(Place place, List<String> roles) {}

    private static final List<Entry> ENTRIES = List.of(
            entry("app.web.place.worklist", "/", "COORDINATOR"),
            entry("app.web.place.participants", "/participants", "COORDINATOR"),
            entry("app.web.place.volunteers", "/volunteers", "COORDINATOR"),
            entry("app.web.place.directory", "/directory", "COORDINATOR"),
            entry("app.web.place.sheets", "/sheets", "COORDINATOR"),
            entry("app.web.place.programme", "/programme", "COORDINATOR", "AUDITOR"),
            entry("app.web.place.messages", "/messages", "COORDINATOR"),
            entry("app.web.place.mine", "/mine", "PARTICIPANT"),
            entry("app.web.place.walks", "/walks", "VOLUNTEER"),
            entry("app.web.place.changes", "/changes", "SECOND_CONTACT"),
            entry("app.web.place.audit", "/audit", "AUDITOR"),
            entry("app.web.place.disclosures", "/disclosures", "AUDITOR"),
            entry("app.web.place.accounts", "/accounts", "ADMINISTRATOR"),
            entry("app.web.place.rebuild", "/rebuild", "ADMINISTRATOR"),
            entry("app.web.place.account", "/accounts/mine"));

    @Override
    public List<Place> of(SignedInUser user) {
        return ENTRIES.stream()
                .filter(entry ->
                        entry.roles().isEmpty() || entry.roles().stream().anyMatch(user::is))
                .map(Entry::place)
                .toList();
    }

    private static Entry entry(String key, String path, String... roles) {
        return new Entry(new Place(Words.of(key), path), List.of(roles));
    }
}
