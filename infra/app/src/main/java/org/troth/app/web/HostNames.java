package org.troth.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.troth.app.ground.Ground;
import org.troth.web.Answers;
import org.troth.web.Problem;

/**
 * Answers only under the names it is meant to have: a page elsewhere that makes a browser ask this machine under a name of
 * its own gets nothing. In production also only what came over TLS, except the health of the product.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class HostNames extends OncePerRequestFilter {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1");

    private final Ground ground;
    private final Answers answers;

    HostNames(Ground ground, Answers answers) {
        this.ground = ground;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isMeant(request)) {
            chain.doFilter(request, response);
        } else {
            answers.answer(request, response, Problem.of(421));
        }
    }

    private boolean isMeant(HttpServletRequest request) {
        String name = request.getServerName();
        if (ground.isTrial()) {
            return THIS_MACHINE.contains(name);
        }
        if (request.getRequestURI().startsWith("/actuator/")) {
            return true;
        }
        return name.equalsIgnoreCase(ground.origin().getHost()) && request.isSecure();
    }
}
