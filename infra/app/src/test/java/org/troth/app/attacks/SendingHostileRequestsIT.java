package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.attacks.HostileRequests.Sender;

/**
 * Ten thousand requests that no honest caller makes: no failure of the server's own, nothing of its insides shown, nothing of the request
 * said back, and nothing stored but that somebody signed in was refused. Another number: {@code -Dtroth.attacks.requests=100000}.
 */
@ExtendWith(Attacked.class)
class SendingHostileRequestsIT {

    private static final int REQUESTS = Integer.getInteger("troth.attacks.requests", 10_000);
    private static final long SEED = 20_261_121;
    private static final String PASSWORD = "no lantern without a wick 7";
    private final ChildTroth troth;
    private final Walk walk;

    SendingHostileRequestsIT(Attacked.Ground ground) {
        this.troth = ground.troth;
        this.walk = ground.walk;
    }

    @Test
    void storesNothingOfStrangersAndNeverFails() {
        StoredRecord record = troth.record();
        long size = record.size();
        Barrage barrage = new Barrage(troth);
        barrage.send(SEED, List.of(Sender.stranger()), REQUESTS * 3 / 10, barrage.paths());
        assertThat(record.size()).isEqualTo(size);
    }

    @Test
    void storesOnlyRefusalsOfThoseSignedInAndNeverFails() {
        StoredRecord record = troth.record();
        List<Sender> senders = senders();
        Map<Integer, Long> before = record.byCategory();
        long position = record.number("select max(position) from facts.fact");
        // A rebuild needs nothing but to be asked for.
        Barrage barrage = new Barrage(troth);
        barrage.send(
                SEED + 1,
                senders,
                REQUESTS * 7 / 10,
                barrage.paths().stream()
                        .filter(path -> !path.contains("rebuild"))
                        .toList());

        awaitViews();
        Map<Integer, Long> after = record.byCategory();
        after.put(StoredRecord.DISCLOSURE, before.get(StoredRecord.DISCLOSURE));
        assertThat(after).isEqualTo(before);
        assertThat(record.texts("select distinct kind || ' ' || route from views.look where position > " + position
                        + " and kind not in ('REFUSED')"))
                .as("looks that were asked for in earnest")
                .allMatch(look -> look.matches("(DISCLOSED|LOG_READ) (GET |POST )?/[a-z./{}-]*"));
        assertThat(record.isContiguous()).isTrue();
    }

    private List<Sender> senders() {
        List<String> foreign = List.of(
                walk.participant,
                walk.volunteer,
                walk.match,
                walk.boundary,
                walk.encounter,
                walk.presence,
                walk.goal,
                walk.plan,
                walk.referral,
                walk.sharing);
        Walk mine = Walk.together(troth, Walk.somebody("five"), Walk.somebody("six"));
        return List.of(
                sender("COORDINATOR", List.of(walk.participantAccount, walk.volunteerAccount), own(walk)),
                sender("AUDITOR", foreign, Map.of("participants", walk.participant)),
                new Sender(
                        "participant", mine.participantToken, withForm(mine.participantsBrowser()), foreign, own(mine)),
                new Sender("volunteer", mine.volunteerToken, withForm(mine.volunteersBrowser()), foreign, own(mine)),
                sender("ADMINISTRATOR", foreign, Map.of("accounts", walk.participantAccount)));
    }

    /** An account of this test alone: whoever is refused so often is not heard for a while. */
    private Sender sender(String role, List<String> foreign, Map<String, String> own) {
        String name = "hostile " + role.toLowerCase(Locale.ROOT);
        String code = walk.administrator
                .post("/accounts", Map.of("name", name, "roles", List.of(role)))
                .expect(201)
                .json()
                .path("code")
                .asString();
        String token = Caller.stranger(troth.origin())
                .post("/accounts/opening", Map.of("name", name, "code", code, "password", PASSWORD, "token", true))
                .expect(200)
                .json()
                .path("token")
                .asString();
        return new Sender(name, token, withForm(Caller.browser(troth.origin(), name, PASSWORD)), foreign, own);
    }

    private static String withForm(Caller browser) {
        browser.get("/");
        assertThat(browser.cookieHeader()).contains("troth-form=");
        return browser.cookieHeader();
    }

    private static Map<String, String> own(Walk walk) {
        return Map.of(
                "participants", walk.participant,
                "volunteers", walk.volunteer,
                "consents", walk.sharing,
                "matches", walk.match,
                "boundaries", walk.boundary,
                "encounters", walk.encounter,
                "presences", walk.presence,
                "goals", walk.goal,
                "plans", walk.plan,
                "referrals", walk.referral);
    }

    @Test
    void answersAfterwardsAsBefore() {
        walk.coordinator.get("/api/v1/participants/" + walk.participant).expect(200);
        Caller.stranger(troth.origin()).get("/actuator/health").expect(200);
    }

    @Test
    void doesNothingForPageWithoutToken() {
        long size = troth.record().size();
        Caller browser = troth.browser("coordinator");
        for (String path : List.of("/participants", "/participants/" + walk.participant + "/enrolment", "/sign-out")) {
            browser.send(
                            "POST",
                            path,
                            "matter=family&language=en".getBytes(ISO_8859_1),
                            "Content-Type",
                            "application/x-www-form-urlencoded")
                    .expect(403);
        }
        assertThat(troth.record().size()).isEqualTo(size);
        browser.get("/participants").expect(200);
    }

    @Test
    void endsStolenSessionAndTokenWhenRoleIsTaken() {
        String name = "Casual Helper";
        Answer invited = walk.administrator
                .post("/accounts", Map.of("name", name, "roles", List.of("COORDINATOR")))
                .expect(201);
        Answer opened = Caller.stranger(troth.origin())
                .post(
                        "/accounts/opening",
                        Map.of(
                                "name",
                                name,
                                "code",
                                invited.json().path("code").asString(),
                                "password",
                                PASSWORD,
                                "token",
                                true))
                .expect(200);
        Caller browser = Caller.browser(troth.origin(), name, PASSWORD);
        Caller program =
                Caller.program(troth.origin(), opened.json().path("token").asString());
        browser.get("/participants").expect(200);
        program.get("/api/v1/participants").expect(200);

        walk.administrator
                .post("/accounts/" + invited.id() + "/roles/COORDINATOR/taking", Map.of())
                .expect(200);
        assertThat(browser.get("/participants").status()).isIn(303, 403);
        assertThat(program.get("/api/v1/participants").status()).isIn(401, 403);
        walk.administrator.post("/accounts/" + invited.id() + "/lock", Map.of()).expect(200);
        assertThat(browser.get("/accounts/mine").status()).isEqualTo(303);
        program.get("/api/v1/participants").expect(401);
    }

    @Test
    void keepsNoBodyOfRequestOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(troth.home(), 1)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsExactlyInAnyOrder(
                            ".troth",
                            "accounts.txt",
                            "database.txt",
                            "demonstration",
                            "epochs",
                            "keys",
                            "passphrase",
                            "postgres");
        }
    }

    private void awaitViews() {
        StoredRecord record = troth.record();
        ChildTroth.await(
                Duration.ofSeconds(30),
                () -> record.number("select min(position) from views.progress")
                        >= record.number("select max(position) from facts.fact"));
    }
}
