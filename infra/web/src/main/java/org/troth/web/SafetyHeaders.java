package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** The headers every answer carries, whoever wrote it; a page's scripts run only with the nonce of its own response. */
final class SafetyHeaders {

    static final String NONCE = "org.troth.web.nonce";

    private final boolean secure;

    SafetyHeaders(WebSettings settings) {
        this.secure = settings.secure();
    }

    void apply(HttpServletRequest request, HttpServletResponse response) {
        String nonce = nonce();
        request.setAttribute(NONCE, nonce);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self' 'nonce-" + nonce
                        + "'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action"
                        + " 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
                        + " trusted-types htmx");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Permissions-Policy",
                "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
                        + "magnetometer=(), microphone=(), midi=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        if (!Addresses.isAsset(request)) {
            response.setHeader("Cache-Control", "no-store");
            if (!Addresses.isApi(request)) {
                response.setHeader("Vary", "Accept-Language, Cookie");
            }
        }
    }

    private static String nonce() {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        for (int i = 0; i < 2; i++) {
            UUID random = UUID.randomUUID();
            bytes.putLong(random.getMostSignificantBits()).putLong(random.getLeastSignificantBits());
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
