package org.troth.app.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The account of a participant, with which alone they can agree to something or have a goal. It is opened when it is first needed, and again
 * with a new code when its token has run out meanwhile.
 */
final class OwnAccount {

    private static final Duration LASTS = Duration.ofDays(85);

    /** What the texts say, to the questions about them. */
    private static final Map<String, List<String>> RIGHT = Map.of(
            "SUPPORT", List.of("a", "b", "a"),
            "MATCHING", List.of("b", "a", "a"),
            "SHARING", List.of("b", "a", "a"),
            "REPORTING", List.of("a", "b", "a"),
            "RESEARCH", List.of("b", "a", "a"),
            "PUBLICITY", List.of("a", "b", "b"));

    /** The same of the texts for young people. */
    private static final Map<String, List<String>> RIGHT_OF_YOUNG = Map.of(
            "SUPPORT", List.of("b", "a", "b"),
            "MATCHING", List.of("a", "a", "b"),
            "SHARING", List.of("b", "a", "b"),
            "REPORTING", List.of("a", "a", "b"),
            "RESEARCH", List.of("b", "a", "b"));

    private final Api api;
    private final Calendar calendar;
    private final Cast.Player administrator;
    private final String name;
    private final String role;
    private final String person;
    private String account = "";
    private String token = "";
    private Instant opened = Instant.MIN;

    OwnAccount(Api api, Calendar calendar, Cast.Player administrator, String name, String person) {
        this(api, calendar, administrator, name, "PARTICIPANT", person);
    }

    private OwnAccount(Api api, Calendar calendar, Cast.Player administrator, String name, String role, String person) {
        this.role = role;
        this.api = api;
        this.calendar = calendar;
        this.administrator = administrator;
        this.name = name;
        this.person = person;
    }

    /** Another coordinator, who looks at what the first one wrote. */
    static OwnAccount ofColleague(Api api, Calendar calendar, Cast.Player administrator) {
        return new OwnAccount(api, calendar, administrator, "colleague", "COORDINATOR", "");
    }

    /** What is sent when the questions about a text are answered as the text says. */
    static Map<String, ?> answers(String purpose) {
        return Map.of("answers", RIGHT.getOrDefault(purpose, List.of()));
    }

    /** Answers the questions about the text, and agrees. */
    void agree(String consent, String purpose) {
        String mine = token();
        api.post(mine, "consents/" + consent + "/understanding", answers(purpose));
        api.post(mine, "consents/" + consent + "/agreement", Map.of());
    }

    /** The same for somebody who is not of age, and was asked in words for them. */
    void agreeYoung(String consent, String purpose) {
        String mine = token();
        api.post(
                mine,
                "consents/" + consent + "/understanding",
                Map.of("answers", RIGHT_OF_YOUNG.getOrDefault(purpose, List.of())));
        api.post(mine, "consents/" + consent + "/agreement", Map.of());
    }

    /** Wishes to be asked, once after the end, how they are. */
    void wishToBeAsked(LocalDate from, String channel) {
        api.post(token(), "participants/" + person + "/follow-up", Map.of("from", from.toString(), "channel", channel));
    }

    /** Does something that nobody else can do for them. */
    Api.Done act(String path, Map<String, ?> body) {
        return api.post(token(), path, body);
    }

    private String token() {
        if (account.isEmpty()) {
            open(api.post(
                    administrator.token(),
                    "accounts",
                    person.isEmpty()
                            ? Map.of("name", name, "roles", List.of(role))
                            : Map.of("name", name, "roles", List.of(role), "person", person)));
        } else if (opened.plus(LASTS).isBefore(calendar.now())) {
            open(api.post(administrator.token(), "accounts/" + account + "/reset"));
        }
        return token;
    }

    private void open(Api.Done invited) {
        String code = invited.body().path("code").asString();
        Api.Done done = api.post(
                null,
                "accounts/opening",
                Map.of("name", name, "code", code, "password", UUID.randomUUID().toString(), "token", true));
        account = done.id();
        token = done.body().path("token").asString();
        opened = calendar.now();
    }
}
