package org.troth.web;

import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletRequest;

/** A request that does not say how long it is. */
final class Unannounced extends MockHttpServletRequest {

    Unannounced(ServletContext context, String body) {
        super(context, "POST", "/api/v1/notes");
        setContentType("application/json");
        setContent(body.getBytes(StandardCharsets.UTF_8));
        addHeader("Authorization", "Bearer token-coordinator");
    }

    @Override
    public int getContentLength() {
        return -1;
    }

    @Override
    public long getContentLengthLong() {
        return -1;
    }
}
