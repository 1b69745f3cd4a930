package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a {@link Problem}: problem details (RFC 9457) for programs, a page for people; never anything of the request. */
public final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebSettings settings;
    private final ObjectProvider<ITemplateEngine> templates;
    private final Tongues tongues;
    private final Catalogue catalogue;

    Answers(WebSettings settings, ObjectProvider<ITemplateEngine> templates, Tongues tongues, Catalogue catalogue) {
        this.settings = settings;
        this.templates = templates;
        this.tongues = tongues;
        this.catalogue = catalogue;
    }

    /** Writes the whole answer, unless one is already on its way. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.retryAfter() != null) {
            long seconds = Math.max(1, (problem.retryAfter().toMillis() + 999) / 1000);
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        boolean api = Addresses.isApi(request);
        Tongue tongue = api ? Tongue.ENGLISH : tongues.of(request);
        byte[] body = api ? json(request, problem) : page(request, problem, tongue);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, tongue.code());
        response.setContentType(api ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=UTF-8");
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            write(response, body);
        }
        response.flushBuffer();
    }

    private static void write(HttpServletResponse response, byte[] body) throws IOException {
        try {
            response.getOutputStream().write(body);
        } catch (IllegalStateException writerWasTaken) {
            response.getWriter().write(new String(body, StandardCharsets.UTF_8));
        }
    }

    private byte[] json(HttpServletRequest request, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", english(problem.title()));
        body.put("status", problem.status());
        body.put("detail", english(problem.detail()));
        if (problem.rule() != null) {
            body.put("rule", problem.rule());
        }
        if (!problem.errors().isEmpty()) {
            body.put(
                    "errors",
                    problem.errors().stream()
                            .map(wrong -> new Told(wrong.field(), wrong.rule(), english(wrong.message())))
                            .toList());
        }
        body.put("reference", FrontDoor.reference(request).toString());
        return JSON.writeValueAsBytes(body);
    }

    private String english(Words words) {
        return catalogue.say(words, Locale.ENGLISH);
    }

    /** Where a rule's words are in English alone, the page says so. */
    private Line said(Words words, Tongue tongue) {
        boolean other = words instanceof Words.English && tongue != Tongue.ENGLISH;
        return new Line(
                catalogue.say(words, tongue.locale()),
                other ? Tongue.ENGLISH.code() : null,
                other ? Tongue.ENGLISH.direction() : null);
    }

    /** A wrong field as a program reads of it. */
    record Told(String field, String rule, String message) {}

    /** A line of the page, and its language where that is another one than the page's. */
    record Line(
            String text, @Nullable String lang, @Nullable String dir) {}

    private byte[] page(HttpServletRequest request, Problem problem, Tongue tongue) {
        ITemplateEngine engine = templates.getIfAvailable();
        if (engine != null) {
            try {
                Map<String, Object> words = new LinkedHashMap<>();
                words.put("product", settings.product());
                words.put("root", request.getContextPath());
                words.put("lang", tongue.code());
                words.put("dir", tongue.direction());
                words.put("title", said(problem.title(), tongue));
                words.put("detail", said(problem.detail(), tongue));
                words.put(
                        "errors",
                        problem.errors().stream()
                                .map(wrong -> said(wrong.message(), tongue))
                                .toList());
                words.put("again", problem.status() == 400 || problem.status() == 409);
                words.put("reference", FrontDoor.reference(request).toString());
                return engine.process("shell/error", new Context(tongue.locale(), words))
                        .getBytes(StandardCharsets.UTF_8);
            } catch (RuntimeException unexpected) {
                LOG.error(
                        "The error page could not be drawn: {}",
                        unexpected.getClass().getName());
            }
        }
        return QuietErrorReport.page(problem.status()).getBytes(StandardCharsets.UTF_8);
    }
}
