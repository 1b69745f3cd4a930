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
            response.setHeader("Content-Language", page ? "en, ar" : "en");
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

    /** In every language: of what never reached our filters nobody has read which one is wished for. */
    static String page(int status) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(said(Wording.title(status), Tongue.ENGLISH))
                .append("</title></head><body><main>");
        for (Tongue tongue : Tongue.values()) {
            String heading = tongue == Tongue.ENGLISH ? "h1" : "h2";
            page.append("<section lang=\"%s\" dir=\"%s\"><%s>".formatted(tongue.code(), tongue.direction(), heading))
                    .append(said(Wording.title(status), tongue))
                    .append("</%s><p>".formatted(heading))
                    .append(said(Wording.detail(status), tongue))
                    .append("</p></section>");
        }
        return page.append("</main></body></html>").toString();
    }

    private static String json(int status) {
        return "{\"type\":\"about:blank\",\"title\":\"" + said(Wording.title(status), Tongue.ENGLISH) + "\",\"status\":"
                + status + ",\"detail\":\"" + said(Wording.detail(status), Tongue.ENGLISH) + "\"}";
    }

    private static String said(Words words, Tongue tongue) {
        return Read.CATALOGUE.say(words, tongue.locale());
    }

    /** Read when the first error is told: the server makes this valve by its name alone. */
    private static final class Read {
        private static final Catalogue CATALOGUE = Catalogue.read();
    }
}
