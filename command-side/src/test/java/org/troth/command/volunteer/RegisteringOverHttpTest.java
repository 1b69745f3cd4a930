package org.troth.command.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.map;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.ChoiceGroup;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.CodeList;
import org.troth.command.record.Callers;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.command.record.PretendProgramme;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.volunteer.VolunteerEvent.VolunteerAvailabilityStated;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCapacityChanged;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCorrected;
import org.troth.events.volunteer.VolunteerEvent.VolunteerQualifiedUntil;
import org.troth.events.volunteer.VolunteerEvent.VolunteerRegistered;

class RegisteringOverHttpTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String API = "/api/v1/volunteers";

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Volunteer.class);
    private final Map<UUID, String> names = new HashMap<>();
    private final PretendProgramme programme = new PretendProgramme();
    private final VolunteerDesk desk = new VolunteerDesk(
            house.dispatch(),
            PermitsForTests.of(new MemoryDisclosing(), house.record()),
            new MemorySealing(),
            names::put,
            programme.codes());
    private final MockMvc coordinator = as(People.coordinator());

    private MockMvc as(Asked caller) {
        return Callers.over(
                caller,
                new VolunteerApi(desk),
                new VolunteerForms(desk, programme.codes()),
                new VolunteerCorrectionForms(desk));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private MockHttpServletResponse json(MockMvc caller, String path, String body) throws Exception {
        return caller.perform(post(path).contentType(APPLICATION_JSON).content(body))
                .andReturn()
                .getResponse();
    }

    private String registered(String capacity) throws Exception {
        json(coordinator, API, """
                {"name": "Grace", "contact": "555 0101", "matters": ["housing"], "languages": ["en", "EN"], "capacity": %s}""".formatted(capacity));
        return house.record()
                .facts(VolunteerRegistered.class)
                .get(0)
                .volunteer()
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3\""})
    void takesTheCapacityAsANumberOrAsText(String capacity) throws Exception {
        registered(capacity);
        VolunteerRegistered fact =
                house.record().facts(VolunteerRegistered.class).get(0);
        assertThat(fact.capacity()).isEqualTo(3);
        assertThat(fact.languages()).containsExactly("en");
        assertThat(MemorySealing.peek(fact.name())).isEqualTo("Grace");
        assertThat(names)
                .as("the name that others may keep away from")
                .isEqualTo(Map.of(fact.volunteer().value(), "Grace"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "21", "2.5", "\"many\"", "null", "99999999999"})
    void refusesACapacityThatIsNone(String capacity) {
        assertThatThrownBy(() -> registered(capacity)).cause().isInstanceOf(Invalid.class);
        assertThat(house.record().facts()).isEmpty();
    }

    @Test
    void putsRightWhatIsSaidByThemselvesOrByACoordinatorAndByNobodyElse() throws Exception {
        String id = registered("1");
        MockHttpServletResponse done = as(People.volunteer(UUID.fromString(id)))
                .perform(post("/volunteers/" + id + "/correction")
                        .param("reason", "has-changed")
                        .param("name", " Grace Murray ")
                        .param("languages", "es")
                        .param("otherLanguages", "pt-br"))
                .andReturn()
                .getResponse();
        assertThat(done.getRedirectedUrl()).startsWith("/volunteers/" + id + "/versions?at=");
        json(
                coordinator,
                API + "/" + id + "/correction",
                "{\"reason\": \"written-wrong\", \"name\": \"Grace Hopper\"}");
        List<VolunteerCorrected> facts = house.record().facts(VolunteerCorrected.class);
        assertThat(facts)
                .extracting(each -> MemorySealing.peek(each.name()))
                .containsExactly("Grace Murray", "Grace Hopper");
        assertThat(facts.get(0).languages()).containsExactly("es", "pt-BR");
        assertThat(facts.get(1).languages()).isNull();
        assertThat(names).isEqualTo(Map.of(UUID.fromString(id), "Grace Hopper"));
        for (Asked other : List.of(People.volunteer(UUID.randomUUID()), People.participant(UUID.randomUUID()))) {
            assertThatThrownBy(() -> json(
                            as(other),
                            API + "/" + id + "/correction",
                            "{\"reason\": \"written-wrong\", \"name\": \"Nobody\"}"))
                    .cause()
                    .isInstanceOf(NotOnRecord.class);
        }
    }

    @Test
    void letsThemChangeHowTheyAreReachedOrTakeItOutAndNotBoth() throws Exception {
        String id = registered("1");
        MockMvc own = as(People.volunteer(UUID.fromString(id)));
        own.perform(post("/volunteers/" + id + "/correction")
                .param("reason", "has-changed")
                .param("contact", "grace@now.example.org"));
        json(own, API + "/" + id + "/correction", "{\"reason\": \"has-changed\", \"contactTaken\": true}");
        List<VolunteerCorrected> facts = house.record().facts(VolunteerCorrected.class);
        assertThat(facts).extracting(VolunteerCorrected::withoutContact).containsExactly(false, true);
        assertThat(MemorySealing.peek(facts.get(0).contact())).isEqualTo("grace@now.example.org");
        assertThat(facts.get(1).contact()).isNull();
        assertThatThrownBy(() -> json(
                        own,
                        API + "/" + id + "/correction",
                        "{\"reason\": \"has-changed\", \"contact\": \"x@now.example.org\", \"contactTaken\": true}"))
                .cause()
                .isInstanceOf(Invalid.class);
        assertThat(house.record().facts(VolunteerCorrected.class)).hasSize(2);
    }

    @Test
    void takesWhatWasTickedTogetherWithTheLanguagesThatWereWritten() throws Exception {
        MockHttpServletResponse done = coordinator
                .perform(post("/volunteers")
                        .param("name", "Grace")
                        .param("contact", "555 0101")
                        .param("matters", "housing", "debt")
                        .param("languages", "en", "es")
                        .param("otherLanguages", "de, pt-br")
                        .param("capacity", "1"))
                .andReturn()
                .getResponse();
        assertThat(done.getStatus()).isEqualTo(303);
        VolunteerRegistered fact =
                house.record().facts(VolunteerRegistered.class).get(0);
        assertThat(fact.matters()).containsExactly("housing", "debt");
        assertThat(fact.languages()).containsExactly("en", "es", "de", "pt-BR");
    }

    @Test
    void showsTheRegistrationAgainWithWhatWasTickedAndWritten() throws Exception {
        Map<String, Object> model = coordinator
                .perform(post("/volunteers")
                        .param("matters", "housing", "debt")
                        .param("languages", "es")
                        .param("otherLanguages", "de, nonsense!"))
                .andReturn()
                .getModelAndView()
                .getModel();
        assertThat(model)
                .containsEntry("known", List.of("housing", "debt"))
                .containsEntry("spoken", List.of("es", "de", "nonsense!"))
                .containsEntry("otherLanguages", "de, nonsense!");
        assertThat(model.get("errors"))
                .asInstanceOf(map(String.class, String.class))
                .containsOnlyKeys("name", "contact", "otherLanguages", "capacity");
        List<?> groups = (List<?>) model.get("matters");
        assertThat(groups.stream()
                        .flatMap(group -> ((ChoiceGroup) group).choices().stream())
                        .map(Choice::value))
                .containsExactlyInAnyOrderElementsOf(CodeList.MATTER.codes());
        assertThat(house.record().facts()).isEmpty();
    }

    @Test
    void takesTimesFromThemselvesAndInTheOrderOfTheLaw() throws Exception {
        String id = registered("3");
        MockMvc self = as(People.volunteer(UUID.fromString(id)));
        json(self, API + "/" + id + "/availability", "{\"times\": [\"weekend-morning\", \"weekday-evening\"]}");
        assertThat(house.record().facts(VolunteerAvailabilityStated.class))
                .singleElement()
                .extracting(VolunteerAvailabilityStated::times)
                .isEqualTo(List.of("weekday-evening", "weekend-morning"));
        assertThatThrownBy(() -> json(self, API + "/" + id + "/availability", "{\"times\": [\"at my mother's\"]}"))
                .cause()
                .isInstanceOf(Invalid.class);
        MockMvc other = as(People.volunteer(UUID.randomUUID()));
        assertThatThrownBy(() -> json(other, API + "/" + id + "/availability", "{\"times\": []}"))
                .cause()
                .isInstanceOf(NotOnRecord.class);
        assertThat(self.perform(post("/volunteers/" + id + "/availability")
                                .param("times", "weekend-evening")
                                .param("times", "weekday-evening"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/walks?at=");
        assertThat(house.record().facts(VolunteerAvailabilityStated.class)).hasSize(2);
    }

    @Test
    void letsAVolunteerChangeTheirOwnCapacityButNotTheirQualification() throws Exception {
        String id = registered("3");
        MockMvc self = as(People.volunteer(UUID.fromString(id)));
        json(self, API + "/" + id + "/capacity", "{\"capacity\": 1}");
        assertThat(house.record().facts(VolunteerCapacityChanged.class)).hasSize(1);
        assertThatThrownBy(() -> json(self, API + "/" + id + "/qualification", "{\"lastDay\": \"2027-01-01\"}"))
                .cause()
                .isInstanceOf(NotOnRecord.class);
        json(coordinator, API + "/" + id + "/qualification", "{\"lastDay\": \"2027-01-01\"}");
        assertThat(house.record().facts(VolunteerQualifiedUntil.class).get(0).lastDay())
                .isEqualTo(LocalDate.parse("2027-01-01"));
    }

    @Test
    void takesMattersThatTheProgrammeOffersAndNoneThatItWithdrew() throws Exception {
        programme.offer(ProgrammeList.MATTER, "school-exclusion", new Label("en", "School exclusion"));
        programme.withdraw(ProgrammeList.MATTER, "housing");
        assertThatThrownBy(() -> registered("1")).cause().isInstanceOf(Invalid.class);
        json(coordinator, API, """
                {"name": "Grace", "contact": "555 0101", "matters": ["school-exclusion"], "languages": ["en"], "capacity": 1}""");
        assertThat(house.record().facts(VolunteerRegistered.class)).hasSize(1);
        String groups = coordinator
                .perform(get("/volunteers/new"))
                .andReturn()
                .getModelAndView()
                .getModel()
                .get("matters")
                .toString();
        assertThat(groups).contains("School exclusion").doesNotContain("value=housing");
    }
}
