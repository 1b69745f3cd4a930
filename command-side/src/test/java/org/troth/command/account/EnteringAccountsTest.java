package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EnteringAccountsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AccountHouse house = new AccountHouse();
    private final SecretPages secrets = new SecretPages(house.clock);
    private final MockMvc web = MockMvcBuilders.standaloneSetup(
                    new AccountApi(house.administrators, house.holders),
                    new AccountForms(house.administrators, secrets),
                    new HolderForms(house.holders, secrets))
            .setCustomArgumentResolvers(new SignedIn(), new Requests())
            .build();
    private Actor actor = house.firstAdministrator();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void walksThroughTheLifeOfAnAccountByApi() throws Exception {
        MockHttpServletResponse invited =
                sent("/api/v1/accounts", Map.of("name", "worker", "roles", new String[] {"COORDINATOR"}));
        JsonNode invitation = JSON.readTree(invited.getContentAsString());
        String id = invitation.get("id").asString();
        assertThat(invited.getStatus()).isEqualTo(201);
        assertThat(invited.getHeader("Location")).isEqualTo("/api/v1/accounts/" + id);
        assertThat(invitation.get("codeExpiresAt").asString()).isEqualTo("2026-11-28T09:00:00Z");

        JsonNode opened = answer(
                "/api/v1/accounts/opening",
                Map.of(
                        "name",
                        "worker",
                        "code",
                        invitation.get("code").asString(),
                        "password",
                        AccountHouse.PASSWORD,
                        "token",
                        true));
        assertThat(opened.get("id").asString()).isEqualTo(id);
        assertThat(house.signIn.byToken(opened.get("token").asString())).isPresent();

        for (String act : new String[] {"lock", "unlock", "roles/coordinator/taking"}) {
            assertThat(answer("/api/v1/accounts/" + id + "/" + act, Map.of())
                            .get("position")
                            .isNumber())
                    .isTrue();
        }
        assertThat(answer("/api/v1/accounts/" + id + "/roles", Map.of("role", "AUDITOR"))
                        .has("position"))
                .isTrue();
        assertThat(answer("/api/v1/accounts/" + id + "/reset", Map.of())
                        .get("code")
                        .asString())
                .isNotBlank();
        assertThat(answer("/api/v1/accounts/" + id + "/leaving", Map.of()).has("position"))
                .isTrue();
        assertThat(house.signIn.byToken(opened.get("token").asString())).isEmpty();
    }

    @Test
    void issuesATokenThatIsGoneWhenItIsRevokedByApi() throws Exception {
        String own = "/api/v1/accounts/" + actor.account();
        JsonNode issued = answer(own + "/tokens", Map.of("days", 3));
        assertThat(issued.get("tokenExpiresAt").asString()).isEqualTo("2026-11-24T09:00:00Z");
        actor = house.signIn.byToken(issued.get("token").asString()).orElseThrow();

        assertThat(answer(own + "/tokens/" + issued.get("id").asString() + "/revocation", Map.of())
                        .has("position"))
                .isTrue();
        assertThat(house.signIn.byToken(issued.get("token").asString())).isEmpty();
    }

    @Test
    void answersARepetitionWithoutTheSecret() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\": \"worker\"}";
        MockHttpServletRequestBuilder request = post("/api/v1/accounts")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);

        JsonNode first = JSON.readTree(answered(request).getContentAsString());
        JsonNode second = JSON.readTree(answered(request).getContentAsString());

        assertThat(first.get("code").isString()).isTrue();
        assertThat(second.get("code").isNull()).isTrue();
        assertThat(second.get("id")).isEqualTo(first.get("id"));
    }

    @Test
    void showsTheCodeOnThePageOfItsOwnPost() throws Exception {
        MvcResult invited = web.perform(
                        post("/accounts").param("name", "worker").param("roles", "AUDITOR"))
                .andReturn();

        assertThat(invited.getModelAndView().getViewName()).isEqualTo("account/code");
        Map<String, Object> model = invited.getModelAndView().getModel();
        assertThat(model.get("until")).isEqualTo("28 November 2026, 09:00");
        MvcResult opened = web.perform(post("/accounts/opening")
                        .param("name", "worker")
                        .param("code", (String) model.get("secret"))
                        .param("password", AccountHouse.PASSWORD))
                .andReturn();
        assertThat(opened.getResponse().getStatus()).isEqualTo(303);
        assertThat(opened.getResponse().getRedirectedUrl()).isEqualTo("/sign-in?said=opened");
        assertThat(house.signedIn("worker").person()).isNull();
    }

    @Test
    void showsTheFormAgainWithWhatIsWrong() throws Exception {
        MvcResult empty = web.perform(post("/accounts").param("name", "  ")).andReturn();
        assertThat(empty.getResponse().getStatus()).isEqualTo(400);
        assertThat(empty.getModelAndView().getViewName()).isEqualTo("account/invitation");
        assertThat(errors(empty)).containsOnlyKeys("name");

        MvcResult taken = web.perform(post("/accounts").param("name", "KEEPER")).andReturn();
        assertThat(taken.getResponse().getStatus()).isEqualTo(409);
        assertThat(errors(taken)).containsOnlyKeys("name");

        MvcResult weak = web.perform(post("/accounts/opening")
                        .param("name", "somebody")
                        .param("code", "0")
                        .param("password", "password1234"))
                .andReturn();
        assertThat(weak.getResponse().getStatus()).isEqualTo(400);
        assertThat(errors(weak)).containsOnlyKeys("password");

        MvcResult wrong = web.perform(post("/accounts/opening")
                        .param("name", "somebody")
                        .param("code", "0")
                        .param("password", AccountHouse.PASSWORD))
                .andReturn();
        assertThat(wrong.getResponse().getStatus()).isEqualTo(409);
        assertThat(errors(wrong)).containsOnlyKeys("code");
        assertThat(wrong.getModelAndView().getModel()).doesNotContainValue(AccountHouse.PASSWORD);
    }

    @Test
    void sendsBackToTheListWithThePositionReached() throws Exception {
        Actor worker = house.opened(actor, "worker", "COORDINATOR");
        String path = "/accounts/" + worker.account();
        for (String act : new String[] {"/lock", "/unlock", "/roles/COORDINATOR/taking", "/leaving"}) {
            MockHttpServletResponse done = answered(post(path + act));
            assertThat(done.getStatus()).as(act).isEqualTo(303);
            assertThat(done.getHeader("Location")).matches("/accounts\\?at=\\d+");
        }
    }

    @Test
    void showsOnesOwnTokensAndNeverTheirSecrets() throws Exception {
        String own = "/accounts/" + actor.account();
        MvcResult issued = web.perform(post(own + "/tokens").param("days", "5")).andReturn();
        assertThat(issued.getModelAndView().getViewName()).isEqualTo("account/token");
        String secret = (String) issued.getModelAndView().getModel().get("secret");
        actor = house.signedIn("keeper");

        MvcResult mine = web.perform(get("/accounts/mine")).andReturn();

        assertThat(mine.getModelAndView().getModel().get("tokens").toString())
                .contains("26 November 2026, 09:00")
                .doesNotContain(secret);
        MvcResult changed = web.perform(post(own + "/password")
                        .param("current", AccountHouse.PASSWORD)
                        .param("password", "another good long one"))
                .andReturn();
        assertThat(changed.getResponse().getRedirectedUrl()).isEqualTo("/sign-in?said=changed");
        assertThat(house.signIn.byPassword("keeper", "another good long one")).isPresent();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> errors(MvcResult result) {
        return (Map<String, String>) result.getModelAndView().getModel().get("errors");
    }

    private JsonNode answer(String path, Map<String, Object> body) throws Exception {
        MockHttpServletResponse response = sent(path, body);
        assertThat(response.getStatus()).as(path).isBetween(200, 201);
        return JSON.readTree(response.getContentAsString());
    }

    private MockHttpServletResponse sent(String path, Map<String, Object> body) throws Exception {
        return answered(post(path).contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body)));
    }

    private MockHttpServletResponse answered(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }

    private final class SignedIn implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return actor;
        }
    }

    private static final class Requests implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == RequestId.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return new RequestId(UUID.randomUUID());
        }
    }
}
