package org.troth.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tomcat's last word, for what never reaches our filters: a status and a short sentence, no version and no trace. */
public final class QuietErrorReport extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(QuietErrorReport.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() == 501 || response.getStatus() == 505) {
            // A coding or version nobody speaks is the fault of the sender.
            response.setStatus(400);
        }
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String address = request.getRequestURI();
        boolean page = address != null && !address.isEmpty() && !address.equals("/api") && !address.startsWith("/api/");
        byte[] body = (page ? page(status) : json(status)).getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(page ? "text/html;charset=UTF-8" : "application/problem+json");
            response.setHeader("Cache-Control", "no-store");
            if (status == 405) {
                response.setHeader("Allow", FrontDoor.TAKEN);
            }
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
            response.setContentLength(body.length);
            if (response.getReporter() != null) {
                response.getOutputStream().write(body);
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug(
                    "The caller had left before an error could be told: {}",
                    gone.getClass().getName());
        }
    }

    static String page(int status) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + Wording.title(status)
                + "</title></head><body><main><h1>" + Wording.title(status) + "</h1><p>" + Wording.detail(status)
                + "</p></main></body></html>";
    }

    private static String json(int status) {
        return "{\"type\":\"about:blank\",\"title\":\"" + Wording.title(status) + "\",\"status\":" + status
                + ",\"detail\":\"" + Wording.detail(status) + "\"}";
    }
}
