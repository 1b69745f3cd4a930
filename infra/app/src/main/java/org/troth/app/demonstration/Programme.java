package org.troth.app.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** What all stories share: the people who act, the days still to come, the volunteers, the services, and the dice. */
final class Programme {

    static final List<String> MATTERS = List.of("housing", "family", "immigration", "debt", "employment", "safety");
    /** A matter that only this programme has. */
    static final String OWN_MATTER = "school-exclusion";

    private static final int EACH_OWN = 12;
    private static final List<String> CLASSES =
            List.of("tenant", "tenant", "violence-survivor", "young-in-court", "dispute-party", "law-person");
    private static final List<String> ACCESS =
            List.of("step-free", "breaks", "large-print", "hearing-loop", "easy-read", "remote-only");
    private static final List<String> TIMES = List.of(
            "weekday-morning",
            "weekday-afternoon",
            "weekday-evening",
            "weekend-morning",
            "weekend-afternoon",
            "weekend-evening");
    static final List<String> LANGUAGES = List.of("en", "en", "en", "es", "ar", "uk", "fr");

    private static final int MOST_NOTES = 3;

    private final Api api;
    private final Calendar calendar;
    private final Random random;
    private final Random week = new Random(7);
    private final Random around = new Random(11);
    private final ZoneId zone;
    private final People people;
    private final Cast.Player coordinator;
    private final Cast.Player administrator;
    private final OwnAccount colleague;
    private final List<VolunteerStory> volunteers = new ArrayList<>();
    private List<Listing> services = List.of();
    private long position;
    private int notes;
    private int accounts;
    private int hopes;
    private int asked;
    private int known;

    /** A service that somebody can be referred to. */
    record Listing(String service, String agency, String need) {}

    Programme(
            Api api,
            Calendar calendar,
            Random random,
            ZoneId zone,
            People people,
            Cast.Player coordinator,
            Cast.Player administrator) {
        this.api = api;
        this.calendar = calendar;
        this.random = random;
        this.zone = zone;
        this.people = people;
        this.coordinator = coordinator;
        this.administrator = administrator;
        this.colleague = OwnAccount.ofColleague(api, calendar, administrator);
    }

    String nextName() {
        return people.next();
    }

    /** The account of one more participant; nothing is done until they need it. */
    OwnAccount ownAccount(String person) {
        accounts++;
        return new OwnAccount(api, calendar, administrator, "own-" + accounts, person);
    }

    /** Counts those who could have a goal of their own; every third of them has. */
    int nextHope() {
        return ++hopes;
    }

    /** What somebody comes with: mostly what the dice say, and every twelfth time what only this programme helps with. */
    String matterAsked() {
        String thrown = oneOf(MATTERS);
        return ++asked % EACH_OWN == 0 ? OWN_MATTER : thrown;
    }

    /** What a volunteer knows: two in twelve know what only this programme helps with. */
    String matterKnown() {
        String thrown = oneOf(MATTERS);
        return ++known % EACH_OWN < 2 ? OWN_MATTER : thrown;
    }

    /** The coordinator does it. */
    Api.Done post(String path, Map<String, ?> body) {
        Api.Done done = api.post(coordinator.token(), path, body);
        position = Math.max(position, done.body().path("position").asLong());
        return done;
    }

    /** Another coordinator looks at the first correction of a meeting, which they did not write, a few days later. */
    void looksAtCorrection(String encounter) {
        within(1, 4, () -> colleague.act("encounters/" + encounter + "/versions/2/approval", Map.of()));
    }

    /** Somebody without an account or a name does it, as few of them as one machine may stand for at a time. */
    Api.Done postNameless(String path, Map<String, ?> body) {
        return api.post(null, path, body);
    }

    boolean hearsNameless() {
        return notes < MOST_NOTES && chance(25) && ++notes > 0;
    }

    Api.Done post(String path) {
        return post(path, Map.of());
    }

    /** The same for what follows from an act a moment later. */
    void postSoon(String path, Map<String, ?> body) {
        api.postSoon(coordinator.token(), path, body);
    }

    /** The coordinator looks at exactly what would leave, and releases it. */
    void release(String referral, String consent) {
        String token = coordinator.token();
        String path = "referrals/" + referral + "/release";
        String previewed = api.getSoon(token, path + "?consent=" + consent)
                .path("previewed")
                .asString();
        api.post(token, path, Map.of("consent", consent, "previewed", previewed));
    }

    /** The coordinator looks at it, as it is after what they did last. */
    void look(String path) {
        api.get(coordinator.token(), path + "?at=" + position);
    }

    Api api() {
        return api;
    }

    Calendar calendar() {
        return calendar;
    }

    LocalDate today() {
        return LocalDate.ofInstant(calendar.now(), zone);
    }

    ZonedDateTime now() {
        return calendar.now().atZone(zone);
    }

    /** Plans it between these many days from now, between eight in the morning and six in the evening. */
    void within(int fromDays, int toDays, Runnable act) {
        int days = fromDays + random.nextInt(Math.max(1, toDays - fromDays));
        Instant time = today().plusDays(days)
                .atTime(LocalTime.of(8, 0).plusMinutes(random.nextInt(600)))
                .atZone(zone)
                .toInstant();
        Instant soonest = calendar.now().plus(Duration.ofMinutes(1 + random.nextInt(50)));
        calendar.at(time.isBefore(soonest) ? soonest : time, act);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** When somebody has time in the week: once or twice. It has dice of its own, so that no other story changes by it. */
    List<String> someTimes() {
        return Stream.of(week.nextInt(TIMES.size()), week.nextInt(TIMES.size()))
                .distinct()
                .map(TIMES::get)
                .toList();
    }

    /** What surrounds the help, where somebody says it; with dice of its own, so that no other story changes by it. */
    Map<String, Object> circumstances() {
        Map<String, Object> said = new HashMap<>();
        if (around.nextInt(100) < 45) {
            said.put("classes", List.of(CLASSES.get(around.nextInt(CLASSES.size()))));
        }
        if (around.nextInt(100) < 20) {
            said.put("otherLanguages", List.of(around.nextBoolean() ? "es" : "fr"));
        }
        if (around.nextInt(100) < 25) {
            said.put("access", List.of(ACCESS.get(around.nextInt(ACCESS.size()))));
        }
        if (around.nextInt(100) < 6) {
            said.put("interpreter", "bfi");
        }
        return said;
    }

    void knows(VolunteerStory volunteer) {
        volunteers.add(volunteer);
    }

    List<VolunteerStory> volunteers() {
        return volunteers;
    }

    void lists(List<Listing> listed) {
        services = List.copyOf(listed);
    }

    List<Listing> services() {
        return services;
    }
}
