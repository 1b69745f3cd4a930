package org.troth.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs in by the token they show, asked for anew with every request. */
final class BearerFilter extends OncePerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{8,512})");

    private final SignInDesk desk;
    private final SecurityContextRepository contexts;
    private final Answers answers;

    BearerFilter(SignInDesk desk, SecurityContextRepository contexts, Answers answers) {
        this.desk = desk;
        this.contexts = contexts;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> shown = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (!shown.isEmpty()) {
            Optional<SignedInUser> user = shown.size() == 1 ? userOf(shown.get(0)) : Optional.empty();
            if (user.isEmpty()) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                answers.answer(request, response, Problem.of(401));
                return;
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(SignedIn.as(user.get()));
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        }
        chain.doFilter(request, response);
    }

    private Optional<SignedInUser> userOf(String header) {
        var matcher = BEARER.matcher(header);
        return matcher.matches() ? desk.bearer(matcher.group(1)) : Optional.empty();
    }
}
