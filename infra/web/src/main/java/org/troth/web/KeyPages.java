package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/**
 * Names the keys of the lists, and switches them off for those whose single keys mean something else, such as who speaks to their
 * computer (WCAG 2.1.4). The choice is a cookie that holds nothing but {@code off} and ends with the browser.
 */
@Controller
class KeyPages {

    static final String ADDRESS = "/keys";

    private static final String OFF = "off";

    private final WebSettings settings;

    KeyPages(WebSettings settings) {
        this.settings = settings;
    }

    /** The name of the cookie; on where there is none. */
    static String cookieName(WebSettings settings) {
        return settings.secure() ? "__Host-troth-keys" : "troth-keys";
    }

    @GetMapping(ADDRESS)
    String keys(HttpServletRequest request, Model model) {
        model.addAttribute("on", WebUtils.getCookie(request, cookieName(settings)) == null);
        return "shell/keys";
    }

    @PostMapping(ADDRESS)
    void choose(@RequestParam("keys") String keys, HttpServletRequest request, HttpServletResponse response) {
        boolean off = OFF.equals(keys);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(settings, off ? OFF : "").maxAge(off ? -1 : 0).build().toString());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + ADDRESS);
    }

    /** Nobody who comes after shall see what was chosen here. */
    static void forget(WebSettings settings, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(settings, "").maxAge(0).build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(WebSettings settings, String value) {
        return ResponseCookie.from(cookieName(settings), value)
                .path("/")
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Strict");
    }
}
