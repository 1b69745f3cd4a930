package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.RightAnswers;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** Nobody agrees before they have understood, nobody agrees for somebody else, and everybody has it in writing. */
@ExtendWith(Stage.class)
class UnderstandingConsentIT {

    private static final SamplePerson PERSON = SamplePeople.NURAN;
    private static final SamplePerson ANOTHER = SamplePeople.THUY;

    @Test
    void showsThePassageAgainUntilEveryAnswerIsRightAndThenTakesTheYesAndGivesAReceipt(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator"));
        String participant = coordinator.enrolled(PERSON);
        String consent = coordinator.ask(participant, "being supported by the programme", List.of("Identity"));
        Visitor at = coordinator.at();
        at.sees("Only the person can say yes");
        assertThat(at.offers("agreement")).isFalse();
        assertThat(at.offers("understanding")).isFalse();
        at.choose("How you spoke", "Phone").choose("Another person").press("Write it down");

        Visitor her = Person.of(cast, Device.PHONE, Way.KEYBOARD, participant).at();
        her.goTo("/consents/" + consent).sees("school grade");
        assertThat(her.offers("agreement")).isFalse();
        assertThat(her.offers("refusal")).isTrue();
        assertThat(her.offers("conversations")).isFalse();
        her.choose("To share with anybody who asks for it.")
                .choose("Yes. I can still get support.")
                .choose("I can take my yes back on any day.");
        her.isRefused("understanding", 400, RightAnswers.firstPassage("SUPPORT"));
        assertThat(her.offers("agreement")).isFalse();
        her.choose("To support me, and for nothing else.")
                .press("Check my answers")
                .press("Yes, I agree")
                .follow("The receipt")
                .sees("You went through the text", "You answered the questions", "You said yes.", "consent-5");
        her.fill("Which day", LocalDate.now()).pressOnce("Look it up").sees("yes, it was in force");
        her.fill("Which day", LocalDate.now().minusDays(1))
                .pressOnce("Look it up")
                .sees("no, it was not in force");
        at.goTo("/participants/" + participant).sees("Being supported");
    }

    @Test
    void isReadAndAnsweredFromRightToLeft(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator"));
        String participant = coordinator.enrolled(ANOTHER);
        coordinator
                .at()
                .goTo("/consents/new?participant=" + participant)
                .choose("being supported by the programme")
                .choose("Identity")
                .fill("Language of the text", "ar")
                .press("Go to the text");
        String consent = coordinator.at().id();

        Visitor her =
                Person.of(cast, Device.PHONE, Way.WITHOUT_SCRIPT, participant).at();
        her.goTo("/consents/" + consent).sees("not measured in its language");
        assertThat(her.page().locator(".shown-text").getAttribute("dir")).isEqualTo("rtl");
        assertThat(her.page().locator(".shown-text").getAttribute("lang")).isEqualTo("ar");
        her.choose("لتدعموني، لا لأي شيء آخر.")
                .choose("نعم، أحصل على الدعم كما هو.")
                .choose("أستطيع أن أسحب موافقتي في أي يوم.")
                .press("تحقق من أجوبتي")
                .press("نعم، أوافق")
                .press("أسحب موافقتي")
                .sees("Withdrawn")
                .follow("The receipt")
                .sees("You took your yes back.", "support ar version 1");
    }
}
