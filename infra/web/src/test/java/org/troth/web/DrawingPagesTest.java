package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringJUnitWebConfig(TestHouse.class)
class DrawingPagesTest {

    private final MockMvc mvc;

    DrawingPagesTest(WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    @Test
    void drawsEveryFragment() throws Exception {
        String page = mvc.perform(get("/sink")
                        .with(SecurityMockMvcRequestPostProcessors.authentication(
                                new org.springframework.security.authentication.TestingAuthenticationToken(
                                        new SignedInUser(
                                                java.util.UUID.randomUUID(),
                                                null,
                                                java.util.Set.of("COORDINATOR"),
                                                "1"),
                                        "",
                                        "ROLE_COORDINATOR"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        java.nio.file.Files.writeString(java.nio.file.Path.of("target/sink.html"), page);
        assertThat(page).contains("<title>Everything · Troth</title>");
    }
}
