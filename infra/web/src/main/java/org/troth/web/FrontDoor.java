package org.troth.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first filter and the last: gives every request a random reference and every answer its safety headers, turns away what is too
 * large, no text, or asked for by a method of another trade, and answers for every failure that nobody else has answered for.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FrontDoor extends OncePerRequestFilter {

    static final int MOST_PARAMETERS = 500;

    /** What is said where a request came by a method that nobody here takes. */
    static final String TAKEN = "GET, HEAD, POST, OPTIONS";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String REFERENCE = "org.troth.web.reference";

    private final SafetyHeaders headers;
    private final DoorKeeper doors;
    private final Diagnosis diagnosis;
    private final Answers answers;

    FrontDoor(SafetyHeaders headers, DoorKeeper doors, Diagnosis diagnosis, Answers answers) {
        this.headers = headers;
        this.doors = doors;
        this.diagnosis = diagnosis;
        this.answers = answers;
    }

    /** The random reference of this request, the same for its whole life. */
    static UUID reference(HttpServletRequest request) {
        if (request.getAttribute(REFERENCE) instanceof UUID known) {
            return known;
        }
        UUID fresh = UUID.randomUUID();
        request.setAttribute(REFERENCE, fresh);
        return fresh;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        headers.apply(request, response);
        response.setHeader("X-Request-Id", reference(request).toString());
        try {
            if (!METHODS.contains(request.getMethod())) {
                response.setHeader(HttpHeaders.ALLOW, TAKEN);
                answers.answer(request, response, Problem.of(405));
                return;
            }
            if (request.getCharacterEncoding() == null) {
                request.setCharacterEncoding(StandardCharsets.UTF_8);
            }
            int most = mostBytes(request);
            if (request.getContentLengthLong() > most) {
                answers.answer(request, response, Problem.of(413));
                return;
            }
            if (!saysWhatItIs(request.getContentType())) {
                answers.answer(request, response, Problem.of(415));
                return;
            }
            HttpServletRequest bounded = request.getContentLengthLong() >= 0 ? request : new Bounded(request, most);
            if (!isPlain(bounded)) {
                answers.answer(request, response, Problem.of(400));
                return;
            }
            chain.doFilter(bounded, new Answering(request, response));
        } catch (Exception failure) {
            if (response.isCommitted()) {
                diagnosis.note(request, failure);
                return;
            }
            answers.answer(request, response, diagnosis.of(request, failure));
        }
    }

    private int mostBytes(HttpServletRequest request) {
        try {
            return doors.largestBody(request);
        } catch (IllegalArgumentException | IllegalStateException unreadablePath) {
            throw new RequestRejectedException("an address that cannot be read");
        }
    }

    /** A range of types is no type of a body; Spring fails on one where it must only fail to read. */
    private static boolean saysWhatItIs(@Nullable String type) {
        return type == null || type.split(";", 2)[0].indexOf('*') < 0;
    }

    /** Whether the address and every parameter are text that can be kept: well-formed, without NUL, and not endlessly many. */
    private static boolean isPlain(HttpServletRequest request) {
        if (!Plain.isPlain(request.getServletPath()) || !Plain.isPlain(request.getPathInfo())) {
            return false;
        }
        Map<String, String[]> parameters = request.getParameterMap();
        int count = 0;
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            if (!Plain.isPlain(parameter.getKey())) {
                return false;
            }
            for (String value : parameter.getValue()) {
                count++;
                if (count > MOST_PARAMETERS || !Plain.isPlain(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A request of unannounced length. */
    private static final class Bounded extends HttpServletRequestWrapper {

        private final int most;
        private @Nullable ServletInputStream body;
        private @Nullable BufferedReader reader;

        Bounded(HttpServletRequest request, int most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new BoundedBody(super.getInputStream(), most);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            if (reader == null) {
                Charset charset = getCharacterEncoding() == null
                        ? StandardCharsets.UTF_8
                        : Charset.forName(getCharacterEncoding());
                reader = new BufferedReader(new InputStreamReader(getInputStream(), charset));
            }
            return reader;
        }
    }

    /** Where someone further in asks the container for an error page, ours is given. */
    private final class Answering extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        Answering(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        /** The language alone: which digits it is written with is no business of whoever reads the header. */
        @Override
        public void setLocale(Locale locale) {
            super.setLocale(locale.stripExtensions());
        }

        @Override
        public void sendError(int status) throws IOException {
            answers.answer(request, (HttpServletResponse) getResponse(), Problem.of(status));
        }

        @Override
        public void sendError(int status, @Nullable String unused) throws IOException {
            sendError(status);
        }
    }
}
