package org.troth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Opens the pages of it, and what is open to strangers, to those who must set up a second step; for everybody else the doors decide. */
final class EnrolFirst implements AuthorizationManager<RequestAuthorizationContext> {

    private final DoorKeeper doors;
    private final Sittings sittings;
    private final List<String> pages;

    EnrolFirst(DoorKeeper doors, Sittings sittings, List<String> pages) {
        this.doors = doors;
        this.sittings = sittings;
        this.pages = pages;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> asking, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        boolean elsewhere = sittings.mustEnrol(request) && !isPage(request) && !doors.isOpen(request);
        return elsewhere ? new AuthorizationDecision(false) : doors.authorize(asking, context);
    }

    private boolean isPage(HttpServletRequest request) {
        return pages.contains(
                request.getRequestURI().substring(request.getContextPath().length()));
    }
}
