package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

    Answers(WebSettings settings, ObjectProvider<ITemplateEngine> templates) {
        this.settings = settings;
        this.templates = templates;
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
        byte[] body = api ? json(request, problem) : page(request, problem);
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

    private static byte[] json(HttpServletRequest request, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        if (problem.rule() != null) {
            body.put("rule", problem.rule());
        }
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        body.put("reference", FrontDoor.reference(request).toString());
        return JSON.writeValueAsBytes(body);
    }

    private byte[] page(HttpServletRequest request, Problem problem) {
        ITemplateEngine engine = templates.getIfAvailable();
        if (engine != null) {
            try {
                Map<String, Object> words = new LinkedHashMap<>();
                words.put("product", settings.product());
                words.put("root", request.getContextPath());
                words.put("title", problem.title());
                words.put("detail", problem.detail());
                words.put("errors", problem.errors());
                words.put("again", problem.status() == 400 || problem.status() == 409);
                words.put("reference", FrontDoor.reference(request).toString());
                return engine.process("shell/error", new Context(Locale.ENGLISH, words))
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
