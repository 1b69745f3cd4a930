package org.troth.app.demonstration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One volunteer from their registration on: qualified, renewed or not, with room or full. */
final class VolunteerStory {

    private static final List<String> EXPERIENCES = List.of(
            "I went through an eviction with two small children and somebody sat beside me.",
            "My asylum case took four years. I know the waiting.",
            "I represented myself in a custody case and would have given much for company.",
            "After my divorce I lived on credit cards. I know what the letters do to you.",
            "I was dismissed while I was ill. It took a year to be heard.",
            "I left a violent home with one bag. I remember every office I had to go to.");

    private final Programme programme;
    private final Set<String> parted = new HashSet<>();
    private final List<String> matters = new ArrayList<>();
    private String id = "";
    private int capacity;
    private int taken;
    private LocalDate qualifiedUntil = LocalDate.MIN;

    VolunteerStory(Programme programme) {
        this.programme = programme;
    }

    String id() {
        return id;
    }

    void register() {
        String name = programme.nextName();
        capacity = programme.between(1, 4);
        matters.add(programme.matterKnown());
        if (programme.chance(60)) {
            String second = programme.oneOf(Programme.MATTERS);
            if (!matters.contains(second)) {
                matters.add(second);
            }
        }
        List<String> languages =
                programme.chance(35) ? List.of("en", programme.oneOf(List.of("es", "ar", "uk", "fr"))) : List.of("en");
        id = programme
                .post(
                        "volunteers",
                        Map.of(
                                "name",
                                name,
                                "contact",
                                "0113 496 0" + programme.between(100, 999),
                                "livedExperience",
                                programme.oneOf(EXPERIENCES),
                                "matters",
                                matters,
                                "languages",
                                languages,
                                "capacity",
                                Integer.toString(capacity)))
                .id();
        programme.post("volunteers/" + id + "/availability", Map.of("times", programme.someTimes()));
        programme.within(2, 20, this::qualify);
        if (programme.chance(25)) {
            programme.within(120, 400, this::changeCapacity);
        }
    }

    private void qualify() {
        LocalDate lastDay = programme.today().plusDays(programme.between(200, 380));
        programme.post("volunteers/" + id + "/qualification", Map.of("lastDay", lastDay.toString()));
        if (qualifiedUntil.equals(LocalDate.MIN)) {
            programme.knows(this);
        }
        qualifiedUntil = lastDay;
        if (programme.chance(82)) {
            int days = (int) programme.today().until(lastDay, ChronoUnit.DAYS);
            programme.within(days - 20, days - 2, this::qualify);
        }
    }

    private void changeCapacity() {
        if (capacity == 4 && taken == 4) {
            return;
        }
        capacity = Math.max(taken, capacity == 4 ? 3 : capacity + 1);
        programme.post("volunteers/" + id + "/capacity", Map.of("capacity", Integer.toString(capacity)));
    }

    boolean couldWalkWith(String participant, String matter) {
        return matters.contains(matter) && isFreeFor(participant);
    }

    /** Qualified for a while yet, with room, and not somebody they parted from. */
    boolean isFreeFor(String participant) {
        return taken < capacity
                && programme.today().plusDays(14).isBefore(qualifiedUntil)
                && !parted.contains(participant);
    }

    void takesOn() {
        taken++;
    }

    void letsGo() {
        taken--;
    }

    void partsFrom(String participant) {
        parted.add(participant);
    }
}
