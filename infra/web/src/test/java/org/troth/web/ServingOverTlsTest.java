package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(ServingOverTlsTest.SecureHouse.class)
class ServingOverTlsTest {

    @Configuration
    @Import(TestHouse.class)
    static class SecureHouse {

        @Bean
        @Primary
        WebSettings secureSettings() {
            return WebSettings.of("Troth", true, URI.create("https://www.example.org/"));
        }
    }

    private final Browser browser;

    ServingOverTlsTest(WebApplicationContext context) {
        browser = new Browser(context);
    }

    @Test
    void bindsEveryCookieToThisHostAlone() throws Exception {
        MockHttpServletResponse answer = browser.signIn("coordinator", TestDesk.PASSWORD);
        assertThat(answer.getHeader("Location")).isEqualTo("/");
        assertThat(browser.open("/").getStatus()).isEqualTo(200);
        assertThat(browser.cookies).containsOnlyKeys("__Host-troth", "__Host-troth-form");
        assertThat(answer.getCookies())
                .allMatch(cookie -> cookie.getSecure()
                        && cookie.isHttpOnly()
                        && "/".equals(cookie.getPath())
                        && cookie.getDomain() == null);
    }

    @Test
    void tellsBrowsersToComeBackOverTlsOnly() throws Exception {
        assertThat(browser.open("/sign-in").getHeader("Strict-Transport-Security"))
                .startsWith("max-age=63072000");
    }
}
