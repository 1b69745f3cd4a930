package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;

/** Which kind of answer an address calls for. */
final class Addresses {

    private Addresses() {}

    /** JSON for programs (bearer tokens, problem details), as opposed to pages for people, of which {@code /api} is one. */
    static boolean isApi(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/api/") || under(path, "/actuator") || under(path, "/v3");
    }

    /** Stylesheet, scripts and fonts: the same for everyone. */
    static boolean isAsset(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/shell/") || path.startsWith("/vendor/");
    }

    private static boolean under(String path, String top) {
        return path.equals(top) || path.startsWith(top + "/") || path.startsWith(top + ";");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
