package org.troth.app.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One participant's search for somebody to walk beside them: proposals, a match, its boundaries and meetings, its end. */
final class MatchStory {

    private final Programme programme;
    private final ParticipantStory participant;
    private String id = "";
    private @Nullable VolunteerStory beside;

    MatchStory(Programme programme, ParticipantStory participant) {
        this.programme = programme;
        this.participant = participant;
    }

    void request() {
        id = programme.post("matches", Map.of("participant", participant.id())).id();
        if (programme.chance(4)) {
            programme.within(3, 20, () -> programme.post("matches/" + id + "/closing"));
        } else {
            programme.within(1, 8, this::propose);
        }
    }

    private void propose() {
        Optional<VolunteerStory> found = programme.volunteers().stream()
                .filter(each -> each.couldWalkWith(participant.id(), participant.matter()))
                .findFirst()
                .or(() -> programme.volunteers().stream()
                        .filter(each -> programme.chance(25) && each.isFreeFor(participant.id()))
                        .findFirst());
        if (found.isEmpty()) {
            programme.within(5, 12, this::propose);
            return;
        }
        VolunteerStory volunteer = found.get();
        volunteer.takesOn();
        beside = volunteer;
        programme.look("volunteers/" + volunteer.id());
        programme.post(
                "matches/" + id + "/proposal",
                Map.of("volunteer", volunteer.id(), "reasons", List.of("same-matter", "room")));
        programme.within(0, 4, () -> answer(volunteer, "VOLUNTEER", 88));
    }

    private void answer(VolunteerStory volunteer, String side, int yes) {
        if (!programme.chance(yes)) {
            say("declining", side);
            volunteer.letsGo();
            volunteer.partsFrom(participant.id());
            beside = null;
            programme.within(1, 9, this::propose);
            return;
        }
        if (side.equals("PARTICIPANT")) {
            participant.accepts(id);
        } else {
            say("acceptance", side);
        }
        if (side.equals("VOLUNTEER")) {
            programme.within(0, 4, () -> answer(volunteer, "PARTICIPANT", 93));
        } else {
            started(volunteer);
        }
    }

    private void say(String what, String side) {
        programme.post("matches/" + id + "/" + what, Map.of("side", side));
    }

    private void started(VolunteerStory volunteer) {
        int boundaries = programme.between(0, 3);
        for (int i = 0; i < boundaries; i++) {
            programme.within(1, 15, new BoundaryStory(programme, id, () -> beside != null)::set);
        }
        int meetings = programme.between(0, 2);
        for (int i = 0; i < meetings; i++) {
            programme.within(8, 80, new EncounterStory(programme, id, () -> beside != null)::tell);
        }
        if (programme.chance(16)) {
            programme.within(15, 90, () -> change(volunteer));
        } else {
            programme.within(60, 260, () -> {
                end(volunteer, "SUPPORT_COMPLETE");
                // Late enough for whatever is sent to an agency to have been sent.
                programme.within(41, 70, participant::finish);
            });
        }
    }

    private void change(VolunteerStory volunteer) {
        say("change", programme.chance(60) ? "PARTICIPANT" : "VOLUNTEER");
        volunteer.partsFrom(participant.id());
        // Some are left waiting too long: the worklist must show it.
        programme.within(3, programme.chance(15) ? 60 : 12, () -> {
            end(volunteer, "CHANGE_ARRANGED");
            programme.within(0, 5, new MatchStory(programme, participant)::request);
        });
    }

    private void end(VolunteerStory volunteer, String reason) {
        programme.post("matches/" + id + "/end", Map.of("reason", reason));
        volunteer.letsGo();
        beside = null;
    }
}
