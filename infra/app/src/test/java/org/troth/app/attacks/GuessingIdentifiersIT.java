package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.testkit.SamplePeople;

/** Whether a record exists, and whether somebody is enrolled, is itself the secret: guesses all sound alike. */
@ExtendWith(Attacked.class)
class GuessingIdentifiersIT {

    private static final int SAMPLES = 24;

    private final ChildTroth troth;
    private final Walk walk;
    private final Walk others;

    GuessingIdentifiersIT(Attacked.Ground ground) {
        this.troth = ground.troth;
        this.walk = ground.walk;
        this.others = ground.others;
    }

    /** Where an identifier is guessed, and one that exists there. */
    private Map<String, String> guesses() {
        return Map.of(
                "/participants/{id}", walk.participant,
                "/volunteers/{id}", walk.volunteer,
                "/consents/{id}", walk.sharing,
                "/matches/{id}", walk.match,
                "/boundaries/{id}", walk.boundary,
                "/encounters/{id}", walk.encounter,
                "/charter/outside/{id}", walk.outside,
                "/goals/{id}", walk.goal,
                "/referrals/{id}", walk.referral,
                "/disclosures/of/{id}", walk.participant);
    }

    @Test
    void tellsNobodyOutsideWhatExists() {
        List<Caller> outsiders = List.of(
                Caller.stranger(troth.origin()),
                others.participantsBrowser(),
                others.volunteersBrowser(),
                troth.browser("administrator"));
        // Of their own: a minute holds only so many refusals of one account.
        Walk apart = Walk.together(troth, Walk.somebody("seven"), Walk.somebody("eight"));
        List<Caller> programs = List.of(
                Caller.stranger(troth.origin()), apart.asParticipant(), apart.asVolunteer(), anotherAdministrator());
        guesses().forEach((path, known) -> {
            outsiders.forEach(outsider -> soundAlike(path, known, id -> outsider.get(path.replace("{id}", id))));
            programs.forEach(outsider ->
                    soundAlike(path, known, id -> outsider.get("/api/v1" + path.replace("{id}", id))));
        });
    }

    private Caller anotherAdministrator() {
        String name = "keeper " + UUID.randomUUID();
        String code = walk.administrator
                .post("/accounts", Map.of("name", name, "roles", List.of("ADMINISTRATOR")))
                .expect(201)
                .json()
                .path("code")
                .asString();
        String password = "quite long enough 12";
        return Caller.program(
                troth.origin(),
                Caller.stranger(troth.origin())
                        .post(
                                "/accounts/opening",
                                Map.of("name", name, "code", code, "password", password, "token", true))
                        .expect(200)
                        .json()
                        .path("token")
                        .asString());
    }

    /** What a person may do about their own record says nothing about whether there is another's. */
    @Test
    void tellsAPersonWhoActsForThemselvesNothingOfAnother() {
        Caller participant = Walk.together(troth, Walk.somebody("eleven"), Walk.somebody("twelve"))
                .asParticipant();
        Map<String, Map<String, ?>> acts = Map.of(
                "/participants/{id}/closure",
                Map.of(),
                "/participants/{id}/reopening",
                Map.of(),
                "/participants/{id}/follow-up",
                Map.of("from", "2999-01-01", "channel", "PHONE"),
                "/participants/{id}/others",
                Map.of("name", "Teo", "relation", "child", "need", "comes-along"));
        acts.forEach((path, body) ->
                soundAlike(path, walk.participant, id -> participant.post(path.replace("{id}", id), body)));
    }

    /** One who may ask for such records, but not for this one: unknown, foreign and of another kind are one answer. */
    @Test
    void tellsOneWhoMayAskNoMoreThanOneWhoMayNot() {
        // Of their own: a minute holds only so many refusals of one person.
        Walk outside = Walk.together(troth, Walk.somebody("one"), Walk.somebody("two"));
        Caller participant = outside.asParticipant();
        for (String path : List.of(
                "/consents/{id}", "/boundaries/{id}", "/encounters/{id}", "/referrals/{id}", "/disclosures/of/{id}")) {
            String known = guesses().getOrDefault(path, "");
            soundAlike(path, known, id -> participant.get("/api/v1" + path.replace("{id}", id)));
            assertThat(participant.get("/api/v1" + path.replace("{id}", known)).status())
                    .isEqualTo(404);
            assertThat(participant
                            .get("/api/v1" + path.replace("{id}", walk.volunteerAccount))
                            .comparable())
                    .isEqualTo(participant
                            .get("/api/v1" + path.replace("{id}", known))
                            .comparable());
        }
        Walk apart = Walk.together(troth, Walk.somebody("nine"), Walk.somebody("ten"));
        Caller other = apart.asParticipant();
        for (String path : List.of("/consents/{id}/understanding", "/consents/{id}/agreement")) {
            soundAlike(
                    path,
                    walk.sharing,
                    id -> other.post(path.replace("{id}", id), Map.of("answers", List.of("b", "a", "a"))));
        }
        for (String path : List.of("/presences/{id}/agreement", "/presences/{id}/no")) {
            soundAlike(path, walk.presence, id -> other.post(path.replace("{id}", id), Map.of()));
        }
        soundAlike("/presences/in/{id}", walk.match, id -> other.get("/api/v1/presences/in/" + id));
        soundAlike("/goals/{id}", walk.goal, id -> other.get("/api/v1/goals/" + id));
        assertThat(other.get("/api/v1/goals/" + walk.goal).status()).isEqualTo(404);
        Map.<String, Map<String, ?>>of(
                        "/wording", Map.of("words", "x"),
                        "/rating", Map.of("rating", 3),
                        "/reaching", Map.of(),
                        "/showing", Map.of("match", walk.match))
                .forEach((act, body) ->
                        soundAlike("/goals/{id}" + act, walk.goal, id -> other.post("/goals/" + id + act, body)));
        soundAlike("/plans/{id}", walk.plan, id -> other.get("/api/v1/plans/" + id));
        soundAlike(
                "/plans/{id}/sections/{section}",
                walk.section,
                id -> other.get("/api/v1/plans/" + walk.plan + "/sections/" + id));
        soundAlike(
                "/plans/{id}/sections",
                walk.plan,
                id -> other.post("/plans/" + id + "/sections", Map.of("discipline", "own-words", "words", "x")));
        soundAlike("/consents/{id}/receipt", walk.sharing, id -> other.get("/api/v1/consents/" + id + "/receipt"));
        Caller another = apart.asVolunteer();
        soundAlike(
                "/charter/outside",
                walk.match,
                id -> another.post("/charter/outside", Map.of("match", id, "kind", "legal-advice")));
        soundAlike(
                "/charter/outside/{id}/decision",
                walk.outside,
                id -> another.post("/charter/outside/" + id + "/decision", Map.of("referral", walk.referral)));
        Caller volunteer = outside.asVolunteer();
        for (String path : List.of(
                "/matches/{id}/acceptance", "/matches/{id}/change", "/matches/{id}/no", "/boundaries/{id}/no")) {
            String known = path.startsWith("/matches") ? walk.match : walk.boundary;
            soundAlike(path, known, id -> volunteer.post(path.replace("{id}", id), Map.of()));
        }
        soundAlike("/presences/{id}/no", walk.presence, id -> volunteer.post("/presences/" + id + "/no", Map.of()));
        soundAlike("/goals/with/{id}", walk.match, id -> volunteer.get("/api/v1/goals/with/" + id));
        soundAlike("/plans/with/{id}", walk.match, id -> volunteer.get("/api/v1/plans/with/" + id));
        soundAlike(
                "/plans/{id}/sections/{section}/wording",
                walk.section,
                id -> volunteer.post(
                        "/plans/" + walk.plan + "/sections/" + id + "/wording", Map.of("words", "x", "version", 1)));
        soundAlike("/encounters", walk.match, id -> volunteer.post("/encounters", Map.of("match", id)));
        soundAlike(
                "/encounters/{id}/correction",
                walk.encounter,
                id -> volunteer.post("/encounters/" + id + "/correction", Map.of("reason", "other")));
        Caller browser = outside.volunteersBrowser();
        soundAlike("/encounters/new", walk.match, id -> browser.get("/encounters/new?match=" + id));
        soundAlike(
                "/encounters/{id}/correction", walk.encounter, id -> browser.get("/encounters/" + id + "/correction"));
    }

    private static void soundAlike(String path, String known, Function<String, Answer> ask) {
        String unknown = ask.apply(UUID.randomUUID().toString()).comparable();
        assertThat(unknown).doesNotStartWith("429");
        assertThat(ask.apply(known).comparable()).as(path).isEqualTo(unknown);
    }

    /** By the smallest of many, which the machine's other work cannot make smaller. */
    @Test
    void takesAsLongForUnknownAsForForeign() {
        Caller participant = Walk.together(troth, Walk.somebody("three"), Walk.somebody("four"))
                .asParticipant();
        String path = "/api/v1/consents/";
        takesAsLong(() -> participant.get(path + walk.sharing), () -> participant.get(path + UUID.randomUUID()), 12);
    }

    @Test
    void takesAsLongForUnknownNameAsForKnown() {
        Caller stranger = Caller.stranger(troth.origin());
        Answer known = stranger.signIn(SamplePeople.ZEBEDIAH.familyName(), "this is not the password");
        Answer unknown = stranger.signIn("Nobody Ofthatname", "this is not the password");
        assertThat(known.comparable()).isEqualTo(unknown.comparable());
        Iterator<String> names = List.of(
                        "coordinator",
                        "auditor",
                        "administrator",
                        walk.helping.familyName(),
                        others.helped.familyName(),
                        others.helping.familyName(),
                        "coordinator",
                        "auditor",
                        "administrator")
                .iterator();
        takesAsLong(
                () -> assertThat(stranger.signIn(names.next(), "this is not it either")
                                .status())
                        .isEqualTo(303),
                () -> assertThat(stranger.signIn("Nobody " + UUID.randomUUID(), "this is not it either")
                                .status())
                        .isEqualTo(303),
                9);
    }

    @Test
    void answersCodesForUnknownNamesAsWrongCodes() {
        Caller stranger = Caller.stranger(troth.origin());
        Function<String, Answer> open = name -> stranger.post(
                "/accounts/opening",
                Map.of("name", name, "code", "AAAA-BBBB-CCCC-DDDD", "password", "quite long enough 12"));
        assertThat(open.apply(SamplePeople.ZEBEDIAH.familyName()).comparable())
                .isEqualTo(open.apply("Nobody Ofthatname").comparable());
    }

    private static void takesAsLong(Runnable one, Runnable other, int samples) {
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        for (int i = 0; i < Math.min(samples, SAMPLES); i++) {
            first.add(nanos(one));
            second.add(nanos(other));
        }
        double a = Collections.min(first) / 1e6;
        double b = Collections.min(second) / 1e6;
        assertThat(Math.max(a, b)).as("%.2f ms and %.2f ms", a, b).isLessThan(Math.min(a, b) * 2 + 4);
    }

    private static long nanos(Runnable act) {
        long begun = System.nanoTime();
        act.run();
        return System.nanoTime() - begun;
    }
}
