package org.troth.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A browser without scripts: keeps cookies, reads forms, follows nothing by itself. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvc mvc;
    private final String address;
    final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(WebApplicationContext context) {
        this(context, "192.0.2.1");
    }

    Browser(WebApplicationContext context, String address) {
        this.mvc = mvc(context);
        this.address = address;
    }

    /** The filters in the order in which the container runs them. */
    static MockMvc mvc(WebApplicationContext context) {
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(context);
        return builder.addFilters(context.getBean(FrontDoor.class))
                .addFilters(context.getBean("springSecurityFilterChain", jakarta.servlet.Filter.class))
                .build();
    }

    MockHttpServletResponse open(String path) throws Exception {
        return send(get(path));
    }

    /** Sends a form of the page at {@code from}, with the token it was drawn with. */
    MockHttpServletResponse submit(String from, String path, String... fields) throws Exception {
        Matcher token = CSRF.matcher(open(from).getContentAsString());
        MockHttpServletRequestBuilder request = post(path);
        if (token.find()) {
            request.param("_csrf", token.group(1));
        }
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return send(request);
    }

    MockHttpServletResponse signIn(String name, String password) throws Exception {
        return submit("/sign-in", "/sign-in", "name", name, "password", password);
    }

    MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        request.with(raw -> {
            raw.setRemoteAddr(address);
            return raw;
        });
        if (!cookies.isEmpty()) {
            request.cookie(cookies.entrySet().stream()
                    .map(entry -> new Cookie(entry.getKey(), entry.getValue()))
                    .toArray(Cookie[]::new));
        }
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        for (Cookie cookie : response.getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        return response;
    }
}
