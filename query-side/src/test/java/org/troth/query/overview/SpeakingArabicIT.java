package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.participant.ParticipantEvent.Urgency;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** To whoever reads Arabic, no page of this feature says a word of its own in English. */
@WithPostgres
class SpeakingArabicIT {

    /** What people said and are called, which is said as they said it, and words of the law with what they mean. */
    private static final List<String> AS_THEY_ARE = List.of(
            "Ada Byron",
            "Lise Meitner",
            "Emmy Noether",
            "Chien-Shiung Wu",
            "Ida Rhodes",
            "Vera Rubin",
            "Teo",
            "Harbour Law",
            "Housing desk active",
            "enquiry words",
            "intake note of",
            "phone of",
            "text number of",
            "mornings only",
            "volunteer contact of",
            "only by text",
            "not after eight",
            "words added later",
            "words of an answer",
            "note on legal-advice",
            "Your yes. You can say no, and you can take a yes back.",
            "We ask another group to help you, and send them only what you agree to.");

    private static CaseHouse shown;
    private static ParticipantId ended;
    private static ParticipantId waiting;
    private static ParticipantId nameless;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        shown = new CaseHouse(database);
        Story story = shown.story;
        story.waits(shown.looking, Urgency.SOON);
        story.met(shown.match, shown.ada, shown.vera);
        story.outside(shown.match, shown.ada, shown.vera, "legal-advice");
        story.leaves(story.due(shown.ada, Occasion.CONSENT_ASKED), shown.ada);
        ended = story.enrolled("Chien-Shiung Wu");
        story.aside(ended, "Teo");
        story.ends(ended, LocalDate.of(2026, 1, 6));
        waiting = story.enrolled("Ida Rhodes");
        story.waits(waiting, Urgency.URGENT);
        nameless = story.enquiry("housing");
        story.nameless(nameless, false);
        shown.house.caughtUp();
    }

    @AfterAll
    static void close() {
        shown.close();
    }

    @BeforeEach
    void begin() {
        shown.house.gate.forget();
        pages = new Pages(shown.house).in(Locale.forLanguageTag("ar-u-nu-latn"));
    }

    @Test
    void saysTheWorklistInArabic() throws Exception {
        for (String address : List.of(
                "/",
                "/worklist/intake",
                "/worklist/filters",
                "/worklist/filtered?matter=housing&due=7",
                "/worklist/filtered?kind=intake&kind=list&due=0",
                "/worklist/places")) {
            saysNoEnglish(address);
        }
    }

    @Test
    void saysCasesInArabic() throws Exception {
        for (ParticipantId each : List.of(shown.ada, shown.newcomer, shown.looking, ended, waiting, nameless)) {
            saysNoEnglish("/participants/" + each);
        }
    }

    @Test
    void saysOwnPagesInArabic() throws Exception {
        pages.as(shown.participant());
        saysNoEnglish("/mine");
        pages.as(Story.self(Role.PARTICIPANT, ended.value()));
        saysNoEnglish("/mine");
        pages.as(Story.self(Role.PARTICIPANT, waiting.value()));
        saysNoEnglish("/mine");
        pages.as(shown.volunteer());
        saysNoEnglish("/walks");
    }

    @Test
    void saysTheChronicleInArabic() throws Exception {
        pages.as(Story.AUDITOR);
        saysNoEnglish("/audit");
        saysNoEnglish("/audit?kind=charter-acknowledged");
        saysNoEnglish("/audit?from=2026-02-01&to=2026-01-01");
        saysNoEnglish("/audit?from=1066-01-01");
    }

    private void saysNoEnglish(String address) throws Exception {
        MockHttpServletResponse response = pages.get(address);
        String words = Pages.visible(response.getContentAsString()
                .replaceAll("(?s)^.*?<main[^>]*>|</main>.*", "")
                .replaceAll("(?s)<code.*?</code>|<([a-z]+)[^>]* lang=\"en\".*?</\\1>", " "));
        for (String own : AS_THEY_ARE) {
            words = words.replace(own, " ");
        }
        assertThat(words).as(address).containsPattern("[\\x{627}-\\x{64a}]{3}").doesNotContainPattern("[A-Za-z]{3}");
    }
}
