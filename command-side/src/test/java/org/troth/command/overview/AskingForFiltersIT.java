package org.troth.command.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.Lookups;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.record.Callers;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.command.record.PretendProgramme;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class AskingForFiltersIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final Asked coordinator = People.coordinator();
    private final FilterTable table;
    private final FilterDesk desk;

    AskingForFiltersIT(TestDatabase database) {
        database.migrate("lookups", "classpath:db/lookups");
        table = new FilterTable(new Lookups(JdbcClient.create(database.application())));
        desk = new FilterDesk(
                table, PermitsForTests.of(disclosing, new MemoryRecord(CLOCK)), PretendProgramme.published());
    }

    private MockMvc as(Asked caller) {
        StaticMessageSource words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        return Callers.over(caller, new FilterApi(desk), new FilterForms(desk, PretendProgramme.published(), words));
    }

    private static MockHttpServletResponse json(MockMvc caller, String body) throws Exception {
        return caller.perform(post("/api/v1/worklist/filters")
                        .contentType(APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    @Test
    void isKeptInTheOrderOfTheDayAndSeenAtAnAddressOfCodesAlone() throws Exception {
        MockHttpServletResponse answer = json(
                as(coordinator),
                "{\"kinds\": [\"list\", \"change\"], \"matter\": \"housing\", \"language\": \"ZH-hant\", \"due\": \"7\"}");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("/worklist/filtered?kind=change&kind=list&matter=housing&language=zh-Hant&due=7");
        assertThat(table.of(coordinator.actor().account())).singleElement().satisfies(kept -> {
            assertThat(kept.kinds()).containsExactly("change", "list");
            assertThat(kept.language()).isEqualTo("zh-Hant");
            assertThat(kept.dueWithin()).isEqualTo(7);
        });
    }

    @Test
    void isTheSameByForm() throws Exception {
        MockHttpServletResponse answer = as(coordinator)
                .perform(post("/worklist/filters")
                        .param("kinds", "change", "list")
                        .param("matter", "")
                        .param("language", " ")
                        .param("due", ""))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/worklist/filtered?kind=change&kind=list");
    }

    @Test
    void takesCodesAndNoWords() {
        for (String body : List.of(
                "{\"kinds\": [\"my favourites\"]}",
                "{\"matter\": \"the Vance case\"}",
                "{\"language\": \"en-marisol\"}",
                "{\"due\": \"soon\"}",
                "{\"due\": \"367\"}")) {
            assertThatThrownBy(() -> json(as(coordinator), body))
                    .as(body)
                    .cause()
                    .isInstanceOf(Invalid.class);
        }
        assertThat(table.of(coordinator.actor().account())).isEmpty();
    }

    @Test
    void isForCoordinatorsAndAnybodyElsesAttemptIsRecorded() {
        for (Asked other : List.of(People.participant(UUID.randomUUID()), People.volunteer(UUID.randomUUID()))) {
            assertThatThrownBy(() -> json(as(other), "{}")).cause().isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> as(other).perform(get("/worklist/filters/new")))
                    .cause()
                    .isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> as(other).perform(post("/worklist/filters/" + UUID.randomUUID() + "/removal")))
                    .cause()
                    .isInstanceOf(NotOnRecord.class);
        }
        assertThat(disclosing.refusals()).hasSize(6);
    }

    @Test
    void answersToTheRemovalOfAnothersAsOfOnesOwnAndOfNone() throws Exception {
        json(as(coordinator), "{\"matter\": \"housing\"}");
        UUID filter = table.of(coordinator.actor().account()).get(0).id();
        for (UUID each : List.of(filter, UUID.randomUUID())) {
            MockHttpServletResponse answer = as(People.coordinator())
                    .perform(post("/worklist/filters/" + each + "/removal"))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).isEqualTo(303);
            assertThat(answer.getHeader("Location")).isEqualTo("/worklist/filters");
        }
        assertThat(table.of(coordinator.actor().account())).hasSize(1);
        as(coordinator).perform(post("/worklist/filters/" + filter + "/removal"));
        assertThat(table.of(coordinator.actor().account())).isEmpty();
    }
}
