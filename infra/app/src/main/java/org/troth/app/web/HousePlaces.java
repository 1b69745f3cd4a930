package org.troth.app.web;

import java.util.List;
import org.troth.web.Place;
import org.troth.web.Places;
import org.troth.web.SignedInUser;

/** Where each role can go, and everybody to their own account; only places that its doors open. */
final class HousePlaces implements Places {

    private record Entry(Place place, List<String> roles) {}

    private static final List<Entry> ENTRIES = List.of(
            entry("Worklist", "/", "COORDINATOR"),
            entry("Participants", "/participants", "COORDINATOR"),
            entry("Volunteers", "/volunteers", "COORDINATOR"),
            entry("Directory", "/directory", "COORDINATOR"),
            entry("Messages", "/messages", "COORDINATOR"),
            entry("My record", "/mine", "PARTICIPANT"),
            entry("My matches", "/walks", "VOLUNTEER"),
            entry("Changes", "/changes", "SECOND_CONTACT"),
            entry("Chronology", "/audit", "AUDITOR"),
            entry("Who saw what", "/disclosures", "AUDITOR"),
            entry("Accounts", "/accounts", "ADMINISTRATOR"),
            entry("Rebuild", "/rebuild", "ADMINISTRATOR"),
            entry("My account", "/accounts/mine"));

    @Override
    public List<Place> of(SignedInUser user) {
        return ENTRIES.stream()
                .filter(entry ->
                        entry.roles().isEmpty() || entry.roles().stream().anyMatch(user::is))
                .map(Entry::place)
                .toList();
    }

    private static Entry entry(String label, String path, String... roles) {
        return new Entry(new Place(label, path), List.of(roles));
    }
}
