package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(TestHouse.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class SwitchingKeysTest {

    private final Browser browser;

    SwitchingKeysTest(WebApplicationContext context) {
        browser = new Browser(context);
    }

    @BeforeEach
    void signIn() throws Exception {
        browser.signIn("coordinator", TestDesk.PASSWORD);
    }

    @Test
    void isDoneOnThePageThatNamesThem() throws Exception {
        assertThat(browser.open("/keys").getContentAsString()).contains("The keys are on.", "<kbd dir=\"ltr\">j</kbd>");
        assertThat(browser.open("/sink").getContentAsString()).contains("data-keys=\"on\"");

        MockHttpServletResponse off = browser.submit("/keys", "/keys", "keys", "off");
        assertThat(off.getStatus()).isEqualTo(303);
        assertThat(off.getHeader("Location")).isEqualTo("/keys");
        assertThat(off.getHeaders("Set-Cookie")).containsExactly("troth-keys=off; Path=/; HttpOnly; SameSite=Strict");
        assertThat(browser.open("/keys").getContentAsString()).contains("The keys are off.", "Switch the keys on");
        assertThat(browser.open("/sink").getContentAsString()).contains("data-keys=\"off\"");

        browser.submit("/keys", "/keys", "keys", "on");
        assertThat(browser.cookies).doesNotContainKey("troth-keys");
        assertThat(browser.open("/sink").getContentAsString()).contains("data-keys=\"on\"");
    }

    @Test
    void isForgottenByWhoeverLeavesInAHurry() throws Exception {
        browser.submit("/keys", "/keys", "keys", "off");
        assertThat(browser.open("/leave").getHeaders("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("troth-keys=; Path=/; Max-Age=0"));
    }

    @Test
    void isNoBusinessOfStrangers() throws Exception {
        browser.cookies.clear();
        assertThat(browser.open("/keys").getHeader("Location")).isEqualTo("/sign-in");
    }
}
