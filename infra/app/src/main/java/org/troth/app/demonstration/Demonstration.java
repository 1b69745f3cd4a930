package org.troth.app.demonstration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.troth.app.ground.Ground;
import org.troth.app.time.ProgrammeClock;
import org.troth.command.account.FirstAdministrator;
import org.troth.events.consent.ExpiringConsents;
import org.troth.events.matching.OverdueChanges;
import org.troth.events.message.DueMessages;
import org.troth.events.referral.UnansweredReferrals;
import org.troth.events.youth.ComingOfAge;
import org.troth.query.freshness.ViewsFreshness;
import tools.jackson.databind.JsonNode;

/**
 * Two years of an invented programme, told to the product through its own API under a clock that runs through those years.
 * The same seed tells the same story. Whatever is refused or fails ends the load, and the next start begins anew.
 */
final class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final long SEED = 20_260_321;
    private static final int STEPS = 10;
    private static final int MOST_ROUNDS = 100;

    private final Ground ground;
    private final Marker marker;
    private final ProgrammeClock clock;
    private final FirstAdministrator first;
    private final ExpiringConsents consents;
    private final OverdueChanges changes;
    private final UnansweredReferrals referrals;
    private final ComingOfAge youth;
    private final DueMessages messages;
    private final ViewsFreshness freshness;
    private final int participants;
    private final Random random = new Random(SEED);
    private final Api api;

    Demonstration(
            Ground ground,
            Marker marker,
            ProgrammeClock clock,
            FirstAdministrator first,
            ExpiringConsents consents,
            OverdueChanges changes,
            UnansweredReferrals referrals,
            ComingOfAge youth,
            DueMessages messages,
            ViewsFreshness freshness,
            int participants) {
        this.ground = ground;
        this.marker = marker;
        this.clock = clock;
        this.first = first;
        this.consents = consents;
        this.changes = changes;
        this.referrals = referrals;
        this.youth = youth;
        this.messages = messages;
        this.freshness = freshness;
        this.participants = participants;
        this.api = new Api(ground.origin());
    }

    /** Without participants nothing is told: there are accounts and the directory, and time is the machine's. */
    void load() {
        long begun = System.nanoTime();
        if (participants == 0) {
            clock.release();
        }
        Instant start = clock.instant();
        Instant end = start.plus(Duration.ofDays(730));
        marker.loading();
        LOG.info("Loading two years of an invented programme: {} participants", participants);
        Calendar calendar = new Calendar(start, end);
        Cast cast = new Cast(api, calendar);
        String code = first.invite("administrator")
                .orElseThrow(() -> new IllegalStateException("there is an administrator already"));
        Cast.Player administrator = cast.open("ADMINISTRATOR", "administrator", code);
        Cast.Player coordinator = cast.invite(administrator, "COORDINATOR", "coordinator", null);
        Cast.Player secondContact = cast.invite(administrator, "SECOND_CONTACT", "second-contact", null);
        Cast.Player auditor = cast.invite(administrator, "AUDITOR", "auditor", null);
        Programme programme =
                new Programme(api, calendar, random, ground.zone(), new People(random), coordinator, administrator);
        List<Programme.Listing> listings = importDirectory(coordinator.token());
        keepFilters(coordinator.token());
        offerCodes(coordinator.token());
        if (participants > 0) {
            programme.lists(listings);
            new Leads(programme, cast, administrator, auditor, secondContact).plan();
            plan(programme);
            run(calendar, start);
            clock.release();
        }
        consents.noteExpired();
        changes.noteOverdue();
        referrals.noteUnanswered();
        youth.noteOfAge();
        sendAll(messages);
        cast.renewAll();
        cast.writeTo(
                ground.home().resolve(Announcement.ACCOUNTS), ground.origin().toString());
        marker.loaded();
        LOG.info("Loaded in {} s", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    /** A round sends only so many, and a day here is over in a moment: round after round, until one finds nothing to do. */
    static void sendAll(DueMessages messages) {
        long waiting = messages.waiting();
        for (int round = 0; round < MOST_ROUNDS && waiting > 0; round++) {
            int left = messages.send();
            long now = messages.waiting();
            if (left == 0 && now >= waiting) {
                return;
            }
            waiting = now;
        }
    }

    /** Two parts of the worklist that its coordinator looks at often. */
    private void keepFilters(String token) {
        api.post(token, "worklist/filters", Map.of("kinds", List.of("change", "recall", "consent"), "due", "7"));
        api.post(token, "worklist/filters", Map.of("matter", "housing", "language", "es"));
    }

    /** What this programme helps with beside what every one does, and whom it asks for who they are; what it does not help with it withdraws. */
    private void offerCodes(String token) {
        offer(token, "MATTER", Programme.OWN_MATTER, "School exclusion", "الفصل من المدرسة");
        offer(token, "PARTICIPANT_CLASS", "tenant", "Somebody who rents their home", "شخص يستأجر مسكنه");
        offer(token, "PARTICIPANT_CLASS", "violence-survivor", "Survivor of violence", "ناجٍ أو ناجية من العنف");
        offer(
                token,
                "PARTICIPANT_CLASS",
                "trafficking-survivor",
                "Survivor of trafficking",
                "ناجٍ أو ناجية من الاتجار بالأشخاص");
        offer(token, "PARTICIPANT_CLASS", "young-in-court", "Young person in court", "شخص يافع أمام المحكمة");
        offer(
                token,
                "PARTICIPANT_CLASS",
                "dispute-party",
                "Party in a dispute-resolution scheme",
                "طرف في مسار لتسوية النزاعات");
        offer(token, "PARTICIPANT_CLASS", "law-person", "Lawyer or law student", "محامٍ أو طالب قانون");
        api.post(token, "programme/codes/matter/consumer/end", Map.of());
    }

    private void offer(String token, String list, String code, String english, String arabic) {
        api.post(token, "programme/codes", Map.of("list", list, "code", code, "english", english, "arabic", arabic));
    }

    private List<Programme.Listing> importDirectory(String token) {
        String text = directory();
        long position = api.upload(token, "directory/imports", text)
                .body()
                .path("position")
                .asLong();
        freshness.await(position, Duration.ofSeconds(20));
        List<Programme.Listing> listings = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more; page++) {
            JsonNode listed = api.get(token, "directory?page=" + page + "&at=" + position);
            for (JsonNode service : listed.path("services")) {
                if (service.path("status").asString().equals("active")) {
                    listings.add(new Programme.Listing(
                            service.path("id").asString(),
                            service.path("agency").asString(),
                            "court-day"));
                }
            }
            more = listed.path("more").asBoolean();
        }
        return listings;
    }

    private static String directory() {
        try (InputStream in =
                Objects.requireNonNull(Demonstration.class.getResourceAsStream("/demonstration/directory.json"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Volunteers come mostly at the beginning, participants evenly, and both to the last week. */
    private void plan(Programme programme) {
        int volunteers = Math.max(3, participants * 40 / 150);
        for (int i = 0; i < volunteers; i++) {
            int latest = i < volunteers * 2 / 3 ? 40 : 700;
            programme.within(1, latest, new VolunteerStory(programme)::register);
        }
        for (int i = 0; i < participants; i++) {
            int day = 30 + i * 695 / Math.max(1, participants);
            programme.within(day, day + 4, new ParticipantStory(programme)::enquire);
        }
    }

    private void run(Calendar calendar, Instant start) {
        int told = 0;
        LocalDate day = LocalDate.ofInstant(start, ground.zone());
        while (calendar.advance()) {
            clock.simulate(calendar.now().truncatedTo(ChronoUnit.MILLIS));
            LocalDate today = LocalDate.ofInstant(calendar.now(), ground.zone());
            if (!today.equals(day)) {
                day = today;
                consents.noteExpired();
                changes.noteOverdue();
                referrals.noteUnanswered();
                youth.noteOfAge();
                sendAll(messages);
            }
            calendar.act();
            int step = (int) (calendar.share(start) * STEPS);
            if (step > told) {
                told = step;
                LOG.info("Demonstration: {} percent, {}", step * 100 / STEPS, today);
            }
        }
    }
}
